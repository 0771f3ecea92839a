"""Forms of letters: their words, and that one was posted."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LineField, TextField
from core.forms.pages import NO_CHILD
from core.forms.widgets import TextArea
from leadership.rules.letters import LETTER_FIELDS, refusals_of_words


class TemplateForm(Form):
    """The authority's own words for one kind of letter."""

    subject = LineField(
        label=_("Subject"),
        max_length=150,
        help_text=_("It stands above the letter. The email that goes with it never says it."),
        error_messages={"required": _("Enter a subject")},
    )
    body = TextField(
        label=_("Words of the letter"),
        max_length=8000,
        help_text=_("%(names)s stand for what is true of each case. Leave an empty line between paragraphs.")
        % {"names": LETTER_FIELDS},
        error_messages={"required": _("Enter the words of the letter")},
        widget=TextArea(rows=20, count=8000),
    )

    def clean(self) -> dict[str, Any]:
        """A field that stands for nothing is said at the words, before they are shown with made-up data."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        refused = refusals_of_words(given.get("subject", ""), given.get("body", ""))
        for field, reason in refused.items():
            self.add_error(field, reason.in_words(gettext))
        return given


class LetterForm(Form):
    """The words of one letter."""

    subject = LineField(label=_("Subject"), max_length=150, error_messages={"required": _("Enter a subject")})
    body = TextField(
        label=_("Words of the letter"),
        max_length=8000,
        help_text=NO_CHILD,
        error_messages={"required": _("Enter the words of the letter")},
        widget=TextArea(rows=20, count=8000),
    )


class PostedForm(Form):
    """On which day a letter was posted."""

    posted_on = DateField(
        label=_("On which day was it posted?"), past=True, help_text=_("For example, 27 3 2026")
    )
