"""Taking back what has not begun: a membership, a role at a setting, a time as leader, an office."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.wording import date_in_words
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.dates import Span, shared
from memberships.selectors.leaders import leaders_for_update
from memberships.selectors.offices import offices_for_update
from memberships.selectors.people import people_concerned
from memberships.services.rights import settle_rights, take_turn

Withdrawable = Membership | SettingRole | LeaderAppointment | OfficeHolder


@transaction.atomic
def withdraw(*, what: Withdrawable, today: date, by: User) -> None:
    """Take back something that is to begin after today. What has begun is ended, never taken back: history stays.

    Raises ValidationError when it has begun, or other things depend on it.
    """
    take_turn()
    what = type(what).objects.select_for_update(of=("self",), no_key=True).get(pk=what.pk)
    start = what.joined_on if isinstance(what, Membership) else what.starts_on
    if start <= today:
        raise ValidationError(_("This began on %(day)s, so it can only be ended.") % {"day": date_in_words(start)})
    users = people_concerned(provider_id=what.provider_id) if isinstance(what, Membership) else [what.user_id]
    if isinstance(what, SettingRole):
        _nothing_hangs_on(what)
    facts: dict[str, Any] = {"from": start}
    record(Action.WITHDRAWN, about=what, by=by, **facts)
    if isinstance(what, Membership):
        _keep_what_was_decided(what)
    try:
        what.delete()
    except ProtectedError as refusal:
        raise ValidationError(_("Somebody leads or holds an office for this member. End that first.")) from refusal
    settle_rights(user_ids=users)


def _keep_what_was_decided(membership: Membership) -> None:
    """An application or invitation stays as the members decided it; there is only no stay any more that it led to (C5)."""
    for model in (Application, Invitation):
        model.objects.filter(membership=membership).update(membership=None)


def _nothing_hangs_on(role: SettingRole) -> None:
    time = Span(role.starts_on, role.ends_on)
    leads = leaders_for_update(user_id=role.user_id, provider_id=role.provider_id)
    if any(shared(time, Span(one.starts_on, one.ends_on)) for one in leads):
        raise ValidationError(_("%(person)s is recorded as a leader in that time. End that first.") % {"person": role.user})
    holds = offices_for_update(user_id=role.user_id, provider_id=role.provider_id)
    if any(shared(time, Span(one.starts_on, one.ends_on)) for one in holds):
        raise ValidationError(_("%(person)s is recorded in an office in that time. End that first.") % {"person": role.user})
