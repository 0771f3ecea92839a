"""1.3-1.4 Leadership."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section("1.3-1.4", _("Leadership"), _("Who leads, in what way, and what happens when a leader stops.")),
)
_HERE = Asking("1.3-1.4")

QUESTIONS: tuple[Question, ...] = (
    _HERE.answer(
        "leadership_form", _("Will one person lead, several together, or members in turn?"),
        _("A leader brings people together and does not give orders. Two leaders can share the work, and taking turns lets others grow."),
        _("Our leaders divide the tasks between them and tell the members who does what."),
        _("The next leader works beside the present one for a term before taking over."),
    ),
    _HERE.words(
        "leading_means", _("What do you ask of a leader, and what do all members share?"),
        _("Leading should not be a burden. Write down what the leader does, and what everybody takes a turn at."),
        _("The leader keeps in touch with the local authority and makes sure that we meet. Everything else is shared."),
        _("Every member takes on at least one action a year."),
    ),
    _HERE.answer(
        "leader_term_months", _("How long does a leader lead before you choose again?"),
        _("A term gives everyone a natural moment to stop, go on, or let somebody else have a turn."),
        _("A leader may stand again when the term ends."),
        _("Terms of joint leaders end at different times, so that one of them always knows the work."),
    ),
    _HERE.words(
        "leader_resigns", _("If one person leads alone, what happens when he or she has to stop?"),
        _("Plan for it while nothing is wrong. Say who steps in at once, how long for, and how the next leader is chosen. The reasons "
          "why a leader stops are private."),
        _("A deputy steps in at once and leads until the members choose somebody at their next meeting."),
        _("A leader who wishes to stop gives a month's notice where possible, and hands over files and contacts."),
        _("If nobody offers to lead, we ask the local authority to help us find someone."),
    ),
)  # fmt: skip
