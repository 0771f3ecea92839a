"""What follows from a load of Ofsted's file for collaborations (O7): the members and leaders whom it
concerns.

Published judgements alone are read here: an outcome that an officer recorded before its publication stays
inside the leadership case (O6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import is_member_on, leads_on
from ofsted.models import ImportRun, PlannedRow
from ofsted.rules.policy import Verdict
from ofsted.selectors.afterwards import judged_after
from ofsted.selectors.differences import status_told
from ofsted.selectors.register import in_words

CONCERNING = (PlannedRow.Kind.CHANGED, PlannedRow.Kind.VANISHED)


@dataclass(frozen=True, slots=True)
class Consequence:
    """One member of a collaboration whom a load concerns, and how in words."""

    membership: Membership
    words: str = ""
    leaders: tuple[str, ...] = ()


@dataclass(slots=True)
class Consequences:
    """Leaders who would fall below the line, members that would no longer be listed, members newly judged.

    Members whose rows contradict each other or were rejected: ofsted.selectors.imports.rejected_members.
    """

    below: list[Consequence] = field(default_factory=list)
    gone: list[Consequence] = field(default_factory=list)
    judged: list[Consequence] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.below or self.gone or self.judged)


def consequences_of(run: ImportRun, *, on: date) -> Consequences:
    """What a load that was compared would mean for the members of a day, by collaboration and name."""
    rows = PlannedRow.objects.filter(run=run, kind__in=CONCERNING).exclude(urn="")
    members = list(
        Membership.objects.filter(is_member_on(on), provider__urn__in=rows.values("urn"))
        .select_related("provider", "collaboration")
        .order_by("collaboration__name", "provider__search_text", "pk")
    )
    leaders = _leaders_of(members, on=on)
    of_urn = _by_urn(rows.filter(urn__in={member.provider.urn for member in members}))
    changing = {member.provider_id: row for member in members for row in of_urn.get(member.provider.urn, ())}
    judged = judged_after(run, changing, on=on)
    found = Consequences()
    for member in members:
        names = tuple(leaders.get(member.pk, ()))
        for row in of_urn.get(member.provider.urn, ()):
            if row.kind == PlannedRow.Kind.VANISHED:
                found.gone.append(Consequence(member, status_told(row), names))
        change = judged.get(member.provider_id)
        if change is None:
            continue
        if change.before.inspection != change.after.inspection:
            found.judged.append(Consequence(member, in_words(change.after), names))
        below = Verdict.BELOW_LINE
        if names and change.verdict_after.verdict is below and change.verdict_before.verdict is not below:
            found.below.append(Consequence(member, in_words(change.after), names))
    return found


def _by_urn(rows: Iterable[PlannedRow]) -> dict[str, list[PlannedRow]]:
    found: dict[str, list[PlannedRow]] = {}
    for row in rows:
        found.setdefault(row.urn, []).append(row)
    return found


def _leaders_of(members: Iterable[Membership], *, on: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    leading = LeaderAppointment.objects.filter(leads_on(on), membership__in=[member.pk for member in members])
    for membership_id, name in leading.order_by("user__full_name").values_list(
        "membership_id", "user__full_name"
    ):
        found.setdefault(membership_id, []).append(name)
    return found
