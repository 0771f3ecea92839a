"""The whole template of ways of working as one form for the officers' admin, in Django's own controls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.fields import LineField, TextField
from core.forms.widgets import TextArea
from core.reasons import MONTHS
from ways_of_working.forms.sections import initial_of
from ways_of_working.models import TermsTemplate
from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.catalogue.shape import Question
from ways_of_working.rules.comparing import SectionVersion
from ways_of_working.rules.kinds import Choice, Choices, ChoiceWithNumber, MemberSetting, Month
from ways_of_working.rules.questions import QUESTION_OF, QUESTIONS, SECTIONS, questions_of
from ways_of_working.services.templates import section_mark


def names_of(question: Question) -> list[str]:
    """The controls of a question. No authority names a payee for all groups."""
    structured = question.is_structured and not isinstance(question.kind, MemberSetting)
    numbered = structured and isinstance(question.kind, ChoiceWithNumber)
    return [
        *([f"answer_{question.key}"] if structured else []),
        *([f"number_{question.key}"] if numbered else []),
        f"words_{question.key}",
    ]


def section_fieldsets() -> list[tuple[Any, dict[str, Any]]]:
    """One fieldset a section; the hidden marks stand in the first."""
    found = [
        (
            f"{section.key} {section.title}".strip(),
            {"fields": [name for question in questions_of(section.key) for name in names_of(question)]},
        )
        for section in SECTIONS
    ]
    found[0][1]["fields"].append("seen")
    return found


class BaseTemplateForm(forms.ModelForm):
    """The controls are added below, once for all.

    ``seen``: how each section looked when the form was opened.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = TermsTemplate
        fields: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for section in SECTIONS:
            written = SectionVersion(
                section.key, texts=self.instance.texts or {}, values=self.instance.values or {}
            )
            self.initial |= {
                name: value for name, value in initial_of(section, written).items() if name in self.fields
            }
        self.initial["seen"] = " ".join(
            f"{section.key}={section_mark(self.instance, section.key)}" for section in SECTIONS
        )

    def by_section(self) -> Iterator[tuple[str, dict[str, str], dict[str, object], str]]:
        """The sections in which something was changed: words, answers, and how the section looked before."""
        seen = dict(pair.split("=", 1) for pair in self.cleaned_data["seen"].split() if "=" in pair)
        touched = {QUESTION_OF[name.split("_", 1)[1]].section for name in self.changed_data if name != "seen"}
        for section in (section.key for section in SECTIONS if section.key in touched):
            texts = {
                question.key: self.cleaned_data[f"words_{question.key}"] for question in questions_of(section)
            }
            yield section, texts, dict(self._answers(section)), seen.get(section, "")

    def _answers(self, section: str) -> Iterator[tuple[str, object]]:
        for question in questions_of(section):
            answer, number = f"answer_{question.key}", f"number_{question.key}"
            if answer in self.cleaned_data:
                given = self.cleaned_data[answer]
                yield (
                    question.key,
                    (given, self.cleaned_data[number]) if number in self.cleaned_data else given,
                )


def _controls(question: Question) -> Iterator[tuple[str, forms.Field]]:
    for name in names_of(question):
        if name.startswith("words_"):
            label = _(question.prompt) if not question.is_structured else _("In words")
            yield name, TextField(label=label, required=False, widget=TextArea(rows=3))
        elif name.startswith("number_"):
            yield name, LineField(label=_("The number for it"), required=False)
        else:
            yield name, _answer(question)


def _answer(question: Question) -> forms.Field:
    label, kind = _(ANSWERS[question.key].label), question.kind
    if isinstance(kind, Choices):
        several = [(code, _(words)) for code, words in kind.labels.items()]
        return forms.MultipleChoiceField(
            label=label, required=False, choices=several, widget=forms.CheckboxSelectMultiple
        )
    if isinstance(kind, (Choice, ChoiceWithNumber, Month)):
        rows = (
            [(str(n), _(m)) for n, m in enumerate(MONTHS, 1)]
            if isinstance(kind, Month)
            else [(c, _(w)) for c, w in kind.labels.items()]
        )
        return forms.ChoiceField(label=label, required=False, choices=[("", _("Left open")), *rows])
    return LineField(label=label, required=False, help_text=_("A number, or “none” where there may be none."))


_CONTROLS = {name: control for question in QUESTIONS for name, control in _controls(question)}
TemplateSectionsForm = type(
    "TemplateSectionsForm", (BaseTemplateForm,), {**_CONTROLS, "__module__": __name__}
)
