"""Fields that several forms ask: where something takes place, how people get in, and how they join online."""

from __future__ import annotations

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.fields import LineField, TextField
from core.forms.widgets import TextArea


def place_field() -> LineField:
    return LineField(
        label=_("Where?"),
        max_length=200,
        required=False,
        help_text=_("Leave it empty if you only meet online."),
    )


def access_notes_field() -> TextField:
    return TextField(
        label=_("Getting in and taking part"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=3),
        help_text=_("Steps, parking, toilets, a hearing loop: what people need to know beforehand."),
    )


def online_url_field() -> django_forms.URLField:
    return django_forms.URLField(
        label=_("Link for those who join online"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Enter a web address like https://example.org/meeting")},
    )
