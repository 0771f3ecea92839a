"""What ends for a person, for their calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple, cast

from django.utils.translation import gettext as _

from accounts.models import User
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.models.offices import OfficeHolder


class Ending(NamedTuple):
    """What somebody does, where, until which day, and the id of the collaboration or setting."""

    kind: str
    pk: int
    what: str
    place: Any
    last_day: date
    collaboration_id: int | None
    provider_id: int | None


def endings_of(user: User, *, since: date, until: date) -> Iterator[Ending]:
    """Appointments of a person whose last day lies in ``[since, until)``. Three queries."""
    facts = {"user": user, "ends_on__gt": since, "ends_on__lte": until}
    for role in SettingRole.objects.filter(**facts).select_related("provider"):
        what = str(role.get_role_display())
        yield Ending("role", role.pk, what, role.provider, _last_day(role), None, role.provider_id)
    groups = "membership__collaboration"
    for leader in LeaderAppointment.objects.filter(**facts).select_related(groups):
        group = leader.membership.collaboration
        yield Ending("leader", leader.pk, _("Leader"), group, _last_day(leader), group.pk, None)
    for holder in OfficeHolder.objects.filter(**facts).select_related(groups):
        group, what = holder.membership.collaboration, str(holder.get_office_display())
        yield Ending("office", holder.pk, what, group, _last_day(holder), group.pk, None)


def _last_day(row: SettingRole | LeaderAppointment | OfficeHolder) -> date:
    """The rows were looked for by it."""
    return cast("date", row.ends_on) - timedelta(days=1)
