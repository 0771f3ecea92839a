"""News from below (docs/events.md)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import ngettext

from accounts.models import User, holds_on
from library.models import GroupDocument
from memberships.models.leaving import HandOver
from memberships.models.members import Membership, SettingRole
from memberships.services.leaving import note_hand_over
from memberships.signals import notice_given


@receiver(notice_given, dispatch_uid="library.notice_given")
def note_documents(sender: Any, *, membership: Membership, by: User, at: datetime, **kwargs: Any) -> None:
    """How many documents its people own; their titles are not for everybody who reads the list (decision
    0013).
    """
    people = SettingRole.objects.filter(holds_on(timezone.localdate(at)), provider=membership.provider_id)
    owned = GroupDocument.objects.filter(
        collaboration=membership.collaboration_id, removed_at=None, owner__in=people.values("user_id")
    )
    if number := owned.count():
        words = ngettext(
            "%(number)d document owned by people of the setting",
            "%(number)d documents owned by people of the setting",
            number,
        )
        note_hand_over(
            membership=membership,
            kind=HandOver.Kind.DOCUMENTS,
            what=words % {"number": number},
            taken_by=None,
            by=by,
            at=at,
        )
