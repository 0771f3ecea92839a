"""News from below (docs/events.md)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.wording import date_in_words
from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.services.leaving import note_hand_over
from memberships.signals import notice_given
from provision.selectors import partnerships_of


@receiver(notice_given, dispatch_uid="provision.notice_given")
def note_partnerships(sender: Any, *, membership: Membership, by: User, at: datetime, **kwargs: Any) -> None:
    """The partnerships for shared hours that the setting leads."""
    on = timezone.localdate(at)
    for partnership in partnerships_of(membership.provider, on=on).filter(lead=membership.provider_id):
        words = {"how": partnership.get_model_display(), "day": date_in_words(partnership.starts_on)}
        note_hand_over(
            membership=membership,
            kind=HandOver.Kind.OTHER,
            what=_("Partnership led by the setting: %(how)s, since %(day)s") % words,
            taken_by=None,
            by=by,
            at=at,
        )
