"""Where settings stand with Ofsted, and what the leading policy in force says of them (O4, O5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, When

from ofsted.models import COUNTS, Inspection, LeadingPolicy
from ofsted.rules import policy as policy_rules
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.policy import Decision, decide
from ofsted.rules.policy_cells import from_stored
from ofsted.rules.regimes import Regime
from ofsted.rules.relevance import Relevant, known_on, latest_relevant
from providers.models import Provider

#: Columns of an inspection in the order of the rules' facts; that it is published stands for
#: ``in_national_file``.
FACT_COLUMNS = InspectionFacts._fields[:-1]


@dataclass(frozen=True, slots=True)
class JudgedSetting:
    """A setting's latest relevant judgement on a day, and the row that it is from."""

    provider_id: int
    relevant: Relevant
    inspection_id: int | None


def adopted_policies() -> QuerySet[LeadingPolicy]:
    """Adopted versions, newest first."""
    return LeadingPolicy.objects.filter(state=LeadingPolicy.State.ADOPTED).order_by("-version")


def policy_in_force(on: date) -> LeadingPolicy | None:
    """The version in force on a day.

    A day before the first version is read by the first one; None when there is none at all.
    """
    adopted = LeadingPolicy.objects.filter(state=LeadingPolicy.State.ADOPTED)
    has_started = Q(starts_on__lte=on)
    return adopted.order_by(
        Case(When(has_started, then="starts_on")).desc(nulls_last=True),
        Case(When(has_started, then="version")).desc(nulls_last=True),
        "starts_on",
        "version",
    ).first()


def policy_draft() -> LeadingPolicy | None:
    """The draft of the next version; there is at most one."""
    return LeadingPolicy.objects.filter(state=LeadingPolicy.State.DRAFT).first()


def table_of(policy: LeadingPolicy) -> policy_rules.LeadingPolicy:
    """The version's table as the rules read it."""
    return from_stored(policy.version, policy.cells)


def table_in_force(on: date) -> policy_rules.LeadingPolicy:
    """The table that decides on a day; the shipped default as long as the authority has adopted none."""
    policy = policy_in_force(on)
    return table_of(policy) if policy else policy_rules.LeadingPolicy.shipped()


def leading_decision(*, provider_id: int, on: date) -> Decision:
    """What the policy in force on a day says of a setting on that day, with
    reasons: may its people lead a collaboration? (L1, O5)
    """
    judged = relevant_judgements([provider_id], on=on)[provider_id]
    return decide(table_in_force(on), judged.relevant)


def relevant_judgements(provider_ids: Collection[int], *, on: date) -> dict[int, JudgedSetting]:
    """The latest relevant judgement of each setting on a day (O4), in three queries whatever their number.

    Settings of another authority are left out, as if they did not exist.
    """
    return judgements_with(
        dict(Provider.objects.filter(pk__in=provider_ids).values_list("pk", "agency_id")), on=on
    )


def judgements_with(agencies: Mapping[int, int | None], *, on: date) -> dict[int, JudgedSetting]:
    """The same of settings that were read: their ids, each with that of its agency. One query fewer."""
    inspections = inspections_of(agencies, on=on)
    by_agency = _agency_judgements({agency for agency in agencies.values() if agency is not None}, on=on)
    return {
        provider_id: _judged(provider_id, inspections[provider_id], on, agency_id, by_agency)
        for provider_id, agency_id in agencies.items()
    }


def _judged(
    provider_id: int,
    ids: dict[InspectionFacts, int],
    on: date,
    agency_id: int | None,
    by_agency: dict[int, int],
) -> JudgedSetting:
    judgement = by_agency.get(agency_id) if agency_id is not None else None
    relevant = latest_relevant(ids, on, with_agency=agency_id is not None, agency_judgement=judgement)
    return JudgedSetting(provider_id, relevant, ids[relevant.inspection] if relevant.inspection else None)


def facts_of(inspection: Inspection) -> InspectionFacts:
    """A stored inspection as the rules read it."""
    regime, *rest = (getattr(inspection, column) for column in FACT_COLUMNS)
    return InspectionFacts(Regime(regime), *rest)


def inspections_of(provider_ids: Iterable[int], *, on: date) -> dict[int, dict[InspectionFacts, int]]:
    """Each setting's inspections up to a day, each with its row's id
    (regime and day tell those of one setting apart).
    """
    found: dict[int, dict[InspectionFacts, int]] = defaultdict(dict)
    rows = Inspection.objects.filter(
        COUNTS, provider_id__in=list(provider_ids), inspected_on__lte=on
    ).order_by("provider_id", "pk")
    for pk, provider_id, regime, *rest in rows.values_list("pk", "provider_id", *FACT_COLUMNS):
        found[provider_id][InspectionFacts(Regime(regime), *rest)] = pk
    return found


def _agency_judgements(agency_ids: set[int], *, on: date) -> dict[int, int]:
    """What Ofsted says of each agency on a day: 1 effective, 2
    ineffective, kept as ``met`` of the agency's own inspection.
    """
    if not agency_ids:
        return {}
    rows = Inspection.objects.filter(
        COUNTS, provider_id__in=agency_ids, regime=Regime.AGENCY, met__isnull=False, inspected_on__lte=on
    )
    found: dict[int, int] = {}
    for provider_id, inspected_on, published_on, met in rows.order_by("inspected_on", "pk").values_list(
        "provider_id", "inspected_on", "published_on", "met"
    ):
        if known_on(InspectionFacts(Regime.AGENCY, None, inspected_on, published_on=published_on), on):
            found[provider_id] = met
    return found
