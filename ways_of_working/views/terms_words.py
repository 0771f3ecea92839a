"""Words that the pages about the agreement share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.reasons import Reason
from providers.rules.workforce import Workforce
from ways_of_working.rules.adoption import AdoptionRule, MemberAnswer

if TYPE_CHECKING:
    from ways_of_working.services.terms_asking import Asked

ANSWER_COLOURS = {MemberAnswer.AGREES: "green", MemberAnswer.CHANGE: "yellow", MemberAnswer.ABSTAINS: "grey"}
#: What somebody who works alone says.
ALONE_SAYS = {
    MemberAnswer.AGREES: gettext_lazy("I agree"),
    MemberAnswer.CHANGE: gettext_lazy("I ask for a change"),
    MemberAnswer.ABSTAINS: gettext_lazy("I abstain"),
}
STATE_COLOURS = {
    "draft": "grey",
    "circulated": "blue",
    "adopted": "green",
    "superseded": "grey",
    "discarded": "grey",
}
RULES = {
    AdoptionRule.ALL: gettext_lazy(
        "It can be adopted when every member has answered, none asks for a change, and at least one agrees."
    ),
    AdoptionRule.MAJORITY: gettext_lazy("It can be adopted when more than half of all members agree."),
}
ABSTAINING = {
    AdoptionRule.ALL: gettext_lazy("You leave it to the others, and stand in nobody's way."),
    AdoptionRule.MAJORITY: gettext_lazy("You leave it to the others. It counts as not agreeing."),
}


def answers_for(workforce: Workforce) -> list[tuple[str, Any]]:
    """The answers to choose from, as this member says them."""
    return [(answer.value, answer_in_words(answer, workforce)) for answer in MemberAnswer]


def answer_in_words(answer: str, workforce: Workforce) -> Any:
    """“We agree”, of somebody who works alone “I agree”."""
    said = MemberAnswer(answer)
    return said.label if workforce.has_staff else ALONE_SAYS[said]


def words_of(reasons: Iterable[Reason]) -> list[str]:
    return [reason.in_words(_) for reason in reasons]


def rule_in_words(rule: AdoptionRule) -> Any:
    return RULES[rule]


def asked_in_words(asked: Asked) -> str:
    """What came of asking or reminding the members."""
    parts = []
    if asked.now or not asked.earlier:
        words = ngettext(
            "An email goes to %(number)d setting.", "Emails go to %(number)d settings.", asked.now
        )
        parts.append(words % {"number": asked.now})
    if asked.earlier:
        words = ngettext(
            "%(number)d had one earlier today.", "%(number)d had one earlier today.", asked.earlier
        )
        parts.append(words % {"number": asked.earlier})
    if asked.without_people:
        parts.append(
            _("Nobody is known to write to at: %(names)s.") % {"names": ", ".join(asked.without_people)}
        )
    return " ".join(parts)
