"""What a form says when an answer will not do:

GOV.UK's wording in place of Django's, where a field has none of its own.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.forms.fields import DateField, TimeField


def in_a_sentence(label: str) -> str:
    """A label inside a sentence:

    "Name of the setting" -> "name of the setting"; "URN" and "Ofsted …" stay.
    """
    first, rest = label[:1], label[1:]
    keeps = rest[:1].isupper() or label.split(" ")[0] in ("Ofsted", "England", "Companies")
    return label if keeps else first.lower() + rest


#: What a person has one of: "Enter your password".
YOURS = frozenset({"password", "current password", "new password", "email address", "full name"})


def is_question(label: str) -> bool:
    return label.rstrip().endswith("?")


def required_message(field: forms.Field, label: str) -> str:
    if is_question(label):
        return _("Answer the question “%(label)s”") % {"label": label}
    words = {"label": in_a_sentence(label)}
    if isinstance(field, forms.BooleanField):
        return _("Tick the box “%(label)s”") % {"label": label}
    if isinstance(field, forms.ChoiceField | forms.FileField):
        return _("Choose a kind") if words["label"] == "kind" else _("Select %(label)s") % words
    if words["label"] in YOURS:
        return _("Enter your %(label)s") % words
    return _("Enter %(label)s") % words


def give_words(field: forms.Field, label: str) -> None:
    """Replace Django's default messages of a field by ours; a message that the form's author wrote stays."""
    if isinstance(field, DateField):
        if not field.what:
            field.what = _("the date") if is_question(label) else in_a_sentence(label)
        return
    if isinstance(field, TimeField):
        if not field.what:
            field.what = _("the time") if is_question(label) else in_a_sentence(label)
        return
    ours: dict[str, Any] = {"required": required_message(field, label)}
    if isinstance(field, forms.ModelChoiceField | forms.ChoiceField):
        ours["invalid_choice"] = _("Select one of the choices in the list")
    elif isinstance(field, forms.EmailField):
        ours["invalid"] = _("Enter an email address in the correct format, like name@example.com")
    elif isinstance(field, forms.IntegerField):
        ours |= {"invalid": _("%(label)s must be a number") % {"label": label}}
    elif isinstance(field, forms.FileField):
        ours["empty"] = _("The selected file is empty")
    elif isinstance(field, forms.CharField):
        ours["max_length"] = _("%(label)s must be %%(limit_value)d characters or fewer") % {
            "label": _("Your answer") if is_question(label) else label.replace("%", "%%")
        }
    defaults: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        defaults |= getattr(kind, "default_error_messages", {})
    for code, message in ours.items():
        if field.error_messages.get(code) == defaults.get(code):
            field.error_messages[code] = message
