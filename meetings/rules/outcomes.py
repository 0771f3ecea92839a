"""G6: what a vote decided, by the method, the quorum and the tie rule that the members agreed (W1).

Whole numbers decide. Who stood aside is in neither side of any count: an interest makes no quorum and breaks
none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason

ALL = 100
#: One setting alone is no group that decides, whoever else stood aside.
MIN_DECIDING = 2


class Choice(TextChoices):
    """What a setting says. Who abstains takes part and is neither for nor against."""

    FOR = "for", _("For")
    AGAINST = "against", _("Against")
    ABSTAIN = "abstain", _("Abstain")
    OBJECT = "object", _("Object")


class Method(TextChoices):
    """How votes decide, by the codes of the ways of working (W1)."""

    CONSENSUS = "consensus", _("Consensus")
    SIMPLE_MAJORITY = "simple_majority", _("Simple majority")
    QUALIFIED_MAJORITY = "qualified_majority", _("Qualified majority")
    ALL = "all", _("Every member must vote for it")


class QuorumKind(TextChoices):
    """Who must take part, by the codes of the ways of working (W1)."""

    SHARE = "share", _("A share of the members")
    NUMBER = "number", _("A number of members")
    NONE = "none", _("Whoever is there")


class TieRule(TextChoices):
    """What settles an equal vote, by the codes of the ways of working (W1)."""

    NOT_CARRIED = "not_carried", _("The proposal is not carried")
    CHAIR = "chair", _("The chair decides")
    AGAIN = "again", _("Vote once more at the next meeting")
    LOT = "lot", _("Draw lots")


class OutcomeKind(TextChoices):
    """What came of a vote. The last three wait for people."""

    CARRIED = "carried", _("Carried")
    NOT_CARRIED = "not_carried", _("Not carried")
    NO_QUORUM = "no_quorum", _("Too few took part")
    CHAIR_DECIDES = "chair_decides", _("The chair decides")
    VOTE_AGAIN = "vote_again", _("Vote again")
    TO_BE_DRAWN = "to_be_drawn", _("Lots are to be drawn")


@dataclass(frozen=True, slots=True)
class VotingRule:
    """How this vote is decided. ``percent`` is the share of a qualified majority, ``quorum_number`` the per
    cent or the number of a quorum. Raises ValueError where one is needed and none is said.
    """

    method: Method = Method.SIMPLE_MAJORITY
    percent: int | None = None
    quorum: QuorumKind = QuorumKind.NONE
    quorum_number: int | None = None
    tie: TieRule = TieRule.NOT_CARRIED

    def __post_init__(self) -> None:
        if self.method is Method.QUALIFIED_MAJORITY and not ALL // 2 < (self.percent or 0) <= ALL:
            raise ValueError("A qualified majority is more than half, and at most all.")
        if self.quorum is not QuorumKind.NONE and (self.quorum_number or 0) < 1:
            raise ValueError("A quorum of a share or a number says which.")
        if self.quorum is QuorumKind.SHARE and (self.quorum_number or 0) > ALL:
            raise ValueError("A share is at most all.")


class Tally(NamedTuple):
    """How many settings said what."""

    in_favour: int = 0
    against: int = 0
    abstained: int = 0
    objected: int = 0

    @property
    def cast(self) -> int:
        """How many votes were given, abstentions too."""
        return sum(self)


class Turnout(NamedTuple):
    """``base``: how many settings may decide, without those that stood aside; ``taking_part``: how many of
    them do.
    """

    base: int
    taking_part: int


class Tie(NamedTuple):
    """What an equal vote is settled by: whether the chair may decide it (he or she has not stood aside),
    whether this is the second vote, and what the chair or the lot said, once that is known.
    """

    chair_may_decide: bool = True
    is_second: bool = False
    settled: bool | None = None


class Outcome(NamedTuple):
    """What came of a vote, with the reason in words."""

    kind: OutcomeKind
    reason: Reason


NO_TIE = Tie()


def choices_of(method: Method) -> tuple[Choice, ...]:
    """What a setting can say by a method: consensus knows an objection instead of a vote against."""
    if method is Method.CONSENSUS:
        return Choice.FOR, Choice.ABSTAIN, Choice.OBJECT
    return Choice.FOR, Choice.AGAINST, Choice.ABSTAIN


def quorum_of(rule: VotingRule, base: int) -> int:
    """How many settings must take part, of so many that may: at least one, a share rounded up."""
    if rule.quorum is QuorumKind.SHARE:
        return max(1, -(-(rule.quorum_number or 0) * base // ALL))
    if rule.quorum is QuorumKind.NUMBER:
        return rule.quorum_number or 1
    return 1


def outcome(tally: Tally, rule: VotingRule, *, turnout: Turnout, tie: Tie = NO_TIE) -> Outcome:
    """G6: what the vote decided."""
    if turnout.base < MIN_DECIDING:
        sentence = gettext_noop("Too few settings can decide: at least two without an interest are needed.")
        return Outcome(OutcomeKind.NO_QUORUM, Reason("G6", sentence))
    needed = quorum_of(rule, turnout.base)
    if turnout.taking_part < needed:
        sentence = gettext_noop("Too few took part: %(part)d of %(base)d settings. At least %(needed)d must.")
        numbers: dict[str, Fact] = {"part": turnout.taking_part, "base": turnout.base, "needed": needed}
        return Outcome(OutcomeKind.NO_QUORUM, Reason("G6", sentence, numbers))
    if rule.method is Method.CONSENSUS:
        return _by_consensus(tally)
    if rule.method is Method.ALL:
        return _by_all(tally, turnout.base)
    if tally.in_favour + tally.against == 0:
        return _said(False, gettext_noop("Not carried: nobody voted for or against it."))
    if rule.method is Method.QUALIFIED_MAJORITY:
        return _by_share(tally, rule.percent or ALL)
    if tally.in_favour == tally.against:
        return _settled(tally, rule.tie, tie)
    return _by_majority(tally)


def without_numbers(kind: OutcomeKind) -> Reason:
    """The outcome in words that give nobody's vote away: for a secret vote of few ballots."""
    return Reason("G6", _PLAIN[kind])


