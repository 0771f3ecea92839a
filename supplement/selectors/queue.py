"""S7: the officers' queue of claims: those that wait first, the oldest first, with what is missing and new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Case, QuerySet, Value, When

from accounts.models import User
from supplement.models.claims import Claim, ClaimStep
from supplement.models.parts import SchemePeriod
from supplement.rules.assessing import WAITING, missing_kinds, new_since, standings_of
from supplement.rules.claims import Actor
from supplement.rules.criteria import Kind
from supplement.rules.deciding import Verdict
from supplement.selectors.claims import claims
from supplement.selectors.officers import looks_of
from supplement.selectors.standing import verdicts_of

#: So many claims are judged at once by the filters of what is missing and what is new.
JUDGED_AT_ONCE = 500


def queue() -> QuerySet[Claim]:
    """Every claim, with ``place``: 0 for one that waits for an officer."""
    place = Case(When(state__in=WAITING, then=Value(0)), default=Value(1))
    rows = claims().select_related("collaboration__district").annotate(place=place)
    return rows.order_by("place", "moved_at", "pk")


def claim_by_id(claim_id: int) -> Claim | None:
    return queue().select_related("opened_by", "submitted_by", "assessed_by").filter(pk=claim_id).first()


def periods_with_claims() -> QuerySet[SchemePeriod]:
    """Periods for which somebody has begun a claim, the latest first."""
    rows = SchemePeriod.objects.filter(pk__in=Claim.objects.order_by().values("period"))
    return rows.select_related("scheme").order_by("-starts_on", "pk")


class Seen(NamedTuple):
    """Of a claim: how its criteria stand, what is missing, and how much is new to one officer (None: that
    officer never looked).
    """

    verdict: Verdict
    missing: list[Kind]
    new: int | None


def seen_of(rows: Collection[Claim], by: User, *, on: date) -> dict[int, Seen]:
    """By claim what an officer sees of it on a day."""
    verdicts, looks = verdicts_of(rows, on=on), looks_of(by, [row.pk for row in rows])
    return {
        pk: Seen(
            verdict,
            missing_kinds(verdict),
            len(new_since(looks[pk].standings, standings_of(verdict))) if pk in looks else None,
        )
        for pk, verdict in verdicts.items()
    }


def with_missing(rows: QuerySet[Claim], kind: str, *, on: date) -> QuerySet[Claim]:
    """Those that do not meet a criterion on a day."""
    return rows.filter(
        pk__in=[
            pk
            for part in _in_parts(rows)
            for pk, verdict in verdicts_of(part, on=on).items()
            if kind in missing_kinds(verdict)
        ]
    )


def with_news(rows: QuerySet[Claim], by: User, *, on: date) -> QuerySet[Claim]:
    """Those with something new to somebody, and those at which that person never looked."""
    return rows.filter(
        pk__in=[
            pk
            for part in _in_parts(rows)
            for pk, seen in seen_of(part, by, on=on).items()
            if seen.new is None or seen.new
        ]
    )


def _in_parts(rows: QuerySet[Claim]) -> Iterable[Sequence[Claim]]:
    """All rows, by period, so many at once."""
    every = list(rows.order_by("period_id", "pk"))
    return [every[start : start + JUDGED_AT_ONCE] for start in range(0, len(every), JUDGED_AT_ONCE)]


def checked_by(claim_ids: Collection[int]) -> dict[int, str]:
    """By claim the officer who moved it last."""
    steps = ClaimStep.objects.filter(claim__in=claim_ids, actor=Actor.OFFICER).order_by(
        "claim_id", "at", "pk"
    )
    return dict(steps.values_list("claim_id", "by__full_name"))
