"""Forms of a claim (S7): what its leaders write."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import TextArea
from supplement.forms.fields import TextField

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


class SendClaimForm(Form):
    words = words_field(
        _("What do you want to add?"),
        _("For example, why something is not met, or when it will be. Do not name children or families."),
    )


class AnswerForm(Form):
    words = words_field(
        _("Your answer"),
        _("Say what you have mended, and where it stands. Do not name children or families."),
        _("Enter your answer"),
    )


class WithdrawForm(Form):
    words = words_field(
        _("Why do you withdraw the claim?"),
        _("The early years team reads it."),
        _("Say why you withdraw the claim"),
    )


class AppealForm(Form):
    words = words_field(
        _("Why do you think that the decision is wrong?"),
        _("Name the criterion or the member it is about, and what shows that it is met."),
        _("Say why you think that the decision is wrong"),
    )
