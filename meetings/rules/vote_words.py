"""G6: how a vote is decided, in plain words, beside the rules themselves (``outcomes``)."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from core.reasons import Reason
from meetings.rules.outcomes import Method, QuorumKind, TieRule, VotingRule, quorum_of

_METHODS = {
    Method.CONSENSUS: gettext_noop(
        "By consensus: it is agreed if nobody objects and at least one setting is for it. An abstention stands in"
        " nobody’s way."
    ),
    Method.SIMPLE_MAJORITY: gettext_noop(
        "By simple majority: it is carried if more settings vote for it than against it. An abstention counts on"
        " neither side."
    ),
    Method.QUALIFIED_MAJORITY: gettext_noop(
        "By qualified majority: it is carried if at least %(percent)d per cent of the votes for and against are for"
        " it. An abstention counts on neither side."
    ),
    Method.ALL: gettext_noop("Every setting must vote for it. An abstention, or no vote, stands in its way."),
}
_TIES = {
    TieRule.NOT_CARRIED: gettext_noop("If votes are equal, it is not carried."),
    TieRule.CHAIR: gettext_noop("If votes are equal, the chair decides."),
    TieRule.AGAIN: gettext_noop("If votes are equal, you vote once more at the next meeting."),
    TieRule.LOT: gettext_noop("If votes are equal, you draw lots."),
}


def method_words(rule: VotingRule) -> Reason:
    """When a proposal is carried."""
    facts = {"percent": rule.percent or 0} if rule.method is Method.QUALIFIED_MAJORITY else {}
    return Reason("G6", _METHODS[rule.method], facts)


def quorum_words(rule: VotingRule, base: int) -> Reason:
    """How many settings must take part, of so many that may decide."""
    if rule.quorum is QuorumKind.NONE:
        return Reason("G6", gettext_noop("At least 1 setting must take part."))
    needed = quorum_of(rule, base)
    if rule.quorum is QuorumKind.SHARE:
        sentence = gettext_noop(
            "At least %(needed)d of %(base)d settings must take part: %(share)d per cent, rounded up."
        )
        return Reason("G6", sentence, {"needed": needed, "base": base, "share": rule.quorum_number or 0})
    sentence = gettext_noop("At least %(needed)d of %(base)d settings must take part.")
    return Reason("G6", sentence, {"needed": needed, "base": base})


def tie_words(rule: VotingRule) -> Reason | None:
    """What settles an equal vote. By the other methods there is none: an equal vote is not carried."""
    return Reason("G6", _TIES[rule.tie]) if rule.method is Method.SIMPLE_MAJORITY else None
