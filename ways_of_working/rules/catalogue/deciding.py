"""1.14 Decision Making."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section(
        "1.14",
        _("Decision Making"),
        _("How you vote, what counts as a majority, and what you do when you disagree."),
    ),
)
_HERE = Asking("1.14")

QUESTIONS: tuple[Question, ...] = (
    _HERE.answer(
        "decision_method", _("How do you decide?"),
        _("Each setting has one vote, whatever its size. Consensus takes longer and carries further; a majority is quicker."),
        _("We try to agree first, and vote only when talking leads no further."),
        _("Those who voted against a decision may have their reasons in the minutes."),
    ),
    _HERE.words(
        "voting", _("How is a vote held?"),
        _("Say who votes for a setting, whether a vote may be secret, and how those who are away can take part."),
        _("We vote by show of hands, and secretly if any member asks for it."),
        _("A member that cannot come may vote online until the evening before."),
        _("Abstentions are counted as present but neither for nor against."),
    ),
    _HERE.answer(
        "quorum", _("How many members must take part for a decision to count?"),
        _("Half of the members is common. Guests never count."),
        _("If too few are there, we discuss the matter and decide at the next meeting."),
        _("Members who join by video count as present."),
    ),
    _HERE.answer(
        "tie_rule", _("What happens when votes are equal?"),
        _("Agree on it before it happens."),
        _("Before we settle a tie, each side says once more what matters most to it."),
        _("We use this rule only when talking again has not helped."),
    ),
    _HERE.answer(
        "adoption_rule", _("Who must agree before new ways of working apply?"),
        _("For the first version all members must agree unless the local authority says otherwise. A member may abstain."),
        _("Every member has at least two weeks to answer."),
        _("A member that asks for a change says what it would write instead."),
    ),
    _HERE.answer(
        "dispute_steps", _("What do you do when members disagree?"),
        _("Choose the steps that you will take. They are taken in this order."),
        _("We try each step for at least one meeting before the next."),
        _("Whoever helps to settle a matter is no party to it."),
    ),
)  # fmt: skip
