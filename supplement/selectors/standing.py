"""S4, S7: how the criteria of claims stand on a day, of many claims at once: evidence, waivers and days
together.

The leader's page, the officer's queue and the payment run ask here, so that all of them see the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils import timezone

from supplement.models.claims import Claim, ClaimWaiver
from supplement.models.parts import SchemeCriterion, SchemePeriod
from supplement.rules.criteria import Criterion, Kind
from supplement.rules.deciding import Known, Verdict, decide
from supplement.rules.facts import Waiver
from supplement.selectors.evidence import known_of
from supplement.selectors.schemes import criterion_value, period_value

Waived = Mapping[int | None, list[Waiver]]


def verdicts_of(claims: Collection[Claim], *, on: date) -> dict[int, Verdict]:
    """By claim what its scheme's criteria make of it on a day.

    Statements: three, and one for each kind of criterion of each period, however many claims there are.
    Claims come with their period (`selectors.claims.claims`).
    """
    criteria = _criteria_of({claim.period.scheme_id for claim in claims})
    waived = waivers_of({claim.pk for claim in claims})
    by_period: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_period[claim.period_id].append(claim)
    prefetch_related_objects([rows[0].period for rows in by_period.values()], "instalments")
    verdicts: dict[int, Verdict] = {}
    for rows in by_period.values():
        period, asked = period_value(rows[0].period), criteria[rows[0].period.scheme_id]
        known = known_of({claim.collaboration_id for claim in rows}, asked, period, on=on)
        for claim in rows:
            of_group = known[claim.collaboration_id]
            verdicts[claim.pk] = decide(
                asked,
                of_group,
                members=of_group.members,
                period=period,
                waivers=waived.get(claim.pk),
                today=on,
            )
    return verdicts


def verdict_of(claim: Claim, *, on: date) -> Verdict:
    return verdicts_of([claim], on=on)[claim.pk]


def verdict_before_claim(period: SchemePeriod, collaboration_id: int, *, on: date) -> Verdict:
    """The same for a group that has not begun its claim of a period."""
    value, criteria = period_value(period), _criteria_of([period.scheme_id])[period.scheme_id]
    known: Known = known_of([collaboration_id], criteria, value, on=on)[collaboration_id]
    return decide(criteria, known, members=known.members, period=value, today=on)


def waivers_of(claim_ids: Collection[int]) -> dict[int, Waived]:
    """By claim, then by membership (None: the collaboration), what was let pass and not taken back."""
    rows = ClaimWaiver.objects.filter(claim__in=claim_ids, taken_back_at=None).select_related("by")
    waived: dict[int, dict[int | None, list[Waiver]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.order_by("pk"):
        waiver = Waiver(Kind(row.kind), str(row.by), timezone.localdate(row.at), row.reason)
        waived[row.claim_id][row.membership_id].append(waiver)
    return {claim: dict(of) for claim, of in waived.items()}


def _criteria_of(scheme_ids: Iterable[int]) -> dict[int, list[Criterion]]:
    """By scheme what it asks, in the order in which its page shows it."""
    criteria: dict[int, list[Criterion]] = defaultdict(list)
    rows = SchemeCriterion.objects.filter(scheme__in=list(scheme_ids))
    for row in rows.order_by("pk"):
        criteria[row.scheme_id].append(criterion_value(row))
    return criteria
