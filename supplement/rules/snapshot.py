"""S8: a run's snapshot: what went in and what came out, as one canonical text with its hash; each step is
drawn up from it when somebody asks (the first format kept them too).

The same calculation gives the same bytes. `recalculate` reads a snapshot of any format that was ever written,
calculates anew from what went in, and says what differs from what was kept: nothing, or an alarm.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from supplement.rules.calculation import Calculation, Line, Result, calculate
from supplement.rules.explaining import working
from supplement.rules.facts import CollaborationFacts
from supplement.rules.kept import read_collaboration, read_terms, written
from supplement.rules.schemes import Terms
from supplement.rules.steps import Step, value_read

#: The format that is written. A new one gets a number and its reader in `FORMATS`; none is taken out.
FORMAT = 2


class Snapshot(NamedTuple):
    """The text, and the SHA-256 of its UTF-8 in hexadecimal digits."""

    text: str
    digest: str


class Difference(NamedTuple):
    """Where a snapshot and its recalculation part: the collaboration and line, what is compared, both values
    (pence for sums; None where one side has no such thing).
    """

    what: str
    kept: int | str | None
    calculated: int | str | None
    collaboration_id: int | None = None
    membership_id: int | None = None
    component: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Recalculation:
    """S8: ``differences`` is empty where the pence are the same."""

    calculation: Calculation
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        return not self.differences


class Unreadable(ValueError):
    """A text that is no snapshot, or of a format that this software does not know."""


def snapshot(calculation: Calculation, facts: Iterable[CollaborationFacts] | str) -> Snapshot:
    """S8: a calculation with the facts that it was made from, as they came in, or as `facts_text` wrote them."""
    text = (
        f'{{"facts":{_written(facts)},"format":{FORMAT},"pence":{calculation.pence},'
        f'"results":{_results_text(calculation)},"terms":{written(calculation.terms)}}}'
    )
    return Snapshot(text, digest_of(text))


def input_digest(terms: Terms, facts: Iterable[CollaborationFacts] | str) -> str:
    """S8: the hash of what a calculation is made from: the same until any of it changes."""
    return digest_of(f'{{"facts":{_written(facts)},"terms":{written(terms)}}}')


def facts_text(facts: Iterable[CollaborationFacts]) -> str:
    """S8: facts as the snapshot and the hash of what went in hold them: for both they are written once."""
    in_order = sorted(facts, key=lambda each: each.id)
    return written(tuple(_in_order(collaboration) for collaboration in in_order))


def _written(facts: Iterable[CollaborationFacts] | str) -> str:
    return facts if isinstance(facts, str) else facts_text(facts)


def _in_order(collaboration: CollaborationFacts) -> CollaborationFacts:
    ids = [member.membership_id for member in collaboration.members]
    if ids == sorted(ids):
        return collaboration
    members = tuple(sorted(collaboration.members, key=lambda member: member.membership_id))
    return dataclasses.replace(collaboration, members=members)


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def recalculate(text: str, *, digest: str | None = None) -> Recalculation:
    """S8: a snapshot again, from what went in. With its digest a changed text is a difference too.

    Unreadable for what is no snapshot, or is of a format not known.
    """
    whole = _read(text)
    form = FORMATS[whole["format"]]
    try:
        terms = form.terms(whole["terms"])
        facts = [form.facts(each) for each in whole["facts"]]
        before = {_name(found): found.value for found in form.outcomes(whole)}
        calculation = form.calculate(terms, facts)
    except (AttributeError, KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise Unreadable("a snapshot whose parts cannot be read") from error
    after = {_name(found): found.value for found in _outcomes(calculation)}
    differences = [
        Difference(name[0], before.get(name), after.get(name), *name[1:])
        for name in [*before, *(name for name in after if name not in before)]
        if before.get(name) != after.get(name)
    ]
    if digest is not None and digest != (now := digest_of(text)):
        differences.insert(0, Difference("digest", digest, now))
    return Recalculation(calculation, tuple(differences))


class Went(NamedTuple):
    """What went into a snapshot, and how its time calculated."""

    terms: Terms
    facts: tuple[CollaborationFacts, ...]
    calculate: Callable[[Terms, Iterable[CollaborationFacts]], Calculation]


def went_into(text: str) -> Went:
    """S8: what a run was calculated from. Unreadable for what is no snapshot."""
    whole = _read(text)
    form = FORMATS[whole["format"]]
    return Went(
        form.terms(whole["terms"]), tuple(form.facts(each) for each in whole["facts"]), form.calculate
    )


class Kept(NamedTuple):
    """One collaboration of a snapshot: the terms, its facts, its result as plain values, and its steps.

    ``result`` has the sums of the collaboration in pence: "sum", "asked", "pence"; "instalments",
    "recipients" (id, pence, instalments), "blocked", "held" and "lines".
    """

    terms: Terms
    facts: CollaborationFacts
    result: Mapping[str, Any]
    steps: tuple[Step, ...]


def kept_in(text: str, collaboration_id: int) -> Kept:
    """S8: what a snapshot says of one collaboration. KeyError where it is not in the run, Unreadable for what
    is no snapshot.
    """
    opened = _opened(text)
    whole = opened.whole
    form = FORMATS[whole["format"]]
    steps = form.steps(opened, collaboration_id)
    facts = next(each for each in whole["facts"] if each["id"] == collaboration_id)
    result = next(each for each in whole["results"] if each["id"] == collaboration_id)
    return Kept(form.terms(whole["terms"]), form.facts(facts), result, steps)


def facts_in(text: str) -> list[CollaborationFacts]:
    """S8: the facts of every collaboration of a snapshot, as they went in. Unreadable for what is no
    snapshot.
    """
    whole = _read(text)
    form = FORMATS[whole["format"]]
    return [form.facts(each) for each in whole["facts"]]


def recipients_in(text: str) -> dict[int, list[tuple[int, int, tuple[int, ...]]]]:
    """S6: of each collaboration of a snapshot who gets its sum: the collaboration, its pence, and these by
    instalment. It is itself, or those that it became.
    """
    return {
        result["id"]: [(to, pence, tuple(instalments)) for to, pence, instalments in result["recipients"]]
        for result in _read(text)["results"]
    }


def _read(text: str) -> dict[str, Any]:
    try:
        whole = json.loads(text, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise Unreadable("no JSON") from error
    number = whole.get("format") if isinstance(whole, dict) else None
    if type(number) is not int or number not in FORMATS:
        raise Unreadable("a format that is not known")
    return whole


def _no_float(number: str) -> None:
    raise ValueError(f"{number} is no whole number")


class _Outcome(NamedTuple):
    """A value that came out, with what it is of."""

    what: str
    value: int | str
    collaboration_id: int | None = None
    membership_id: int | None = None
    component: str | None = None


_Name = tuple[str, int | None, int | None, str | None]


def _name(outcome: _Outcome) -> _Name:
    return outcome.what, outcome.collaboration_id, outcome.membership_id, outcome.component


def _results_text(calculation: Calculation) -> str:
    """What came out, as the snapshot holds it: names in order, nothing between the parts."""
    keys = {component.key: written(component.key) for component in calculation.components}
    return f"[{','.join([_result_text(result, keys) for result in calculation.results])}]"


def _result_text(result: Result, keys: Mapping[str, str]) -> str:
    recipients = [f"[{to.collaboration_id},{to.pence},{written(to.instalments)}]" for to in result.recipients]
    lines = [_line_text(line, keys) for line in result.lines]
    return (
        f'{{"asked":{result.asked_pence},"blocked":{written(result.is_blocked)},"held":{written(result.is_held)},'
        f'"id":{result.collaboration_id},"instalments":{written(result.instalments)},"lines":[{",".join(lines)}],'
        f'"pence":{result.pence},"recipients":[{",".join(recipients)}],"sum":{result.sum_pence}}}'
    )


def _line_text(line: Line, keys: Mapping[str, str]) -> str:
    """A line's values in their order, without the collaboration, which the result has."""
    (_group, membership, provider, component, counted, part, percent, rounded, capped, pence, instalments) = (
        line
    )
    return (
        f'[{membership},{provider},{keys[component]},{counted},"{part.numerator}/{part.denominator}",{percent},'
        f"{rounded},{capped},{pence},[{','.join(map(str, instalments))}]]"
    )


