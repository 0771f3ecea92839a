"""What follows from a load of Ofsted's file for collaborations (O7): the members and leaders whom it
concerns.

Published judgements alone are read here: an outcome that an officer recorded before its publication stays
inside the leadership case (O6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import is_member_on, leads_on
from ofsted.models import ImportRun, PlannedRow
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.kinds import FileKind
from ofsted.rules.policy import Verdict
from ofsted.rules.relevance import Relevant
from ofsted.selectors.afterwards import judged_after, judged_through_agencies
from ofsted.selectors.differences import CHANGES_OF_INSPECTIONS, status_told
from ofsted.selectors.keys import holders_of
from ofsted.selectors.register import in_words
from ofsted.selectors.words import judged_in_words

#: A row whose inspections a load changes: ``inspections_changed`` in the words of a query.
INSPECTIONS_CHANGED = reduce(or_, (Q(differences__contains=[[name]]) for name in CHANGES_OF_INSPECTIONS))
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
    of_setting = _by_setting(FileKind(run.kind), rows)
    agencies = {pk: found[-1] for pk, found in of_setting.items()} if run.kind == FileKind.AGENCIES else {}
    of_agency = judged_through_agencies(run, agencies, on=on) if agencies else {}
    members = list(
        Membership.objects.filter(is_member_on(on), provider__in={*of_setting, *of_agency})
        .select_related("provider", "collaboration")
        .order_by("collaboration__name__in_order", "provider__search_text", "pk")
    )
    leaders = _leaders_of(members, on=on)
    changing = {
        member.provider_id: row for member in members for row in of_setting.get(member.provider_id, ())
    }
    judged = {**of_agency, **judged_after(run, changing, on=on)}
    found = Consequences()
    for member in members:
        names = tuple(leaders.get(member.pk, ()))
        for row in of_setting.get(member.provider_id, ()):
            if row.kind == PlannedRow.Kind.VANISHED:
                found.gone.append(Consequence(member, status_told(row), names))
        change = judged.get(member.provider_id)
        if change is None:
            continue
        if _what_counts(change.before) != _what_counts(change.after):
            found.judged.append(Consequence(member, in_words(change.after), names))
        below = Verdict.BELOW_LINE
        if names and change.verdict_after.verdict is below and change.verdict_before.verdict is not below:
            found.below.append(Consequence(member, in_words(change.after), names))
    return found


def what_followed(run: ImportRun, *, on: date) -> Consequences:
    """What a load that was carried out has brought for the members of a day: whose inspections it changed, with
    the judgement and the verdict of that day, and who is no longer listed.
    """
    members = list(
        _members_told_of(run, on=on)
        .select_related("provider", "collaboration")
        .order_by("collaboration__name__in_order", "provider__search_text", "pk")
    )
    leaders, found = _leaders_of(members, on=on), Consequences()
    judged = judged_in_words({member.provider_id for member in members}, on=on)
    for member in members:
        words, decision = judged[member.provider_id]
        each = Consequence(member, words, tuple(leaders.get(member.pk, ())))
        found.judged.append(each)
        if each.leaders and decision.verdict is Verdict.BELOW_LINE:
            found.below.append(each)
    gone = Membership.objects.filter(
        is_member_on(on), provider__urn__in=_numbers(run, PlannedRow.Kind.VANISHED), provider__urn__gt=""
    ).exclude(provider__unlisted_since=None)
    found.gone = [
        Consequence(member)
        for member in gone.select_related("provider", "collaboration").order_by(
            "collaboration__name__in_order", "provider__search_text", "pk"
        )
    ]
    return found


def members_told_of(run: ImportRun, *, on: date) -> int:
    """Of how many members of a day a load of the childcare file changed an inspection. One query."""
    return _members_told_of(run, on=on).values("provider").distinct().count()


def _members_told_of(run: ImportRun, *, on: date) -> QuerySet[Membership]:
    told = _numbers(run, PlannedRow.Kind.CHANGED, about=INSPECTIONS_CHANGED)
    return Membership.objects.filter(is_member_on(on), provider__urn__in=told, provider__urn__gt="")


def _numbers(run: ImportRun, kind: str, about: Q | None = None) -> QuerySet[PlannedRow, str]:
    return (
        PlannedRow.objects.filter(about or Q(), run=run, kind=kind).order_by().values_list("urn", flat=True)
    )


def _what_counts(relevant: Relevant) -> tuple[InspectionFacts | None, int | None]:
    return relevant.inspection, relevant.agency_judgement


def _by_setting(kind: FileKind, rows: Iterable[PlannedRow]) -> dict[int, list[PlannedRow]]:
    """The rows by their settings' ids, each found by the number that the kind of file knows it by (O1)."""
    listed = list(rows)
    holders = holders_of(kind, (row.urn for row in listed))
    found: dict[int, list[PlannedRow]] = {}
    for row in listed:
        if row.urn in holders:
            found.setdefault(holders[row.urn], []).append(row)
    return found


def _leaders_of(members: Iterable[Membership], *, on: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    leading = LeaderAppointment.objects.filter(leads_on(on), membership__in=[member.pk for member in members])
    for membership_id, name in leading.order_by("user__full_name__in_order").values_list(
        "membership_id", "user__full_name"
    ):
        found.setdefault(membership_id, []).append(name)
    return found
