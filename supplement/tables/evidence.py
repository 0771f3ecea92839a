"""The officers' queue of claims, for its page and its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, Filter
from core.tables.table import Table
from memberships.selectors.districts import district_choices, rows_in_district
from supplement.models.claims import Claim
from supplement.rules import criteria
from supplement.rules.assessing import WAITING
from supplement.rules.claims import Assessment, ClaimState
from supplement.selectors import queue
from supplement.selectors.closing import goes_on

CLAIM_COLOURS = {
    ClaimState.DRAFT: "grey",
    ClaimState.SUBMITTED: "yellow",
    ClaimState.CHECKING: "yellow",
    ClaimState.APPEALED: "orange",
    ClaimState.RETURNED: "blue",
    ClaimState.ON_HOLD: "blue",
    ClaimState.WITHDRAWN: "grey",
}
ASSESSMENT_COLOURS = {Assessment.ELIGIBLE: "green", Assessment.PART: "yellow", Assessment.NOT: "red"}
WAITS, GOES_ON, NEW = "waiting", "goes_on", "new"


def claim_address(claim: Claim) -> str:
    return reverse("supplement:evidence_of_claim", args=[claim.pk])


def claim_colour(claim: Claim) -> str:
    return CLAIM_COLOURS.get(ClaimState(claim.state), "green")


def assessment_colour(claim: Claim) -> str:
    return ASSESSMENT_COLOURS.get(Assessment(claim.assessment), "") if claim.assessment else ""


def state_choices() -> list[tuple[str, Any]]:
    several = [(WAITS, _("Waiting for an officer")), (GOES_ON, _("Being checked, calculated or paid"))]
    return [*several, *ClaimState.choices]


def period_choices() -> list[tuple[int, str]]:
    return [(row.pk, f"{row.name}, {row.scheme.name}") for row in queue.periods_with_claims()]


def in_state(rows: QuerySet[Any], state: str) -> QuerySet[Any]:
    if state == GOES_ON:
        return rows.filter(goes_on())
    return rows.filter(state__in=WAITING) if state == WAITS else rows.filter(state=state)


def missing_in_words(claim: Any) -> str:
    return ", ".join(str(kind.label) for kind in claim.seen.missing)


def new_in_words(claim: Any) -> str:
    number = claim.seen.new
    if number is None:
        return gettext("Not looked at yet")
    return ngettext("%(number)d new", "%(number)d new", number) % {"number": number} if number else ""


def new_colour(claim: Any) -> str:
    return "blue" if claim.seen.new else ""


class EvidenceTable(Table):
    """Claims of all periods: those that wait for an officer first, the oldest first.

    What is new is new to the person who reads.
    """

    ordering = "state"
    second_rank = ("district", "officer")
    on_choice = ("assessment", "submitted_at")
    on_page = ("collaboration", "period", "district", "state", "since", "missing", "new", "officer")
    in_sheet = (
        *("collaboration", "period", "district", "state", "moved_at", "missing", "officer"),
        *("assessment", "submitted_at"),
    )
    in_sheet_as = {"since": "moved_at"}
    columns = (
        Column(
            "collaboration", _("Collaboration"), width=32, value="collaboration.name",
            sort="collaboration__name__in_order", link=claim_address,
        ),
        Column("period", _("Period"), width=20, sort="period__starts_on"),
        Column(
            "district", _("District"), width=20, value="collaboration.district",
            sort="collaboration__district__name__in_order",
        ),
        Column(
            "state", _("State"), width=26, value="get_state_display", sort=("place", "moved_at"),
            tag=claim_colour,
        ),
        Column(
            "since", _("Since"), Kind.DATE, value=lambda row: timezone.localdate(row.moved_at),
            sort="moved_at",
        ),
        Column("moved_at", _("Since"), Kind.DATETIME, 18),
        Column("missing", _("What is missing"), width=50, value=missing_in_words, wide=True),
        Column("new", _("Since you looked"), value=new_in_words, tag=new_colour),
        Column("officer", _("Officer"), width=24),
        Column(
            "assessment", _("Assessment"), width=20, value="get_assessment_display", sort="assessment",
            tag=assessment_colour,
        ),
        Column("submitted_at", _("Sent at"), Kind.DATETIME, 18, sort="submitted_at"),
    )  # fmt: skip

    @property
    def filters(self) -> Sequence[Filter]:
        return (
            ChoiceFilter("state", _("State"), choices=state_choices, narrow=in_state),
            ChoiceFilter("period", _("Period"), lookup="period_id", choices=period_choices),
            ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
            ChoiceFilter(
                "missing", _("What is missing"), choices=criteria.Kind.choices, narrow=self._missing
            ),
            ChoiceFilter(
                "since", _("Since you looked"), choices=[(NEW, _("Something is new"))], narrow=self._new
            ),
        )

    def rows(self) -> QuerySet[Claim]:
        return queue.queue()

    def dressed(self, rows: list[Any]) -> list[Any]:
        seen = queue.seen_of(rows, self.by, on=self.on)
        officers = queue.checked_by([row.pk for row in rows])
        for row in rows:
            row.seen, row.officer = seen[row.pk], officers.get(row.pk, "")
        return rows

    def _missing(self, rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
        return queue.with_missing(rows, kind, on=self.on)

    def _new(self, rows: QuerySet[Any], _choice: str) -> QuerySet[Any]:
        return queue.with_news(rows, self.by, on=self.on)
