"""What settings would be judged after a load that waits to be confirmed (O4), without carrying it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ofsted.models import ImportRun, PlannedRow
from ofsted.rules.inspections import InspectionFacts, is_graded
from ofsted.rules.policy import Decision, decide
from ofsted.rules.regimes import JUDGEMENT_COLUMNS, Regime
from ofsted.rules.relevance import Relevant, Standing, known_on, latest_relevant
from ofsted.rules.telling import KIND_OF, Telling, from_stored
from ofsted.selectors.differences import inspections_changed
from ofsted.selectors.standing import inspections_of, relevant_judgements, table_in_force
from providers.models import Provider


@dataclass(frozen=True, slots=True)
class Judged:
    """A setting's judgement and verdict before a load and after it."""

    before: Relevant
    after: Relevant
    verdict_before: Decision
    verdict_after: Decision


def judged_after(run: ImportRun, rows: Mapping[int, PlannedRow], *, on: date) -> dict[int, Judged]:
    """Of settings whose inspections change: what is said of them on a day. ``rows`` are by the setting's
    id.
    """
    changing = {pk: row for pk, row in rows.items() if inspections_changed(row)}
    before = relevant_judgements(changing, on=on)
    held = inspections_of(changing, on=on)
    agencies = dict(Provider.objects.filter(pk__in=changing).values_list("pk", "agency_id"))
    policy, telling = table_in_force(on), from_stored(run.telling)
    found = {}
    for pk, row in changing.items():
        inspections = _changed(held.get(pk, {}), inspections_changed(row), telling)
        now = before[pk].relevant
        after = latest_relevant(
            inspections, on, with_agency=agencies[pk] is not None, agency_judgement=now.agency_judgement
        )
        found[pk] = Judged(now, after, decide(policy, now), decide(policy, after))
    return found


def judged_through_agencies(run: ImportRun, rows: Mapping[int, PlannedRow], *, on: date) -> dict[int, Judged]:
    """Of childminders whose agency's judgement changes: what is said of them (O5). ``rows`` are by the
    agency's id.
    """
    changing = {pk: row for pk, row in rows.items() if inspections_changed(row)}
    minders = dict(Provider.objects.filter(agency__in=changing).values_list("pk", "agency_id"))
    before, held = relevant_judgements(minders, on=on), inspections_of(changing, on=on)
    policy, telling = table_in_force(on), from_stored(run.telling)
    found = {}
    for pk, agency_id in minders.items():
        now = before[pk].relevant
        if now.standing is not Standing.AGENCY or agency_id is None:
            continue
        inspections = _changed(held.get(agency_id, {}), inspections_changed(changing[agency_id]), telling)
        after = replace(now, agency_judgement=newest_of_agency(inspections, on))
        found[pk] = Judged(now, after, decide(policy, now), decide(policy, after))
    return found


def newest_of_agency(inspections: Iterable[InspectionFacts], on: date) -> int | None:
    """What Ofsted says of an agency on a day."""
    judged = [
        facts
        for facts in inspections
        if facts.regime is Regime.AGENCY and facts.met is not None and known_on(facts, on)
    ]
    return max(judged, key=lambda facts: facts.inspected_on).met if judged else None


def _changed(
    held: Iterable[InspectionFacts],
    differences: Iterable[tuple[str, dict[str, Any], dict[str, Any]]],
    telling: Telling,
) -> list[InspectionFacts]:
    by_key = {(facts.regime, facts.inspected_on): facts for facts in held}
    numbers = {(facts.regime, facts.inspection_number): facts for facts in held if facts.inspection_number}
    for name, before, after in differences:
        if name == "inspection_gone":
            by_key.pop(_key(before), None)
        else:
            moved = numbers.get((Regime(after["regime"]), str(after.get("inspection_number", ""))))
            if moved is not None:
                by_key.pop((moved.regime, moved.inspected_on), None)
            by_key[_key(after)] = _facts(before, after, telling)
    return list(by_key.values())


def _key(said: Mapping[str, Any]) -> tuple[Regime, date]:
    return Regime(said["regime"]), date.fromisoformat(said["inspected_on"])


def _facts(before: Mapping[str, Any], after: Mapping[str, Any], telling: Telling) -> InspectionFacts:
    regime, day = _key(after)
    told = telling.columns.get(KIND_OF.get(regime, ""), ())
    judgements: dict[str, int | None] = {
        name: after.get(name) if name in told else after.get(name, before.get(name))
        for name in JUDGEMENT_COLUMNS
    }
    facts = InspectionFacts(
        regime, after.get("inspection_number"), day, after.get("visit_type"), is_graded(regime, judgements)
    )
    changes: dict[str, Any] = dict(judgements)
    return facts._replace(**changes)