_PLAIN = {
    OutcomeKind.CARRIED: gettext_noop("Carried."),
    OutcomeKind.NOT_CARRIED: gettext_noop("Not carried."),
    OutcomeKind.NO_QUORUM: gettext_noop("Too few took part."),
    OutcomeKind.CHAIR_DECIDES: gettext_noop("The votes are equal. The chair decides."),
    OutcomeKind.VOTE_AGAIN: gettext_noop("The votes are equal. Vote once more at the next meeting."),
    OutcomeKind.TO_BE_DRAWN: gettext_noop("The votes are equal. Draw lots and record the result."),
}


def _by_consensus(tally: Tally) -> Outcome:
    if tally.objected == 1:
        return _said(False, gettext_noop("Not agreed: 1 setting objected."))
    if tally.objected:
        return _said(
            False, gettext_noop("Not agreed: %(objected)d settings objected."), objected=tally.objected
        )
    if not tally.in_favour:
        return _said(False, gettext_noop("Not agreed: nobody spoke for it."))
    sentence = gettext_noop("Agreed by consensus: %(for)d for, %(abstained)d abstained, nobody objected.")
    return _said(True, sentence, **{"for": tally.in_favour, "abstained": tally.abstained})


def _by_all(tally: Tally, base: int) -> Outcome:
    if tally.in_favour == base:
        return _said(True, gettext_noop("Carried: all %(base)d settings voted for it."), base=base)
    sentence = gettext_noop("Not carried: %(for)d of %(base)d settings voted for it, and all must.")
    return _said(False, sentence, **{"for": tally.in_favour, "base": base})


def _by_share(tally: Tally, percent: int) -> Outcome:
    is_carried = tally.in_favour * ALL >= percent * (tally.in_favour + tally.against)
    sentence = (
        gettext_noop(
            "Carried: %(for)d for, %(against)d against, %(abstained)d abstained. At least %(percent)d per cent"
            " of the votes must be for it."
        )
        if is_carried
        else gettext_noop(
            "Not carried: %(for)d for, %(against)d against, %(abstained)d abstained. At least %(percent)d per"
            " cent of the votes must be for it."
        )
    )
    return _said(is_carried, sentence, **_numbers_of(tally), percent=percent)


def _by_majority(tally: Tally) -> Outcome:
    is_carried = tally.in_favour > tally.against
    sentence = (
        gettext_noop("Carried: %(for)d for, %(against)d against, %(abstained)d abstained.")
        if is_carried
        else gettext_noop("Not carried: %(for)d for, %(against)d against, %(abstained)d abstained.")
    )
    return _said(is_carried, sentence, **_numbers_of(tally))


def _settled(tally: Tally, rule: TieRule, tie: Tie) -> Outcome:
    """An equal vote, by the tie rule. A second equal vote is not carried: it would go on for ever."""
    votes = {"each": tally.in_favour}
    if rule is TieRule.CHAIR and not tie.chair_may_decide:
        sentence = gettext_noop(
            "Not carried: %(each)d for and %(each)d against, and the chair has stood aside."
        )
        return _said(False, sentence, **votes)
    if rule in _WAITING and tie.settled is not None:
        return _said(tie.settled, _SETTLED[rule, tie.settled], **votes)
    if rule in _WAITING:
        kind, sentence = _WAITING[rule]
        return Outcome(kind, Reason("G6", sentence, votes))
    if rule is TieRule.AGAIN and not tie.is_second:
        sentence = gettext_noop("%(each)d for and %(each)d against. Vote once more at the next meeting.")
        return Outcome(OutcomeKind.VOTE_AGAIN, Reason("G6", sentence, votes))
    return _said(False, gettext_noop("Not carried: %(each)d for and %(each)d against."), **votes)


_WAITING = {
    TieRule.CHAIR: (
        OutcomeKind.CHAIR_DECIDES,
        gettext_noop("%(each)d for and %(each)d against. The chair decides."),
    ),
    TieRule.LOT: (
        OutcomeKind.TO_BE_DRAWN,
        gettext_noop("%(each)d for and %(each)d against. Draw lots and record the result."),
    ),
}
_SETTLED = {
    (TieRule.CHAIR, True): gettext_noop(
        "Carried: %(each)d for and %(each)d against, and the chair decided for it."
    ),
    (TieRule.CHAIR, False): gettext_noop(
        "Not carried: %(each)d for and %(each)d against, and the chair decided against it."
    ),
    (TieRule.LOT, True): gettext_noop("Carried: %(each)d for and %(each)d against, and the lot was for it."),
    (TieRule.LOT, False): gettext_noop(
        "Not carried: %(each)d for and %(each)d against, and the lot was against it."
    ),
}


def _numbers_of(tally: Tally) -> dict[str, int]:
    return {"for": tally.in_favour, "against": tally.against, "abstained": tally.abstained}


def _said(is_carried: bool, sentence: str, **facts: int) -> Outcome:
    kind = OutcomeKind.CARRIED if is_carried else OutcomeKind.NOT_CARRIED
    return Outcome(kind, Reason("G6", sentence, dict(facts)))
