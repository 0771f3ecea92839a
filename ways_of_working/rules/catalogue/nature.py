"""1.1 Nature of Collaboration, 1.2 Purpose."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section(
        "1.1",
        _("Nature of Collaboration"),
        _("What kind of group you are, and what you do for families together."),
    ),
    Section("1.2", _("Purpose"), _("When the group began and what it is for.")),
)
_NATURE, _PURPOSE = Asking("1.1"), Asking("1.2")

QUESTIONS: tuple[Question, ...] = (
    _NATURE.words(
        "nature", _("What kind of group are you?"),
        _("Say which settings work together, where, and how you meet. A group may cross district boundaries or meet online only."),
        _("We are nurseries, pre-schools and childminders in and around our town, and we meet in each other's settings."),
        _("We are childminders from across the county who meet online."),
        _("We are equal partners. No member directs another."),
    ),
    _NATURE.words(
        "delivery_partnerships", _("Do any members share the delivery of funded hours?"),
        _("List each delivery partnership for the working-parent entitlement: who takes part, who is the lead contact, how hours are "
          "split, and how children are handed over. Leave it empty if there is none."),
        _("One member offers mornings and another offers afternoons. The manager of the first is the lead contact for parents."),
        _("Members in a delivery partnership keep a written agreement of their own and tell the group when it changes."),
        _("None of our members shares funded hours at present."),
    ),
    _NATURE.words(
        "vacancy_signposting", _("How do you tell parents where there are places?"),
        _("Members that are full can point parents to members that are not. Say who keeps the list and how often it is renewed."),
        _("Each member updates its free places on the first of the month, and all of us pass the list on to parents."),
        _("When we cannot offer a place, we give the parent the names of two other members."),
    ),
    _PURPOSE.words(
        "set_up", _("When and how was the group set up?"),
        _("Give the month and year, who came together, and why. One or two sentences are enough."),
        _("The group began in September 2025 after four settings had shared a training day."),
        _("We grew out of a larger group, which divided in spring 2026."),
    ),
    _PURPOSE.words(
        "aims", _("What does the group want to achieve?"),
        _("List three to six aims. Think about what your children and families need, and what no member could do as well alone."),
        _("We talk openly about worries that several of us have and find answers together."),
        _("We help each other to find training, advice and materials from the local authority and others."),
        _("We visit each other, pass on what works, and grow in knowledge and confidence."),
        _("We learn who the families around us are, and join with others so that no child falls behind."),
    ),
)  # fmt: skip
