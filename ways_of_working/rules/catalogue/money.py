"""1.16 System Leadership Supplement/Budget Issues."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section(
        "1.16",
        _("System Leadership Supplement/Budget Issues"),
        _(
            "Who receives joint money, who decides about it, and what happens when somebody leaves or"
            " disagrees."
        ),
    ),
)
#: W3 warns when none of these is answered.
LEAVER_PART = ("leaver_funding", "leaver_amount", "leaver_money_words")
_HERE = Asking("1.16")

QUESTIONS: tuple[Question, ...] = (
    _HERE.words(
        "joint_money", _("If the group has money to spend jointly, how is it looked after?"),
        _("Say where it is held, who keeps the record, who sees it and who checks it."),
        _("One setting holds the money apart from its own, and shows the balance at every meeting."),
        _("Receipts are kept for six years, and a second member checks the record once a year."),
    ),
    _HERE.words(
        "joint_spending", _("How do you decide what joint money is spent on?"),
        _("Say who may propose spending, whether small sums may be spent without a vote, and how it is tied to your plan."),
        _("Any member may propose spending. A proposal names the objective of our plan that it serves."),
        _("Small costs such as room hire may be paid first and reported at the next meeting."),
    ),
    _HERE.words(
        "money_disagreements", _("What happens if you disagree about joint money?"),
        _("Say what happens to the money while you talk, and who can help."),
        _("Nothing is spent until the disagreement is settled."),
        _("If we cannot settle it in two meetings, we ask an officer of the local authority to help us."),
    ),
    _HERE.words(
        "supplement_statement", _("What do you say about the System Leadership Supplement?"),
        _("Say that you may receive it, that its size follows the staff who work with children in active members, childminders included, "
          "and that it is for the plan of the whole group."),
        _("We may receive a System Leadership Supplement. Its size depends on how many people work with children in our active members, "
          "and childminders count too."),
        _("The supplement pays for what our development plan sets out. It belongs to all of us and to no single setting."),
    ),
    _HERE.answer(
        "payee", _("Which setting receives the supplement for all?"),
        _("Choose a member that is willing to keep the record. Every member has to agree to it."),
        _("The setting that receives it tells all members within a week how much came."),
        _("If it leaves the group, we choose another before the next payment."),
    ),
    _HERE.answer(
        "spending_decision", _("How do you decide how the supplement is spent?"),
        _("All members take part in it, also those with few staff."),
        _("Proposals are sent round with the papers, so that nobody is surprised."),
        _("Members who cannot come may vote online on spending."),
    ),
    _HERE.answer(
        "leaver_funding", _("If a member leaves between two payments, where does its share go?"),
        _("Agree on this while nobody is leaving. Money that is committed already never moves."),
        _("We tell a member that gives notice what this means in pounds."),
        _("A member that moves to another group tells us which one."),
    ),
    _HERE.answer(
        "leaver_amount", _("How is the amount worked out?"),
        _("The smaller of two sums is the cautious choice: what is left of the period, or what is left of the money."),
        _("The setting that holds the money shows how the sum was worked out."),
        _("Nothing is owed by a member whose share has been used up."),
    ),
    _HERE.words(
        "leaver_money_words", _("What else have you agreed about a leaver's share?"),
        _("For example things that were bought, training that is booked, or when the sum is paid."),
        _("Equipment stays with the group unless the members decide otherwise."),
        _("Training that is booked may still be attended."),
    ),
    _HERE.words(
        "supplement_disagreements", _("What happens if you disagree about spending the supplement?"),
        _("You may simply follow your steps for disagreements under Decision Making. If money needs something else, say it here."),
        _("We follow the same steps as for any other disagreement."),
        _("The vote is repeated once after everybody has seen the figures, and then it stands."),
    ),
)  # fmt: skip