LINE_VALUES = ("provider", "counted", "part", "kept", "rounded", "capped", "pence", "instalments")


def _outcomes(calculation: Calculation) -> Iterator[_Outcome]:
    """What came out of a calculation, in the words of the format of today."""
    whole = {
        "pence": calculation.pence,
        "results": json.loads(_results_text(calculation)),
    }
    return _outcomes_1(whole)


def _outcomes_1(whole: Mapping[str, Any]) -> Iterator[_Outcome]:
    yield _Outcome("pence", whole["pence"])
    for result in whole["results"]:
        of = result["id"]
        for what in ("sum", "asked", "pence", "blocked", "held"):
            yield _Outcome(what, int(result[what]), of)
        yield _Outcome("instalments", _joined(result["instalments"]), of)
        yield _Outcome("recipients", json.dumps(result["recipients"]), of)
        for membership_id, provider_id, component, *values in result["lines"]:
            for what, value in zip(LINE_VALUES, (provider_id, *values), strict=True):
                told = _joined(value) if isinstance(value, list) else value
                yield _Outcome(what, told, of, membership_id, component)


def _joined(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


class _Opened:
    """A snapshot that was read, with its calculation once somebody asks for steps."""

    def __init__(self, text: str) -> None:
        self.whole = _read(text)

    @cached_property
    def calculation(self) -> Calculation:
        facts = [read_collaboration(each) for each in self.whole["facts"]]
        return calculate(read_terms(self.whole["terms"]), facts)


@lru_cache(maxsize=1)
def _opened(text: str) -> _Opened:
    """The last one is kept: the statements of a run ask for one collaboration after the other."""
    return _Opened(text)


def _steps_1(opened: _Opened, collaboration_id: int) -> tuple[Step, ...]:
    return tuple(
        Step(key, {name: value_read(name, value) for name, value in facts.items()}, membership_id, component)
        for key, membership_id, component, facts in opened.whole["steps"][str(collaboration_id)]
    )


def _steps_2(opened: _Opened, collaboration_id: int) -> tuple[Step, ...]:
    """Drawn up from what went in, by the calculation of this format. KeyError where it is not in the run."""
    return working(opened.calculation, collaboration_id)


@dataclasses.dataclass(frozen=True, slots=True)
class Format:
    """How a format is read, and how its time calculated and told its steps: a change of the rules gets a new
    format, and the old way stays beside it.
    """

    terms: Callable[[Any], Terms]
    facts: Callable[[Any], CollaborationFacts]
    outcomes: Callable[[Mapping[str, Any]], Iterator[_Outcome]]
    steps: Callable[[_Opened, int], tuple[Step, ...]]
    calculate: Callable[[Terms, Iterable[CollaborationFacts]], Calculation]


FORMATS: Mapping[int, Format] = {
    1: Format(read_terms, read_collaboration, _outcomes_1, _steps_1, calculate),
    2: Format(read_terms, read_collaboration, _outcomes_1, _steps_2, calculate),
}
