"""W2: the life of a version of the ways of working as one table, the
members' answers, and whether it may be adopted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from core.text import has_something_to_see
from ways_of_working.rules.effective import EffectiveTerms


class State(TextChoices):
    """Where a version stands.

    ``REVIEW_DUE`` is adopted with its review overdue: it follows from the clock and is not stored.
    """

    DRAFT = "draft", _("Being written")
    CIRCULATED = "circulated", _("With the members")
    ADOPTED = "adopted", _("Adopted")
    REVIEW_DUE = "review_due", _("Adopted, review due")
    SUPERSEDED = "superseded", _("Replaced by a later version")
    DISCARDED = "discarded", _("Put aside")


class Actor(StrEnum):
    """Who makes a move: a leader or the administrator, the clock, or the version that comes after."""

    WRITER = "writer"
    CLOCK = "clock"
    NEXT_VERSION = "next_version"


class Transition(NamedTuple):
    """One row of the table: from, to, who makes the move, and the deed as a button says it."""

    start: State
    to: State
    actor: Actor
    deed: str


#: The one table. The diagram in ``docs/rules/W2.md`` says the same.
TRANSITIONS: tuple[Transition, ...] = (
    Transition(State.DRAFT, State.CIRCULATED, Actor.WRITER, gettext_noop("Send it to the members")),
    Transition(State.DRAFT, State.DISCARDED, Actor.WRITER, gettext_noop("Put it aside")),
    Transition(State.CIRCULATED, State.DRAFT, Actor.WRITER, gettext_noop("Take it back to change it")),
    Transition(State.CIRCULATED, State.ADOPTED, Actor.WRITER, gettext_noop("Record that it is adopted")),
    Transition(State.ADOPTED, State.REVIEW_DUE, Actor.CLOCK, gettext_noop("Its review falls due")),
    Transition(
        State.REVIEW_DUE,
        State.ADOPTED,
        Actor.WRITER,
        gettext_noop("Record that it was reviewed and stays as it is"),
    ),
    Transition(State.ADOPTED, State.SUPERSEDED, Actor.NEXT_VERSION, gettext_noop("Replace it")),
    Transition(State.REVIEW_DUE, State.SUPERSEDED, Actor.NEXT_VERSION, gettext_noop("Replace it")),
)
#: The states that are stored.
STORED = tuple(state for state in State if state is not State.REVIEW_DUE)
#: The words may change here and nowhere else.
WRITABLE = frozenset({State.DRAFT})


class MemberAnswer(TextChoices):
    """What a member says to a version that is with the members."""

    AGREES = "agrees", _("We agree")
    CHANGE = "change", _("We ask for a change")
    ABSTAINS = "abstains", _("We abstain")


class AdoptionRule(StrEnum):
    """Who must agree. Both count the settings that are members on the day of adoption, one answer each."""

    ALL = "all"
    MAJORITY = "majority"


class Tally(NamedTuple):
    """How the current members answered. Answers of settings that are no longer members are not in it."""

    members: int
    agree: int
    change: int
    abstain: int

    @property
    def silent(self) -> int:
        return self.members - self.agree - self.change - self.abstain


@dataclass(frozen=True, slots=True)
class AdoptionFacts:
    """What an adoption is judged by. ``members`` are those of the day; ``answers`` are by member."""

    state: State
    circulated_on: date | None
    rule: AdoptionRule
    members: Set[int]
    answers: Mapping[int, MemberAnswer] = field(default_factory=dict)
    is_material: bool = True
    last_adopted_on: date | None = None


def transition_of(start: State, to: State) -> Transition | None:
    return next((row for row in TRANSITIONS if (row.start, row.to) == (start, to)), None)


def state_on(kept: State, *, review_due_on: date | None, today: date) -> State:
    """The state as shown: an adopted version whose review day has come is due."""
    due = kept is State.ADOPTED and review_due_on is not None and review_due_on <= today
    return State.REVIEW_DUE if due else kept


def rule_for(terms: EffectiveTerms) -> AdoptionRule:
    """The rule in force before the new version, so that no version changes the rule for its own sake.

    All, where nobody said.
    """
    return AdoptionRule(terms.choice("adoption_rule") or AdoptionRule.ALL)


def tally_of(members: Set[int], answers: Mapping[int, MemberAnswer]) -> Tally:
    given = [answer for member, answer in answers.items() if member in members]
    return Tally(len(members), *(given.count(answer) for answer in MemberAnswer))


def still_to_answer(members: Set[int], answers: Mapping[int, MemberAnswer]) -> frozenset[int]:
    """The members that a reminder goes to."""
    return frozenset(member for member in members if member not in answers)


def is_met(rule: AdoptionRule, tally: Tally) -> bool:
    """Whether enough members agree.

    All: every member has answered, none asks for a change, and at least one agrees. An abstention stands in
    nobody's way. Majority: more than half of all members agree. An abstention counts like silence: as a
    member who does not agree.
    """
    if rule is AdoptionRule.MAJORITY:
        return tally.agree * 2 > tally.members
    return tally.agree > 0 and tally.agree + tally.abstain == tally.members


def may_adopt(facts: AdoptionFacts, *, on: date, today: date, decision: str) -> list[Refusal]:
    """W2: every reason why a version may not be adopted on a day, at once. Empty when it may."""
    if transition_of(facts.state, State.ADOPTED) is None or facts.state is State.REVIEW_DUE:
        return [
            _refusal(
                "state",
                gettext_noop(
                    "Only a version that is with the members can be adopted. This one is: %(state)s."
                ),
                facts,
            )
        ]
    return [*_wrong_day(facts, on, today), *_no_decision(decision), *_not_enough(facts)]


def may_take_back(state: State, tally: Tally) -> list[Refusal]:
    """W2: a version goes back to be changed only when a member asks for a
    change; otherwise what was sent round stays frozen.
    """
    if transition_of(state, State.DRAFT) is None:
        return [
            Refusal(
                "state",
                Reason("W2", gettext_noop("Only a version that is with the members can be taken back.")),
            )
        ]
    if not tally.change:
        return [
            Refusal(
                "state",
                Reason("W2", gettext_noop("No member has asked for a change. Ask for it first, in words.")),
            )
        ]
    return []


def may_answer(state: State, answer: MemberAnswer, *, words: str, is_member: bool) -> list[Refusal]:
    """W2: each current member answers while the version is with the
    members, and may change its answer until it is adopted.
    """
    refusals = []
    if state is not State.CIRCULATED:
        refusals.append(
            Refusal(
                "answer",
                Reason("W2", gettext_noop("This version is not with the members, so it takes no answers.")),
            )
        )
    if not is_member:
        refusals.append(
            Refusal("answer", Reason("W2", gettext_noop("Only settings that are members today answer.")))
        )
    if answer is MemberAnswer.CHANGE and not has_something_to_see(words):
        refusals.append(Refusal("words", Reason("W2", gettext_noop("Say what should change."))))
    return refusals


def _wrong_day(facts: AdoptionFacts, on: date, today: date) -> Iterator[Refusal]:
    if on > today:
        yield Refusal("on", Reason("W2", gettext_noop("The day must be today or in the past.")))
    if facts.circulated_on is not None and on < facts.circulated_on:
        sentence = gettext_noop("The day must be on or after %(day)s, when it was sent to the members.")
        yield Refusal("on", Reason("W2", sentence, {"day": facts.circulated_on}))
    if facts.last_adopted_on is not None and on < facts.last_adopted_on:
        sentence = gettext_noop("The day must be on or after %(day)s, when the version before was adopted.")
        yield Refusal("on", Reason("W2", sentence, {"day": facts.last_adopted_on}))


def _no_decision(decision: str) -> Iterator[Refusal]:
    if not has_something_to_see(decision):
        yield Refusal("decision", Reason("W2", gettext_noop("Say how and where the members decided.")))


def _not_enough(facts: AdoptionFacts) -> Iterator[Refusal]:
    """A small change (not material) is only told, so silence is
    consent; but a member that asks for a change is heard.
    """
    tally = tally_of(facts.members, facts.answers)
    if not tally.members:
        yield Refusal(
            "answers", Reason("W2", gettext_noop("There are no members on that day who could adopt it."))
        )
    elif not facts.is_material and not tally.change:
        return
    elif facts.rule is AdoptionRule.MAJORITY and not is_met(facts.rule, tally):
        sentence = gettext_noop(
            "More than half of the members must agree. So far %(agree)d of %(members)d do."
        )
        yield Refusal("answers", Reason("W2", sentence, {"agree": tally.agree, "members": tally.members}))
    elif facts.rule is AdoptionRule.ALL:
        yield from _not_all(facts, tally)


def _not_all(facts: AdoptionFacts, tally: Tally) -> Iterator[Refusal]:
    if tally.change:
        one, many = (
            gettext_noop("One member asks for a change."),
            gettext_noop("%(number)d members ask for a change."),
        )
        yield Refusal("answers", Reason("W2", one if tally.change == 1 else many, {"number": tally.change}))
    if tally.silent and facts.is_material:
        one, many = (
            gettext_noop("One member has not answered."),
            gettext_noop("%(number)d members have not answered."),
        )
        yield Refusal("answers", Reason("W2", one if tally.silent == 1 else many, {"number": tally.silent}))
    if not tally.agree and not tally.change and not tally.silent:
        yield Refusal(
            "answers", Reason("W2", gettext_noop("Every member abstains. At least one must agree."))
        )


def _refusal(field: str, sentence: str, facts: AdoptionFacts) -> Refusal:
    return Refusal(field, Reason("W2", sentence, {"state": facts.state.label}))
