"""Forms of quality frameworks (Q1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import LineField, TextField
from core.forms.pages import SeenForm
from core.forms.widgets import Checkboxes, FileUpload, Radios, TextArea
from qa_framework.rules.faults import MAX_ABOUT, MAX_AWARD, MAX_NAME, MAX_PROMPT, MAX_PROMPTS, MAX_TEXT
from qa_framework.rules.frameworks import Kind, Level, Words
from qa_framework.services.loading import SHIPPED


def name_field(label: Any, missing: Any, help_text: Any = "") -> LineField:
    return LineField(
        label=label, max_length=MAX_NAME, help_text=help_text, error_messages={"required": missing}
    )


def _about_field() -> TextField:
    return TextField(
        label=_("What is it about?"),
        max_length=MAX_ABOUT,
        required=False,
        widget=TextArea(rows=4),
        help_text=_("Everybody who answers it reads this first."),
    )


class AboutForm(SeenForm):
    """Also a new framework's form."""

    name = name_field(_("What is it called?"), _("Enter what the framework is called"))
    about = _about_field()
    kinds = django_forms.MultipleChoiceField(
        label=_("For whom is it?"),
        choices=Kind.choices,
        widget=Checkboxes,
        error_messages={"required": _("Select for whom the framework is")},
    )


class ShippedForm(Form):
    shipped = django_forms.ChoiceField(
        label=_("Which one do you want to begin from?"),
        choices=[(one.name, one.label) for one in SHIPPED],
        widget=Radios(hints={one.name: one.about for one in SHIPPED}),
        error_messages={"required": _("Select which one you want to begin from")},
    )


class LoadForm(Form):
    file = django_forms.FileField(
        label=_("File of the framework"),
        help_text=_("YAML or JSON, up to 2 MB."),
        widget=FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the file"), "empty": _("The file is empty.")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file is larger than 2 MB.")


class EndForm(Form):
    why = LineField(
        label=_("Why is it taken out of use?"),
        max_length=300,
        error_messages={"required": _("Say why it is taken out of use")},
    )


class LevelForm(SeenForm):
    name = name_field(_("What is the level called?"), _("Enter what the level is called"))
    award = LineField(
        label=_("Which award does a setting get for it throughout?"),
        max_length=MAX_AWARD,
        required=False,
        help_text=_("For example, “Silver”. Leave it empty if there is none."),
    )


class AreaForm(SeenForm):
    name = name_field(_("What is the area called?"), _("Enter what the area is called"))
    about = _about_field()


class WordsForm(SeenForm):
    """What a standard asks and what it looks like at each level, in the words of one kind.

    A field for each level is added by its key: "level_emerging".
    """

    statement = TextField(label=_("What does it ask?"), max_length=MAX_TEXT, widget=TextArea(rows=3))
    prompts = TextField(
        label=_("What evidence can be looked for?"),
        max_length=(MAX_PROMPT + 1) * MAX_PROMPTS,
        required=False,
        widget=TextArea(rows=4),
        help_text=_("One on each line."),
    )

    def __init__(
        self, *args: Any, levels: Sequence[Level] = (), usual: Words | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for level in levels:
            self.fields[f"level_{level.key}"] = TextField(
                label=_("“%(level)s” looks like this") % {"level": level.name},
                max_length=MAX_TEXT,
                required=False,
                widget=TextArea(rows=3),
                help_text=_("Usual words: %(words)s") % {"words": usual.levels[level.key]}
                if usual and usual.levels.get(level.key)
                else "",
            )
        if usual is not None:
            self.fields["statement"].required = False
            if usual.statement:
                self.fields["statement"].help_text = _("Usual words: %(words)s") % {"words": usual.statement}
        order = ["name", "area", "statement", *(f"level_{level.key}" for level in levels), "prompts"]
        self.order_fields(order)
        self.keys = [level.key for level in levels]

    def words(self) -> Words:
        data = self.cleaned_data
        return Words(
            data["statement"],
            {key: data[f"level_{key}"] for key in self.keys},
            tuple(data["prompts"].splitlines()),
        )


class StandardForm(WordsForm):
    name = name_field(_("What is the standard called?"), _("Enter what the standard is called"))
    area = django_forms.TypedChoiceField(
        label=_("In which area does it stand?"),
        coerce=int,
        widget=Radios,
        error_messages={"required": _("Select an area")},
    )

    def __init__(self, *args: Any, areas: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["area"]
        field.choices = list(areas)
        self.fields["statement"].required = False


class SuccessorsForm(SeenForm):
    """What comes after a standard that ends: tick none where nothing does."""

    after = django_forms.TypedMultipleChoiceField(
        label=_("Which standards come after it?"),
        coerce=int,
        required=False,
        widget=Checkboxes,
        help_text=_("Tick none if it simply ends."),
    )

    def __init__(self, *args: Any, standards: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["after"]
        field.choices = list(standards)
