"""Our base forms, and the links of the error summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django import forms
from django.forms import BaseForm
from django.forms.renderers import BaseRenderer
from django.forms.utils import pretty_name

from core.forms.foreign import dress
from core.forms.renderer import GovRenderer
from core.forms.words import give_words


@dataclass(frozen=True)
class Fieldset:
    """Fields that belong together under a heading of their own."""

    legend: Any
    fields: Sequence[str]
    hint: Any = ""


@dataclass(frozen=True)
class Revealed:
    """Fields that belong to one choice: GOV.UK's conditional reveal. ``heading`` says whose they are where no
    script hides those of the other choices.
    """

    heading: Any
    fields: Sequence[str]


@dataclass(frozen=True)
class ErrorLink:
    href: str
    text: str


@dataclass
class FieldGroup:
    """One fieldset on the page (or, without a legend, the fields that stand alone)."""

    legend: Any
    hint: Any
    bound: list[forms.BoundField] = field(default_factory=list)


class GovForm:
    """Mixin. ``fieldsets`` groups fields; ``heading_field`` is the one whose label is the page's heading;
    ``reveals``: by field of radios and by choice, the fields that stand below that choice.
    """

    default_renderer: BaseRenderer | type[BaseRenderer] | None = GovRenderer
    fieldsets: ClassVar[Sequence[Fieldset]] = ()
    heading_field: ClassVar[str | None] = None
    reveals: ClassVar[Mapping[str, Mapping[str, Revealed]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.give_words()

    def give_words(self) -> None:
        """Our error messages for every field; a form that adds fields later calls it again."""
        for name, form_field in self.fields.items():  # type: ignore[attr-defined]
            give_words(form_field, str(form_field.label or pretty_name(name)))

    def get_context(self) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context()  # type: ignore[misc]
        return {**context, "groups": grouped(self)}  # type: ignore[arg-type]


class Form(GovForm, forms.Form):
    """The base of every form on our pages."""


class ModelForm(GovForm, forms.ModelForm):
    """The base of a form over a model.

    Dates must be declared as core.forms.fields.DateField; saving is a service's work.
    """


def grouped(form: BaseForm) -> list[FieldGroup]:
    """The visible fields in the order of the form; each fieldset stands where its first field does."""
    groups: list[FieldGroup] = []
    made: dict[int, FieldGroup] = {}
    place = {name: n for n, part in enumerate(getattr(form, "fieldsets", ())) for name in part.fields}
    reveals = getattr(form, "reveals", {}).values()
    revealed = {name for choices in reveals for part in choices.values() for name in part.fields}
    for bound in form.visible_fields():
        if bound.name in revealed:
            continue  # drawn below its choice
        number = place.get(bound.name, -1)
        if number == -1:
            if not groups or groups[-1].legend is not None:
                groups.append(FieldGroup(None, ""))
            groups[-1].bound.append(bound)
            continue
        if number not in made:
            part = form.fieldsets[number]  # type: ignore[attr-defined]
            made[number] = FieldGroup(part.legend, part.hint)
            groups.append(made[number])
        made[number].bound.append(bound)
    return groups


def error_links(form: BaseForm) -> list[ErrorLink]:
    """What the error summary lists, in the order of the page.

    Errors of no single field lead to the first field.
    """
    dress(form)
    visible = form.visible_fields()
    first = f"#{visible[0].first_id}" if visible else "#main-content"  # type: ignore[attr-defined]
    links = [ErrorLink(first, str(text)) for text in form.non_field_errors()]
    links += [ErrorLink(f"#{bound.first_id}", str(text)) for bound in visible for text in bound.errors]  # type: ignore[attr-defined]
    hidden = (text for bound in form.hidden_fields() for text in bound.errors)
    return links + [ErrorLink(first, str(text)) for text in hidden]


def all_error_links(forms_on_page: BaseForm | Iterable[BaseForm]) -> list[ErrorLink]:
    """The same for a page with several forms, or a formset."""
    if isinstance(forms_on_page, BaseForm):
        return error_links(forms_on_page)
    return [link for form in forms_on_page for link in error_links(form)]
