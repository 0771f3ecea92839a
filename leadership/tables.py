"""The list of cases. It has no export: cases are in none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, Filter
from core.tables.table import Table
from leadership.models.cases import LeadershipCase
from leadership.rules.cases import Ground
from leadership.selectors import cases as selectors
from leadership.selectors import steps as selectors_of_steps

SHORT_GROUNDS = {
    Ground.BELOW_LINE: _("Below the line"),
    Ground.DECISION_NEEDED: _("An officer decides"),
    Ground.TOLD: _("Not published yet"),
    Ground.OTHER: _("Another reason"),
}


def is_late(case: LeadershipCase) -> bool:
    """Of a row of the list, which knows by when the step is to be done."""
    due = getattr(case, "due_on", None)
    return due is not None and due < timezone.localdate()


def case_status(case: LeadershipCase) -> str:
    if case.closed_at is not None:
        return gettext("Closed")
    if is_late(case):
        return gettext("Overdue")
    return gettext("Nothing found any more") if case.nothing_found_since else gettext("Open")


def case_colour(case: LeadershipCase) -> str:
    if case.closed_at is not None:
        return "grey"
    if is_late(case):
        return "orange"
    return "yellow" if case.nothing_found_since else "blue"


def by_state(rows: QuerySet[LeadershipCase], value: str) -> QuerySet[LeadershipCase]:
    return rows.filter(closed_at__isnull=False) if value == "closed" else rows


def by_leading_again(rows: QuerySet[LeadershipCase], value: str) -> QuerySet[LeadershipCase]:
    return selectors_of_steps.to_talk_again(rows)


def by_finding(rows: QuerySet[LeadershipCase], value: str) -> QuerySet[LeadershipCase]:
    return rows.filter(nothing_found_since__isnull=value == "something")


class CasesTable(Table):
    """The cases that the reader may see, open ones unless ``about`` says that all of them are asked for."""

    second_rank = ("ground", "officer", "opened")
    ordering = "due"
    columns = (
        Column(
            "leader",
            _("Leader"),
            value="appointment.user.full_name",
            sort="appointment__user__full_name__in_order",
            link=lambda case: reverse("leadership:case", args=[case.pk]),
        ),
        Column(
            "setting",
            _("Setting"),
            value=lambda case: str(case.appointment.membership.provider),
            sort="appointment__membership__provider__name__in_order",
        ),
        Column(
            "collaboration",
            _("Collaboration"),
            value="appointment.membership.collaboration.name",
            sort="appointment__membership__collaboration__name__in_order",
        ),
        Column("ground", _("Opened because"), value=lambda case: SHORT_GROUNDS[case.ground], sort="ground"),
        Column(
            "officer",
            _("Assigned to"),
            value=lambda case: str(case.assigned_to or gettext("Nobody yet")),
            sort="assigned_to__full_name__in_order",
        ),
        Column(
            "opened",
            _("Opened"),
            Kind.DATE,
            value=lambda case: timezone.localdate(case.opened_at),
            sort="opened_at",
        ),
        Column("step", _("Step"), value=selectors_of_steps.stage_words, sort="stage"),
        Column("due", _("Do by"), Kind.DATE, value="due_on", sort="due_in_order"),
        Column("state", _("State"), value=case_status, tag=case_colour),
    )

    @property
    def filters(self) -> Sequence[Filter]:
        return (
            ChoiceFilter(
                "state",
                _("State"),
                narrow=by_state,
                choices=(("closed", _("Closed")), ("all", _("Open and closed"))),
                any_label=_("Open"),
            ),
            ChoiceFilter(
                "ground",
                _("Opened because"),
                choices=[(str(ground), words) for ground, words in SHORT_GROUNDS.items()],
            ),
            ChoiceFilter("assigned", _("Assigned to"), narrow=self.by_assignment, choices=self.assignments),
            ChoiceFilter(
                "again",
                _("Leading again"),
                narrow=by_leading_again,
                choices=(("yes", _("To be talked about")),),
            ),
            ChoiceFilter(
                "found",
                _("Finding"),
                narrow=by_finding,
                choices=(("something", _("Still finds something")), ("nothing", _("Finds nothing any more"))),
            ),
        )

    def by_assignment(self, rows: QuerySet[LeadershipCase], value: str) -> QuerySet[LeadershipCase]:
        return selectors.by_assignment(rows, value, user=self.by)

    def assignments(self) -> list[tuple[str, Any]]:
        mine = [("me", _("Me"))]
        if not self.allows(Permission.VIEW_ALL_CASES):
            return mine
        people = selectors.people_to_assign(on=self.on).exclude(pk=self.by.pk)
        others = [(str(person.pk), str(person)) for person in people]
        return [*mine, ("nobody", _("Nobody yet")), *others]

    def rows(self) -> QuerySet[LeadershipCase]:
        cases = selectors_of_steps.with_due_day(selectors.cases_for(self.by))
        return cases if self.about == "all" else cases.filter(closed_at=None)

    def count(self, rows: QuerySet[LeadershipCase], *, is_narrowed: bool) -> int:
        if is_narrowed or not self.allows(Permission.VIEW_ALL_CASES):
            return super().count(rows, is_narrowed=is_narrowed)
        return selectors.open_cases_count()
