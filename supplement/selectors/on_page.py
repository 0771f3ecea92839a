"""What one page reads of the supplement, of all its groups at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import holds_on
from accounts.permissions import Permission
from collaborations.models import Collaboration, CollaborationGrant
from collaborations.rules import LED
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from supplement.models.claims import Claim
from supplement.models.consultation import SchemeAnswer
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import ClaimState
from supplement.rules.scheme_states import SchemeState
from supplement.selectors.choosing import choosable_periods, owing_a_choice
from supplement.selectors.consultation import consultations_running

Owed = dict[int, list[tuple[int, str, date]]]


def answers_owed(visitor: Visitor) -> Owed:
    """By group of the page that the visitor leads: the id, name and last day of each draft that the group has
    not answered.
    """
    owed: Owed = {}
    for row in page_rows(visitor, "drafts_to_answer"):
        draft = (row.facts["scheme_id"], row.facts["name"], date.fromisoformat(row.facts["until_on"]))
        for group in row.facts["owing"]:
            owed.setdefault(group, []).append(draft)
    return owed


class ToBegin(NamedTuple):
    """A period that a group has not begun its claim of."""

    period_id: int
    name: str
    until_on: date


class ToDo(NamedTuple):
    """A claim that a leader has to send, or to answer about. ``since``: the day of the question."""

    claim_id: int
    name: str
    until_on: date
    since: date | None


def claims_to_begin(visitor: Visitor) -> dict[int, list[ToBegin]]:
    """By group of the page that the visitor leads: the periods that it can claim for, and has not begun."""
    owed: dict[int, list[ToBegin]] = {}
    for row in page_rows(visitor, "claims_to_begin"):
        period = ToBegin(row.pk, row.facts["name"], date.fromisoformat(row.facts["until_on"]))
        for group in row.facts["owing"]:
            owed.setdefault(group, []).append(period)
    return owed


def groups_to_choose(visitor: Visitor) -> dict[int, list[ToBegin]]:
    """S5: by setting of the page: the periods for which it is to name one of its two groups."""
    owed: dict[int, list[ToBegin]] = {}
    for row in page_rows(visitor, "groups_to_choose"):
        period = ToBegin(row.pk, row.facts["name"], date.fromisoformat(row.facts["until_on"]))
        for setting in row.facts["owing"]:
            owed.setdefault(setting, []).append(period)
    return owed


def claims_to_do(visitor: Visitor) -> dict[int, list[ToDo]]:
    """By group of the page that the visitor leads: the claims that wait for a leader."""
    waiting: dict[int, list[ToDo]] = {}
    for row in page_rows(visitor, "claims_to_do"):
        is_question = row.facts["state"] == ClaimState.RETURNED
        until_on = row.facts["evidence_until_on"] if is_question else row.facts["until_on"]
        since = timezone.localdate(datetime.fromisoformat(row.facts["moved_at"])) if is_question else None
        claim = ToDo(row.pk, row.facts["name"], date.fromisoformat(until_on), since)
        waiting.setdefault(row.facts["group"], []).append(claim)
    return waiting


def _leads(user: Any, on: Any, group: str) -> QuerySet[Any]:
    """Grants by which a reader leads a group; ``group``: the column of its id."""
    return CollaborationGrant.all_dates.filter(
        holds_on(on),
        user=user,
        permission__codename=Permission.LEAD_COLLABORATION.split(".")[1],
        content_object=OuterRef(group),
    )


def _claims_to_begin(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    begun = Claim.objects.filter(
        collaboration=OuterRef("pk"),
        period__starts_on__lt=OuterRef(OuterRef("ends_on")),
        period__ends_on__gt=OuterRef(OuterRef("starts_on")),
    )
    owing = Collaboration.objects.filter(
        Exists(_leads(user, on, "pk")), ~Exists(begun), pk__in=groups, state__in=sorted(LED)
    )
    rows = SchemePeriod.objects.filter(
        scheme__state=SchemeState.APPROVED, claims_from_on__lte=on, claims_until_on__gte=on
    )
    return rows.annotate(owing=ArraySubquery(owing.order_by("pk").values("pk")))


def _groups_to_choose(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Periods with the page's settings that are in two groups then and have named neither."""
    owing = owing_a_choice(settings).order_by("pk").values("pk")
    return choosable_periods(on).order_by().annotate(owing=ArraySubquery(owing))


def _claims_to_do(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    to_send = Q(state=ClaimState.DRAFT, period__claims_from_on__lte=on, period__claims_until_on__gte=on)
    rows = Claim.objects.filter(to_send | Q(state=ClaimState.RETURNED), collaboration__in=groups)
    return rows.filter(Exists(_leads(user, on, "collaboration_id")), collaboration__state__in=sorted(LED))


def _drafts_to_answer(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Consultations that can be answered, with the page's groups that the reader leads and that owe one."""
    said = SchemeAnswer.objects.filter(consultation=OuterRef(OuterRef("pk")), collaboration=OuterRef("pk"))
    owing = Collaboration.objects.filter(
        Exists(_leads(user, on, "pk")), ~Exists(said), pk__in=groups, state__in=sorted(LED)
    )
    rows = consultations_running().filter(until_on__gte=on).order_by()
    return rows.annotate(owing=ArraySubquery(owing.order_by("pk").values("pk")))


add_page_rows(
    _drafts_to_answer,
    key="drafts_to_answer",
    facts={"scheme_id": "scheme_id", "name": "scheme__name", "until_on": "until_on", "owing": "owing"},
)
add_page_rows(
    _claims_to_begin,
    key="claims_to_begin",
    facts={"name": "name", "until_on": "claims_until_on", "owing": "owing"},
)
add_page_rows(
    _groups_to_choose,
    key="groups_to_choose",
    facts={"name": "name", "until_on": "claims_until_on", "owing": "owing"},
)
add_page_rows(
    _claims_to_do,
    key="claims_to_do",
    facts={
        "group": "collaboration_id",
        "state": "state",
        "name": "period__name",
        "until_on": "period__claims_until_on",
        "evidence_until_on": "period__evidence_until_on",
        "moved_at": "moved_at",
    },
)
