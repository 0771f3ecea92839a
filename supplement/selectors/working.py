"""S8: "show working": what a run's snapshot says of one collaboration, as people read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from core.dates import last_day
from supplement.rules.facts import MemberFacts
from supplement.rules.snapshot import Kept
from supplement.rules.steps import Step


@dataclass(frozen=True, slots=True)
class Input:
    """Something that went in: what, its value in words, and where it comes from with its day."""

    label: str
    words: str
    source: str = ""
    source_on: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a member: the component's name, and pence."""

    component: str
    pence: int


@dataclass(frozen=True, slots=True)
class MemberWorking:
    """A member: what went in, each step, its lines, and what they come to."""

    membership_id: int
    name: str
    inputs: tuple[Input, ...]
    steps: tuple[str, ...]
    figures: tuple[Figure, ...]
    pence: int


@dataclass(frozen=True, slots=True)
class Paid:
    """A sum on a day of payment, or to a collaboration."""

    label: date | str
    pence: int


@dataclass(frozen=True, slots=True)
class Working:
    """A collaboration: its own steps, its members, and what is paid when and to whom.

    ``others_pence``: of the members that are left out here, together.
    """

    name: str
    steps: tuple[str, ...]
    members: tuple[MemberWorking, ...]
    others: int
    others_pence: int
    sum_pence: int
    pence: int
    instalments: tuple[Paid, ...]
    recipients: tuple[Paid, ...]


def working_in_words(kept: Kept, *, only: Collection[int] | None = None) -> Working:
    """S8: all of it, or of the members only those whose settings are named (by their ids)."""
    steps: dict[int | None, list[Step]] = defaultdict(list)
    for step in kept.steps:
        steps[step.membership_id].append(step)
    names = {component.key: component.name for component in kept.terms.components}
    facts = {member.membership_id: member for member in kept.facts.members}
    lines: dict[int, list[Sequence[int]]] = defaultdict(list)
    for line in kept.result["lines"]:
        lines[line[0]].append(line)
    members = [
        _member(facts[number], rows, steps[number], names)
        for number, rows in lines.items()
        if number in facts
    ]
    settings = {number: {facts[number].provider_id, *(row[1] for row in lines[number])} for number in lines}
    shown = [
        member for member in members if only is None or settings[member.membership_id].intersection(only)
    ]
    result = kept.result
    return Working(
        kept.facts.name,
        _sentences(steps[None]),
        tuple(sorted(shown, key=lambda member: (member.name.casefold(), member.membership_id))),
        len(members) - len(shown),
        sum(member.pence for member in members) - sum(member.pence for member in shown),
        result["sum"],
        result["pence"],
        tuple(
            Paid(part.pay_on, pence)
            for part, pence in zip(kept.terms.period.instalments, result["instalments"], strict=False)
        ),
        _recipients(kept),
    )


def _member(
    member: MemberFacts,
    lines: Sequence[Sequence[int]],
    steps: Sequence[Step],
    names: Mapping[str, str],
) -> MemberWorking:
    figures = tuple(Figure(names.get(str(line[2]), str(line[2])), line[8]) for line in lines)
    return MemberWorking(
        member.membership_id,
        member.name,
        tuple(_inputs(member)),
        _sentences(steps),
        figures,
        sum(figure.pence for figure in figures),
    )


def _inputs(member: MemberFacts) -> list[Input]:
    heads = _("None certified") if member.heads is None else str(member.heads)
    staff, hours = member.staff_source, member.hours_source
    rows = [Input(_("Staff"), heads, staff.words if staff else "", staff.day if staff else None)]
    if hours is not None:
        rows.append(Input(_("Funded hours"), str(member.hours), hours.words, hours.day))
    rows.append(Input(_("Member since"), "", "", member.joined_on))
    if member.left_on is not None:
        rows.append(Input(_("Last day as a member"), "", "", last_day(member.left_on)))
    return rows


def _recipients(kept: Kept) -> tuple[Paid, ...]:
    rows = [(to, pence) for to, pence, _parts in kept.result["recipients"]]
    if [to for to, _pence in rows] == [kept.facts.id]:
        return ()
    ids = [to for to, _pence in rows]
    names = dict(Collaboration.objects.filter(pk__in=ids).values_list("pk", "name"))
    return tuple(Paid(names.get(to, str(to)), pence) for to, pence in rows)


def _sentences(steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(step.reason.in_words(_) for step in steps)
