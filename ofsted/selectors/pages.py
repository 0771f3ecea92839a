"""What the pages of a setting say of its judgements, read at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.prepared import prepared
from ofsted.models import Inspection
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.policy import Decision, decide
from ofsted.rules.regimes import Regime, area_label, areas_of, grade_words
from ofsted.rules.relevance import Relevant, Standing, latest_relevant
from ofsted.selectors.register import in_words, published
from ofsted.selectors.standing import FACT_COLUMNS, relevant_judgements, table_in_force
from providers.models import Provider, SuccessionLink
from providers.selectors import predecessors_of

#: So many of the newest stand on the overview.
MAX_IN_SHORT = 4


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """One published inspection in words. ``areas``: each area that was judged with its word; an old grade
    or a report card alike, and no grade of a whole report card (O3).
    """

    on: date
    words: str
    areas: Sequence[tuple[str, str]]
    visit_type: str
    counts: bool
    ruled_out_on: date | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A registration that the setting took over from: its judgements never count for the new one (O2)."""

    setting: Provider
    on: date
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """Of one setting on a day. ``in_words`` is the one that counts."""

    relevant: Relevant
    in_words: str
    lines: Sequence[JudgementLine]
    earlier: Sequence[Earlier]
    #: What the leading policy in force makes of it (O5), for those who read the policy.
    decision: Decision | None

    @property
    def through_agency(self) -> bool:
        return self.relevant.standing is Standing.AGENCY


def judgements_today(provider: Provider, *, on: date, with_policy: bool) -> Judgements:
    """A setting's published inspections, the newest first, the one that counts marked (O4), and those that it
    took over from. Two queries, two for the policy, and three for earlier registrations or an agency.
    """
    rows = _published_rows(provider=provider, on=on)
    known = [(InspectionFacts(Regime(regime), *rest), ruled_out_on) for ruled_out_on, regime, *rest in rows]
    relevant = _relevant(provider, [facts for facts, ruled_out_on in known if ruled_out_on is None], on)
    lines = [
        _line(facts, ruled_out_on is None and facts == relevant.inspection, ruled_out_on)
        for facts, ruled_out_on in known
    ]
    decision = decide(table_in_force(on), relevant) if with_policy else None
    return Judgements(relevant, in_words(relevant), lines, _earlier(provider, on), decision)


@prepared
def _published_rows(provider: Provider, on: date) -> QuerySet[Any, Any]:
    rows = Inspection.objects.filter(published(on), provider=provider).order_by("-inspected_on", "-pk")
    return rows.values_list("ruled_out_on", *FACT_COLUMNS)


@prepared
def _predecessors(provider: Provider) -> QuerySet[SuccessionLink]:
    return predecessors_of(provider)


def _relevant(provider: Provider, known: Sequence[InspectionFacts], on: date) -> Relevant:
    """By what was read already; of a childminder of an agency the agency's judgement is asked for."""
    if provider.agency_id is not None and not any(facts.is_graded for facts in known):
        return relevant_judgements([provider.pk], on=on)[provider.pk].relevant
    return latest_relevant(known, on)


def _earlier(provider: Provider, on: date) -> list[Earlier]:
    links = _predecessors(provider=provider) if getattr(provider, "has_succession", True) else ()
    judged = relevant_judgements([link.old_id for link in links], on=on) if links else {}
    return [
        Earlier(link.old, link.on, link.reason, in_words(judged[link.old_id].relevant))
        for link in links
        if link.old_id in judged
    ]


def _line(facts: InspectionFacts, counts: bool, ruled_out_on: date | None) -> JudgementLine:
    areas = [
        (str(_(area_label(area, facts.regime))), str(_(grade_words(area, value, facts.inspected_on))))
        for area in areas_of(facts.regime)
        if (value := _value(facts, area)) is not None
    ]
    return JudgementLine(
        facts.inspected_on,
        str(_(facts.regime.label)),
        areas,
        facts.visit_type or "",
        counts,
        ruled_out_on,
    )


def _value(facts: InspectionFacts, area: str) -> int | None:
    """An agency's own judgement is kept in ``met``, as every judgement of met or not met is."""
    return facts.met if facts.regime is Regime.AGENCY else facts.judgement(area)
