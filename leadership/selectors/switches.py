"""Support that is switched off (L3): what stands in the case, and what is handed down to where it acts.

None of it names a case. It acts after the report is published (`leadership.rules.support`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from core.frame.page_rows import add_page_rows
from leadership.models.cases import LeadershipCase
from leadership.models.support import SupportSwitch
from leadership.rules.cases import Ground, Outcome
from leadership.rules.support import MAY_SWITCH, Off, Switch
from memberships.models.members import LeaderAppointment
from memberships.rules.paused import Support
from memberships.selectors.days import leads_on
from memberships.selectors.paused import PAUSES, Pause


def pauses_on(on: date) -> Iterator[Pause]:
    """What is paused on a day in the authority in scope. One query."""
    rows = SupportSwitch.objects.filter(_acts_on(on)).order_by("pk")
    for collaboration_id, kind, user_id in rows.values_list("collaboration_id", "kind", "user_id"):
        yield Pause(collaboration_id, Support(kind), user_id)


def people_without_leaders_days(on: date) -> list[int]:
    """Ids of the people whom nobody invites to events for leaders on a day."""
    rows = SupportSwitch.objects.filter(_acts_on(on), kind=Switch.LEADERS_DAYS, user__isnull=False)
    return list(rows.order_by("user_id").values_list("user_id", flat=True).distinct())


def _paused_on_page(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return SupportSwitch.objects.filter(_acts_on(on), collaboration__in=groups)


add_page_rows(
    _paused_on_page,
    key=PAUSES,
    facts={"collaboration": "collaboration_id", "support": "kind", "person": "user_id"},
    of_group_alone=True,
)


def _acts_on(on: Any) -> Q:
    return Q(off_on__lte=on) & (Q(on_again_on=None) | Q(on_again_on__gt=on))


def is_published(case: LeadershipCase) -> bool:
    """Whether what a case is about is public (O6): recorded as published, or found in published facts."""
    found = (Ground.BELOW_LINE, Ground.DECISION_NEEDED)
    return case.published_on is not None or case.ground in found


class Line(NamedTuple):
    """A kind of support in a case: the row that switches it off, or is to; None where it is on."""

    switch: Switch
    row: SupportSwitch | None


def rows_of(case: LeadershipCase) -> QuerySet[SupportSwitch]:
    """All that was ever switched off for the case's collaboration and leader, newest first."""
    appointment = case.appointment
    return SupportSwitch.objects.filter(
        Q(user=None) | Q(user=appointment.user_id), collaboration=appointment.membership.collaboration_id
    ).select_related("by", "user")


def lines_of(case: LeadershipCase, *, on: date) -> list[Line]:
    """The five kinds as they stand on a day or are to stand."""
    coming = rows_of(case).filter(Q(on_again_on=None) | Q(on_again_on__gt=on))
    rows = {row.kind: row for row in coming.exclude(on_again_on=F("off_on"))}
    return [Line(switch, rows.get(switch)) for switch in Switch]


def comes_back(case: LeadershipCase, *, on: date) -> list[SupportSwitch]:
    """What is off, or is to be, and nothing but this case keeps off: of the leader, and of the collaboration
    unless another leader of it stays or is being succeeded.
    """
    leads = LeaderAppointment.objects.filter(leads_on(on), pk=OuterRef("appointment_id"))
    group = case.appointment.membership.collaboration_id
    others = LeadershipCase.objects.exclude(pk=case.pk).filter(
        Q(closed_at=None, stage__in=MAY_SWITCH) | Q(Exists(leads), outcome=Outcome.STAYS),
        appointment__membership__collaboration=group,
    )
    rows = [line.row for line in lines_of(case, on=on) if line.row is not None]
    if any(row.user_id is None for row in rows) and others.exists():
        return [row for row in rows if row.user_id is not None]
    return rows


def off_of(case: LeadershipCase, switch: Switch) -> list[Off]:
    """The days on which one kind is off, of the past and to come."""
    rows = rows_of(case).filter(kind=switch).order_by("off_on", "pk")
    return [Off(*days) for days in rows.values_list("off_on", "on_again_on")]


def row_of(case: LeadershipCase, row_id: int) -> SupportSwitch | None:
    return rows_of(case).filter(pk=row_id).first()
