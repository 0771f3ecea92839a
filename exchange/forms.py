"""Forms of the spreadsheets of collaborations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.widgets import FileUpload, Radios


class SheetForm(Form):
    """The spreadsheet."""

    file = django_forms.FileField(
        label=_("Spreadsheet of collaborations"),
        help_text=_("An Excel workbook (XLSX) or CSV, one line for each member. Up to 5 MB and 5,000 lines."),
        widget=FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the spreadsheet"), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file is larger than 5 MB.")


class ConfirmSheetForm(Form):
    """The button below the preview; it says which preview it stood below."""

    digest = django_forms.CharField(widget=django_forms.HiddenInput, max_length=64)


def unanswered(title: str) -> str:
    """The error of a question without an answer, which names it."""
    return gettext("Choose an answer: %(question)s") % {"question": title}


class QuestionsForm(Form):
    """One choice for each question about a spreadsheet; ``questions`` as they are kept with it."""

    digest = django_forms.CharField(widget=django_forms.HiddenInput, max_length=64)

    def __init__(
        self,
        *args: Any,
        questions: Sequence[Mapping[str, Any]],
        choices: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keys = {f"question_{number}": asked["key"] for number, asked in enumerate(questions)}
        for name, asked in zip(self.keys, questions, strict=True):
            self.fields[name] = django_forms.ChoiceField(
                label=asked["title"],
                help_text=" ".join(asked["details"]),
                choices=[tuple(option) for option in asked["options"]],
                initial=choices.get(asked["key"]),
                widget=Radios,
                error_messages={"required": unanswered(asked["title"])},
            )

    @property
    def answers(self) -> dict[str, str]:
        """The answers by the keys of the questions."""
        return {key: self.cleaned_data[name] for name, key in self.keys.items()}
