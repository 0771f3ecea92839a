"""1.5, 1.7, 1.10, 1.13, 1.15: blank in the published form, and the members' own to use."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

NUMBERS = ("1.5", "1.7", "1.10", "1.13", "1.15")
_ABOUT = _(
    "This section is yours. Give it a title and use it for what has no other place, or leave it blank."
)

SECTIONS = tuple(Section(number, "", _ABOUT, local=True) for number in NUMBERS)
QUESTIONS: tuple[Question, ...] = tuple(
    Asking(number).words(
        f"local_{number.replace('.', '_')}", _("What would you like to add here?"),
        _("Leave it blank if you need nothing here. A blank section is left out of the document."),
        _("Members bring a photograph of something that worked, without any child in it."),
        _("We take part in the town's summer fair together."),
    )
    for number in NUMBERS
)  # fmt: skip
