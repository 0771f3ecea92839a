"""GOV.UK markup through Django's own hooks: a renderer, a bound field, a few templates. No form library.

Set on our base form alone (``default_renderer``), never as FORM_RENDERER: that would restyle the admin.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.utils.safestring import SafeString

from core.forms.drawing import draw_field
from core.forms.widgets import DateInput

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple, DateInput)
# The first that fits gives the class; with errors "--error" is added except to the ones in GROUPS.
CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (DateInput, ""),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.PasswordInput, "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (forms.Widget, "govuk-input"),
)
UNMARKED = (*GROUPS, forms.CheckboxInput)


#: The counter is shown when fewer are left.
MIN_LEFT_UNSEEN = 100


def shown_from(count: int) -> int:
    """The share of the limit, in per cent, from which the counter is shown: the last fifth, or the last 100
    characters of a short text.
    """
    left = max(count * 20 // 100, MIN_LEFT_UNSEEN)
    return max(0, 100 - -(-left * 100 // count))


class GovBoundField(BoundField):
    """A field on the page: what its label, group and control look like, and where its error leads."""

    @property
    def kind(self) -> str:
        """ "group" has a legend, "checkbox" its label to the right, "single" a label above."""
        widget = self.field.widget
        if isinstance(widget, GROUPS):
            return "group"
        return "checkbox" if isinstance(widget, forms.CheckboxInput) else "single"

    @property
    def heading(self) -> bool:
        """Whether the label is the page's heading (one question a page)."""
        return getattr(self.form, "heading_field", None) == self.name

    @property
    def optional(self) -> bool:
        marked = getattr(self.form, "marks_optional", True) and not self.field.required
        return marked and not isinstance(
            self.field.widget, forms.CheckboxInput | forms.CheckboxSelectMultiple
        )

    @property
    def count(self) -> int | None:
        return getattr(self.field.widget, "count", None)

    @property
    def after(self) -> str:
        """What stands below the control: a link of the sign-in, for example."""
        return str(getattr(self.field, "after", ""))

    @property
    def group_attrs(self) -> SafeString:
        classes = ["govuk-form-group"]
        attrs: dict[str, Any] = {}
        if self.errors:
            classes.append("govuk-form-group--error")
        if self.count:
            classes.append("govuk-character-count")
            attrs = {
                "data-module": "govuk-character-count",
                "data-maxlength": self.count,
                "data-threshold": shown_from(self.count),
            }
        elif isinstance(self.field.widget, forms.PasswordInput):
            classes.append("govuk-password-input")
            attrs = {"data-module": "govuk-password-input"}
        return flatatt({"class": " ".join(classes), **attrs})

    @property
    def is_password(self) -> bool:
        return isinstance(self.field.widget, forms.PasswordInput)

    @property
    def wrong_parts(self) -> tuple[str, ...]:
        """The boxes of a date that its first error is about."""
        for error in self.errors.as_data():
            if isinstance(error, ValidationError) and error.params and "wrong" in error.params:
                return tuple(error.params["wrong"])
        return ()

    @property
    def first_id(self) -> str:
        """Where the error summary leads: the first control that is wrong."""
        if isinstance(self.field.widget, DateInput):
            return f"{self.auto_id}_{(self.wrong_parts or ('day',))[0]}"
        if isinstance(self.field.widget, GROUPS):
            return f"{self.auto_id}_0"
        return self.id_for_label

    def as_field_group(self) -> SafeString:
        """The field with its label, hint and errors."""
        return draw_field(self)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        base = next(name for kind, name in CLASSES if isinstance(widget, kind))
        names = [base, str(widget.attrs.get("class", ""))]
        if self.errors and not isinstance(widget, UNMARKED):
            names.append(f"{base.split()[0]}--error")
        attrs["class"] = " ".join(filter(None, names))
        # GOV.UK says "(optional)" instead, and the browser's own bubbles are off (novalidate)
        attrs.pop("required", None)
        if isinstance(widget, DateInput) and self.wrong_parts:
            attrs["data-wrong"] = " ".join(self.wrong_parts)
        return attrs

    def as_widget(
        self, widget: forms.Widget | None = None, attrs: Any = None, only_initial: bool = False
    ) -> SafeString:
        drawn = widget or self.field.widget
        # A pasted text is counted and refused in words, not cut in silence
        drawn.attrs.pop("maxlength", None)
        if self.count:
            attrs = {
                **(attrs or {}),
                "aria-describedby": f"{self.aria_describedby or ''} {self.auto_id}-info".strip(),
            }
        choices = getattr(self.form, "reveals", {}).get(self.name, {})
        if choices:
            drawn.revealed = {  # type: ignore[attr-defined]
                value: (part.heading, [self.form[name] for name in part.fields if name in self.form.fields])
                for value, part in choices.items()
            }
        if type(drawn) in (forms.RadioSelect, forms.CheckboxSelectMultiple):
            drawn.template_name = "forms/widgets/choices.html"
        elif type(drawn) is forms.ClearableFileInput:
            drawn.template_name = "forms/widgets/file.html"
        return super().as_widget(widget, attrs, only_initial)


class GovRenderer(TemplatesSetting):
    form_template_name = "forms/form.html"
    bound_field_class = GovBoundField
