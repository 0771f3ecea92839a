"""The form of one section of ways of working: made from the catalogue,
each question with its words and its answer (W1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext as _

from core.forms.base import Form
from core.forms.fields import LineField, TextField
from core.forms.widgets import Checkboxes, Radios, Select, TextArea, TextInput
from core.reasons import MONTHS
from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.catalogue.shape import WORDS, Question, Section
from ways_of_working.rules.comparing import SectionVersion
from ways_of_working.rules.kinds import (
    Choice,
    Choices,
    ChoiceWithNumber,
    Kind,
    MemberSetting,
    Month,
    WholeNumber,
)
from ways_of_working.rules.questions import questions_of

MAX_TITLE_LENGTH = 120


class SectionForm(Form):
    """``words_<question>``, ``answer_<question>`` and, where a choice needs one, ``number_<question>``;
    ``title`` of a local section.

    ``written``: what the section says when it is opened. ``settings``: who may be chosen as payee, names by
    the settings' ids. Reading is the rules' work, so that a service refuses in the same words whoever asks:
    the fields take what was typed.
    """

    def __init__(self, *args: Any, section: Section, written: SectionVersion, **kwargs: Any) -> None:
        self.section, settings = section, kwargs.pop("settings", {})
        super().__init__(
            *args, **{**kwargs, "initial": {**initial_of(section, written), **kwargs.get("initial", {})}}
        )
        if section.local:
            self.fields["title"] = LineField(
                label=_("Title of this section"), required=False, max_length=MAX_TITLE_LENGTH
            )
        for question in questions_of(section.key):
            for name, made in _fields(question, settings):
                self.fields[name] = made
        self.marks_optional = False  # no question has to be answered (W3)
        self.give_words()

    @property
    def parts(self) -> Iterator[tuple[Question, list[Any]]]:
        """Each question with its controls, in the order of the page."""
        for question in questions_of(self.section.key):
            names = (f"{kind}_{question.key}" for kind in ("answer", "number", "words"))
            yield question, [self[name] for name in names if name in self.fields]

    def typed_texts(self) -> dict[str, str]:
        return {
            name.removeprefix("words_"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("words_")
        }

    def typed_values(self) -> dict[str, object]:
        """Answers as the rules read them: a choice with its number as a pair."""
        data = self.cleaned_data
        return {
            name.removeprefix("answer_"): (value, data[number])
            if (number := name.replace("answer_", "number_", 1)) in data
            else value
            for name, value in data.items()
            if name.startswith("answer_")
        }


def initial_of(section: Section, written: SectionVersion) -> dict[str, Any]:
    """The section as its form shows it."""
    found: dict[str, Any] = {"title": written.title}
    for question in questions_of(section.key):
        found[f"words_{question.key}"] = written.texts.get(question.key, "")
        if question.is_structured:
            raw = written.values.get(question.key, "")
            if isinstance(question.kind, ChoiceWithNumber):
                raw, _colon, found[f"number_{question.key}"] = str(raw).partition(":")
            found[f"answer_{question.key}"] = raw
    return found


def _fields(question: Question, settings: Mapping[int, str]) -> Iterator[tuple[str, django_forms.Field]]:
    area = TextArea(rows=4, count=WORDS.most)
    if not question.is_structured:
        yield (
            f"words_{question.key}",
            TextField(label=_(question.prompt), help_text=_(question.help), required=False, widget=area),
        )
        return
    label = _(ANSWERS[question.key].label)
    yield f"answer_{question.key}", _control(question.kind, label, settings)
    if isinstance(question.kind, ChoiceWithNumber):
        words = {
            "choices": _(" or ").join(f"“{_(question.kind.labels[code])}”" for code in question.kind.numbers)
        }
        hint = _("Only for %(choices)s.") % words
        widget = TextInput(width=5)
        yield (
            f"number_{question.key}",
            LineField(
                label=_("%(answer)s: the number") % {"answer": label},
                help_text=hint,
                required=False,
                widget=widget,
            ),
        )
    more = _("%(answer)s: in your own words") % {"answer": label}
    yield f"words_{question.key}", TextField(label=more, required=False, widget=area)


def _control(kind: Kind, label: str, settings: Mapping[int, str]) -> django_forms.Field:
    if isinstance(kind, Choices):
        choices: list[tuple[Any, str]] = [(code, _(words)) for code, words in kind.labels.items()]
        return django_forms.MultipleChoiceField(
            label=label, required=False, choices=choices, widget=Checkboxes
        )
    if isinstance(kind, (Choice, ChoiceWithNumber)):
        choices = [*((code, _(words)) for code, words in kind.labels.items()), ("", _("We leave this open"))]
        return django_forms.ChoiceField(
            label=label, required=False, choices=choices, widget=Radios(small=True)
        )
    if isinstance(kind, (Month, MemberSetting)):
        rows = settings.items() if isinstance(kind, MemberSetting) else enumerate(map(_, MONTHS), 1)
        choices = [("", _("We leave this open")), *((str(code), words) for code, words in rows)]
        return django_forms.ChoiceField(label=label, required=False, choices=choices, widget=Select)
    without = kind.without if isinstance(kind, WholeNumber) else ""
    hint = (
        _("Enter a number, or “none” for “%(none)s”.") % {"none": _(without)}
        if without
        else _("Enter a number.")
    )
    return LineField(label=label, required=False, help_text=hint, widget=TextInput(width=5))


class VersionForm(Form):
    """Which version a question is about."""

    version = django_forms.IntegerField(widget=django_forms.HiddenInput)
