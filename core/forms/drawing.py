"""A field of a form, and the controls that lists have most of, drawn without templates.

A list asks for up to twenty filters: each took a template for its group, one for its control, one for each of
its choices and one for the attributes of each, which was a third of the page (decision 0065).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.wording import escaped

if TYPE_CHECKING:
    from core.forms.renderer import GovBoundField


def draw_field(field: GovBoundField) -> SafeString:
    """GOV.UK's form group: the label or legend, the hint, the errors and the control."""
    kind, auto_id = field.kind, escaped(field.auto_id)
    parts = [f"<div{field.group_attrs}>", *_label(field, kind)]
    if field.help_text and kind != "checkbox":
        parts.append(f'<div class="govuk-hint" id="{auto_id}_helptext">{escaped(field.help_text)}</div>')
    if field.errors:
        errors = "<br>".join(escaped(error) for error in field.errors)
        parts.append(
            f'<p class="govuk-error-message" id="{auto_id}_error">'
            f'<span class="govuk-visually-hidden">{escaped(_("Error:"))}</span>\n{errors}\n</p>'
        )
    parts.append(_control(field, kind))
    if field.after:
        parts.append(f'<p class="govuk-body govuk-!-margin-top-2">{escaped(field.after)}</p>')
    if field.count:
        words = _("You can enter up to %(count)s characters") % {"count": field.count}
        parts.append(
            f'<div id="{auto_id}-info" class="govuk-hint govuk-character-count__message">'
            f"\n{escaped(words)}\n</div>"
        )
    parts.append("</fieldset>\n</div>" if kind == "group" else "</div>")
    return mark_safe("\n".join(parts))  # noqa: S308 - each part was escaped


def _label(field: GovBoundField, kind: str) -> list[str]:
    """The legend of a group, with the start of its fieldset, or the label of a single control."""
    if kind == "checkbox":
        return []
    auto_id, target = escaped(field.auto_id), escaped(field.id_for_label)
    optional = f" {escaped(_('(optional)'))}" if field.optional else ""
    words = f"\n{escaped(field.label)}{optional}\n"
    size = "l" if field.heading else "s"
    if kind == "group":
        described = field.aria_describedby
        described = f' aria-describedby="{escaped(described)}"' if described else ""
        legend = f'\n<h1 class="govuk-fieldset__heading">{words}</h1>\n' if field.heading else words
        return [
            f'<fieldset class="govuk-fieldset" id="{auto_id}"{described}>',
            f'<legend class="govuk-fieldset__legend govuk-fieldset__legend--{size}">{legend}</legend>',
        ]
    label = f'<label class="govuk-label govuk-label--{size}" for="{target}">{words}</label>'
    return [f'<h1 class="govuk-label-wrapper">\n{label}\n</h1>' if field.heading else label]


def _control(field: GovBoundField, kind: str) -> str:
    """The control: of a box to tick with its label, of a password with the button that shows it."""
    target = escaped(field.id_for_label)
    if kind == "checkbox":
        hint = ""
        if field.help_text:
            hint = (
                f'<div class="govuk-hint govuk-checkboxes__hint" id="{escaped(field.auto_id)}_helptext">'
                f"{escaped(field.help_text)}</div>"
            )
        return (
            '<div class="govuk-checkboxes" data-module="govuk-checkboxes">\n'
            f'<div class="govuk-checkboxes__item">\n{field}\n<label class="govuk-label govuk-checkboxes__label"'
            f' for="{target}">{escaped(field.label)}</label>\n{hint}\n</div>\n</div>'
        )
    if field.is_password:
        return (
            f'<div class="govuk-input__wrapper govuk-password-input__wrapper">{field}<button type="button"'
            ' class="govuk-button govuk-button--secondary govuk-password-input__toggle'
            ' govuk-js-password-input-toggle" data-module="govuk-button"'
            f' aria-controls="{target}" aria-label="{escaped(_("Show password"))}" hidden>'
            f"{escaped(_('Show'))}</button></div>"
        )
    return str(field)


def draw_input(widget: Mapping[str, Any]) -> SafeString:
    """A control of one line, of the context that Django makes for its template."""
    value = widget["value"]
    stated = "" if value is None else f' value="{escaped(str(value))}"'
    return mark_safe(  # noqa: S308 - escaped
        f'<input type="{widget["type"]}" name="{escaped(widget["name"])}"{stated}{_attributes(widget["attrs"])}>'
    )


def draw_select(widget: Mapping[str, Any]) -> SafeString:
    """A drop-down list, of the same."""
    parts = [f'<select name="{escaped(widget["name"])}"{_attributes(widget["attrs"])}>']
    for group, options, _number in widget["optgroups"]:
        drawn = "".join(
            f'<option value="{escaped(str(option["value"]))}"{_attributes(option["attrs"])}>'
            f"{escaped(option['label'])}</option>"
            for option in options
        )
        parts.append(f'<optgroup label="{escaped(group)}">{drawn}</optgroup>' if group else drawn)
    return mark_safe("".join([*parts, "</select>"]))  # noqa: S308 - escaped


def _attributes(attrs: Mapping[str, Any]) -> str:
    """As Django's templates write them: True is the name alone, False is nothing."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escaped(str(value))}"'
        for name, value in attrs.items()
        if value is not False
    )
