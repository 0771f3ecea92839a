"""What the register shows of Ofsted's work: the judgement that counts, the history per framework, what may
have been taken over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.wording import date_in_words
from ofsted.models import COUNTS, Inspection
from ofsted.rules import succession
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.policy import LeadingPolicy, Verdict, decide
from ofsted.rules.regimes import (
    AGENCY_JUDGEMENTS,
    AREAS,
    GROUP_OF,
    REPORT_CARD_AREAS,
    Group,
    Regime,
    area_label,
    areas_of,
    grade_words,
)
from ofsted.rules.relevance import Relevant, Standing
from ofsted.selectors.school_links import take_overs_said_of
from ofsted.selectors.standing import (
    FACT_COLUMNS,
    JudgedSetting,
    judgements_with,
    relevant_judgements,
    table_in_force,
)
from providers.models import Provider
from providers.rules.register import search_text
from providers.selectors import predecessors_of

NEEDS_ATTENTION = AREAS["rc_inclusion"].grades.value_of("Needs attention")
SAFEGUARDING_NOT_MET = AREAS["rc_safeguarding"].grades.value_of("Not met")
MET_REGIMES = [regime.value for regime, group in GROUP_OF.items() if group is Group.MET]


class Judged(StrEnum):
    """What the register can be narrowed to.

    Old grades and report cards are never mixed: a report card has no overall grade (O3).
    """

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"
    REPORT_CARD = "report_card"
    REPORT_CARD_ATTENTION = "report_card_attention"
    MET_ONLY = "met_only"
    AGENCY = "agency"
    NOT_INSPECTED = "not_inspected"


JUDGED_LABELS = {
    Judged.OUTSTANDING: gettext_lazy("Outstanding"),
    Judged.GOOD: gettext_lazy("Good"),
    Judged.REQUIRES_IMPROVEMENT: gettext_lazy("Requires improvement"),
    Judged.INADEQUATE: gettext_lazy("Inadequate"),
    Judged.REPORT_CARD: gettext_lazy("report card"),
    Judged.REPORT_CARD_ATTENTION: gettext_lazy("report card, an area needs attention"),
    Judged.MET_ONLY: gettext_lazy("only met or not met"),
    Judged.AGENCY: gettext_lazy("through a childminder agency"),
    Judged.NOT_INSPECTED: gettext_lazy("not inspected yet"),
}
OLD_GRADES = {Judged.OUTSTANDING: 1, Judged.GOOD: 2, Judged.REQUIRES_IMPROVEMENT: 3, Judged.INADEQUATE: 4}


def known(on: date) -> Q:
    """Inspections that count on a day: done and, where a day of publication is known, published by then (O4),
    and not ruled out by Ofsted's newest file (O7).
    """
    return COUNTS & published(on)


def published(on: date) -> Q:
    """Inspections that anybody may know of on a day, whether or not they still count."""
    return Q(inspected_on__lte=on) & (Q(published_on__isnull=True) | Q(published_on__lte=on))


def latest_graded(on: date) -> QuerySet[Inspection]:
    """Of each setting, its newest graded inspection on a day; on one
    day a report card counts before an old grade (O4).
    """
    card_first = Case(When(regime=Regime.REPORT_CARD, then=Value(0)), default=Value(1))
    rows = Inspection.objects.filter(known(on), is_graded=True)
    return rows.order_by("provider_id", "-inspected_on", card_first, "-inspection_number", "-pk").distinct(
        "provider_id"
    )


def judged_as(rows: QuerySet[Provider], wanted: str, *, on: date) -> QuerySet[Provider]:
    """Settings whose latest relevant judgement on a day is of the wanted kind (O4)."""
    if wanted in OLD_GRADES:
        return rows.filter(
            pk__in=_latest(on, ~Q(regime=Regime.REPORT_CARD) & Q(overall=OLD_GRADES[Judged(wanted)]))
        )
    if wanted == Judged.REPORT_CARD:
        return rows.filter(pk__in=_latest(on, Q(regime=Regime.REPORT_CARD)))
    if wanted == Judged.REPORT_CARD_ATTENTION:
        return rows.filter(pk__in=_latest(on, Q(regime=Regime.REPORT_CARD) & area_needs_attention()))
    of_setting = Inspection.objects.filter(known(on), provider=OuterRef("pk"))
    rows = rows.exclude(Exists(of_setting.filter(is_graded=True)))
    if wanted == Judged.AGENCY:
        return rows.filter(agency__isnull=False)
    met = Exists(of_setting.filter(regime__in=MET_REGIMES, met__isnull=False))
    rows = rows.filter(agency__isnull=True)
    return rows.filter(met) if wanted == Judged.MET_ONLY else rows.exclude(met)


def _latest(on: date, condition: Q) -> QuerySet[Inspection, Any]:
    latest = latest_graded(on).values("pk")
    return Inspection.objects.filter(condition, pk__in=latest).order_by().values("provider_id")


def area_needs_attention(path: str = "") -> Q:
    """Report cards on which an area is below the expected standard, or safeguarding is not met; ``path``
    leads to the inspection.
    """
    any_area = Q(**{f"{path}rc_safeguarding": SAFEGUARDING_NOT_MET})
    for area in REPORT_CARD_AREAS:
        if area != "rc_safeguarding":
            any_area |= Q(**{f"{path}{area}__gte": NEEDS_ATTENTION})
    return any_area


def judgements_in_words(provider_ids: Collection[int], *, on: date) -> dict[int, str]:
    """The judgement that counts for each setting, as the list says it.

    Three queries whatever their number.
    """
    return {
        provider_id: in_words(judged.relevant)
        for provider_id, judged in relevant_judgements(provider_ids, on=on).items()
    }


class JudgedToday(NamedTuple):
    """What counts for a setting on a day, as lists say it, and what the leading policy in force says of it.

    ``because`` is a sentence for each reason; none where no judgement is published.
    """

    words: str
    verdict: Verdict
    because: tuple[str, ...]


def verdicts_today(agencies: tuple[tuple[int, int | None], ...], *, on: date) -> dict[int, JudgedToday]:
    """The same of settings that were read: pairs of a setting's id and its agency's. Two queries, and one
    where there is an agency.
    """
    return _verdicts(judgements_with(dict(agencies), on=on), on=on)


def _verdicts(judged: Mapping[int, JudgedSetting], *, on: date) -> dict[int, JudgedToday]:
    policy = table_in_force(on)
    return {provider_id: _judged(policy, row.relevant) for provider_id, row in judged.items()}


def _judged(policy: LeadingPolicy, relevant: Relevant) -> JudgedToday:
    decision = decide(policy, relevant)
    is_known = relevant.standing is not Standing.NOT_INSPECTED
    because = tuple(reason.in_words(_) for reason in decision.reasons) if is_known else ()
    return JudgedToday(in_words(relevant), decision.verdict, because)


def in_words(relevant: Relevant) -> str:
    """Good, 12 May 2024.

    Of a report card its date and the areas below the expected standard: never a grade of the whole (O3).
    """
    inspection = relevant.inspection
    if relevant.standing is Standing.AGENCY:
        return _("Through its agency: %(judgement)s") % {
            "judgement": _(AGENCY_JUDGEMENTS.words[relevant.agency_judgement or 0])
        }
    if inspection is None:
        return _("Not inspected yet")
    words = {"date": date_in_words(inspection.inspected_on), "framework": _(inspection.regime.label)}
    if inspection.regime is Regime.REPORT_CARD:
        below = _below_standard(inspection)
        card = _("Report card, %(date)s") % words
        return _("%(card)s (%(areas)s)") % {"card": card, "areas": "; ".join(below)} if below else card
    area = "overall" if inspection.is_graded else inspection.regime.value
    value = inspection.judgement(area)
    if value is None:
        return _("%(framework)s, %(date)s") % words
    words["grade"] = _(grade_words(area, value, inspection.inspected_on))
    return (
        _("%(grade)s, %(date)s") if inspection.is_graded else _("%(grade)s (%(framework)s), %(date)s")
    ) % words


def _below_standard(inspection: InspectionFacts) -> list[str]:
    found = []
    for area in REPORT_CARD_AREAS:
        value = inspection.judgement(area)
        worst = SAFEGUARDING_NOT_MET if area == "rc_safeguarding" else NEEDS_ATTENTION
        if value is not None and value >= worst:
            found.append(f"{_(area_label(area))}: {_(grade_words(area, value))}")
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """One inspection in the history: its days, and a word for each area
    of its framework ("" for one that was not judged).
    """

    inspected_on: date
    published_on: date | None
    number: str
    visit_type: str
    grades: tuple[str, ...]
    counts: bool
    ruled_out_on: date | None  # the day of the file that no longer names it


@dataclass(frozen=True, slots=True)
class History:
    """The inspections of a setting under one framework, newest first."""

    framework: str
    areas: tuple[str, ...]
    rows: tuple[Row, ...]


def judgement_history(provider: Provider, *, on: date) -> list[History]:
    """A setting's published inspections per framework and area,
    the framework of the newest one first (O3).
    """
    counts = relevant_judgements([provider.pk], on=on)[provider.pk].inspection_id
    by_regime: dict[Regime, list[tuple[InspectionFacts, bool, date | None]]] = {}
    rows = Inspection.objects.filter(published(on), provider=provider).order_by("-inspected_on", "-pk")
    for pk, ruled_out_on, regime, *rest in rows.values_list("pk", "ruled_out_on", *FACT_COLUMNS):
        facts = InspectionFacts(Regime(regime), *rest)
        by_regime.setdefault(facts.regime, []).append((facts, pk == counts, ruled_out_on))
    return [_history(regime, found) for regime, found in by_regime.items()]


def _history(regime: Regime, inspections: Sequence[tuple[InspectionFacts, bool, date | None]]) -> History:
    """One framework. A report card is a school's, with its early years area alone, or a registered
    setting's.
    """
    areas = areas_of(regime)
    if regime is Regime.REPORT_CARD:
        of_school = {"rc_safeguarding", "rc_early_years"}
        is_school = any(facts.rc_early_years is not None for facts, _counts, _ruled_out in inspections)
        areas = tuple(
            area
            for area in areas
            if (area in of_school if is_school else area != "rc_early_years")
            or any(facts.judgement(area) is not None for facts, _counts, _ruled_out in inspections)
        )
    return History(
        str(_(regime.label)),
        tuple(str(_(area_label(area, regime))) for area in areas),
        tuple(
            _row(facts, areas, counts=counts, ruled_out_on=ruled_out_on)
            for facts, counts, ruled_out_on in inspections
        ),
    )


def _row(facts: InspectionFacts, areas: Sequence[str], *, counts: bool, ruled_out_on: date | None) -> Row:
    return Row(
        facts.inspected_on,
        facts.published_on,
        facts.inspection_number or "",
        facts.visit_type or "",
        tuple(_grade(facts, area) for area in areas),
        counts,
        ruled_out_on,
    )


def _grade(facts: InspectionFacts, area: str) -> str:
    # An agency's own judgement is kept in ``met``, which only the met-or-not frameworks read by their area.
    value = facts.met if facts.regime is Regime.AGENCY else facts.judgement(area)
    return "" if value is None else str(_(grade_words(area, value, facts.inspected_on)))


@dataclass(frozen=True, slots=True)
class TakeOver:
    """An earlier registration that a setting may have followed, with what speaks for it.

    ``number`` is the earlier one's Department for Education URN where the register of schools names it,
    else its Ofsted URN; ``since`` the day that the register of schools tells.
    """

    provider: Provider
    reasons: Sequence[str]
    number: str
    is_school_number: bool = False
    since: date | None = None

    @property
    def asked_by(self) -> str:
        """The parameter of the page that records a take-over: numbers of two schemes are two things (O1)."""
        return "school" if self.is_school_number else "earlier"


def take_over_candidates(provider: Provider) -> list[TakeOver]:
    """Earlier registrations that this one may have followed, with what speaks for each (O2): those that
    the register of schools names, then others by their postcode, likeliest first.
    """
    said = [
        TakeOver(each.earlier, each.reasons, each.earlier_number, is_school_number=True, since=each.since)
        for each in take_overs_said_of(provider)
    ]
    named = {each.provider.pk for each in said}
    return [*said, *(each for each in _by_postcode(provider) if each.provider.pk not in named)]


def _by_postcode(provider: Provider) -> list[TakeOver]:
    if not provider.postcode or provider.registered_on is None:
        return []
    linked = predecessors_of(provider).order_by().values("old_id")
    gone = Provider.objects.filter(postcode=provider.postcode, unlisted_since__isnull=False).exclude(urn="")
    known_as = {each.urn: each for each in gone.exclude(pk=provider.pk).exclude(pk__in=linked).order_by("pk")}
    candidates = succession.candidates(_registration(provider), map(_registration, known_as.values()))
    return [
        TakeOver(known_as[each.urn], [reason.in_words(_) for reason in each.reasons], each.urn)
        for each in candidates
    ]


def _registration(provider: Provider) -> succession.Registration:
    return succession.Registration(
        urn=provider.urn,
        postcode=provider.postcode or None,
        registered_on=provider.registered_on,
        no_longer_listed_on=provider.unlisted_since,
        name=search_text(provider.name) or None,
        provider_type=provider.provider_type,
        registered_person_urn=provider.registered_person_urn or None,
    )


def judged_between(
    rows: QuerySet[Provider], first: date | None, last: date | None, *, on: date
) -> QuerySet[Provider]:
    """Settings with a published inspection of their own between two days, both included."""
    inspections = Inspection.objects.filter(published(on), provider=OuterRef("pk"))
    if first:
        inspections = inspections.filter(inspected_on__gte=first)
    if last:
        inspections = inspections.filter(inspected_on__lte=last)
    return rows.filter(Exists(inspections))
