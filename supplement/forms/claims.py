"""Forms of a claim (S7): what its leaders write."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import TextField
from core.forms.widgets import TextArea
from supplement.rules.bank_details import REFUSED, looks_like_bank_details

MAX_WORDS = 3000


def words_field(label: Any, help_text: Any, missing: Any = "") -> TextField:
    """What somebody says with a move of a claim. ``missing``: the error where it must be said."""
    return TextField(
        label=label,
        max_length=MAX_WORDS,
        required=bool(missing),
        widget=TextArea(rows=6, count=MAX_WORDS),
        help_text=help_text,
        error_messages={"required": missing} if missing else {},
    )


class WordsForm(Form):
    """Bank details are refused before anything is sent (S9)."""

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if looks_like_bank_details(words):
            raise ValidationError(gettext(REFUSED))
        return words


class SendClaimForm(WordsForm):
    words = words_field(
        _("What do you want to add? (optional)"),
        _("For example, why something is not met, or when it will be. Do not name children or families."),
    )


class AnswerForm(WordsForm):
    words = words_field(
        _("Your answer"),
        _("Say what you have mended, and where it stands. Do not name children or families."),
        _("Enter your answer"),
    )


class WithdrawForm(WordsForm):
    words = words_field(
        _("Why do you withdraw the claim?"),
        _("The early years team reads it."),
        _("Say why you withdraw the claim"),
    )


class AppealForm(WordsForm):
    words = words_field(
        _("Why do you think that the decision is wrong?"),
        _("Name the criterion or the member it is about, and what shows that it is met."),
        _("Say why you think that the decision is wrong"),
    )
