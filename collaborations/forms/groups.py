"""The forms that describe a collaboration, and say how it begins."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import KINDS
from core import forms
from providers.selectors import districts


class CollaborationForm(forms.Form):
    name = django_forms.CharField(label=_("Name"), max_length=120, help_text=_("What its members call it."))
    kind = django_forms.ChoiceField(label=_("Kind"), choices=KINDS, initial=KINDS[0][0], widget=forms.Radios(small=True))
    district = django_forms.ModelChoiceField(
        queryset=None,
        label=_("District"),
        required=False,
        empty_label=_("None"),
        widget=forms.Select,
        help_text=_("Where it mostly meets. Settings from anywhere may be members."),
    )
    is_virtual = django_forms.BooleanField(label=_("It meets online only"), required=False)
    started_on = forms.DateField(label=_("Started on"), what=_("the date it started"))
    purpose = django_forms.CharField(
        label=_("Purpose"),
        max_length=2000,
        required=False,
        widget=forms.TextArea(rows=4, count=2000),
        help_text=_("Shown to its members. Do not name a child."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = districts()  # type: ignore[attr-defined]


class EnquiryForm(CollaborationForm):
    """The same of a group that began as an enquiry."""

    asked_by = django_forms.CharField(label=_("Who asked"), max_length=200)
    enquiry = django_forms.CharField(label=_("What they asked for"), max_length=2000, widget=forms.TextArea(rows=4, count=2000))


class StartForm(CollaborationForm):
    """An enquiry, or a group that ran before it was recorded here."""

    ENQUIRY, RUNNING = "enquiry", "active"

    state = django_forms.ChoiceField(
        label=_("What do you record?"),
        choices=((ENQUIRY, _("An enquiry")), (RUNNING, _("A group that already runs"))),
        widget=forms.Radios(
            hints={
                ENQUIRY: _("Somebody asks for a new group. You take it on from here, to its first meeting and further."),
                RUNNING: _("It has met before and works as a collaboration already. It is recorded as active."),
            }
        ),
    )
    asked_by = django_forms.CharField(
        label=_("Who asked"), max_length=200, required=False, help_text=_("A person and a setting, for example. How to reach them.")
    )
    enquiry = django_forms.CharField(
        label=_("What they asked for"),
        max_length=2000,
        required=False,
        widget=forms.TextArea(rows=4, count=2000),
        help_text=_("Do not name a child."),
    )
    terms_adopted_on = forms.DateField(label=_("Ways of working adopted on"), what=_("the date of adoption"), required=False)

    marks_optional = False
    field_order = ("state", "asked_by", "enquiry", "terms_adopted_on", "name", "kind", "district", "is_virtual", "started_on", "purpose")
    fieldsets = (
        forms.Fieldset(_("For an enquiry"), ("asked_by", "enquiry")),
        forms.Fieldset(_("For a group that already runs"), ("terms_adopted_on",), _("If you know it.")),
        forms.Fieldset(_("The collaboration"), field_order[4:]),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["started_on"].help_text = _("For an enquiry, the day on which they asked.")
        for name, label in (("district", _("District (optional)")), ("purpose", _("Purpose (optional)"))):
            self.fields[name].label = label

    def clean(self) -> dict[str, Any]:
        """What belongs to the other choice is left out."""
        given = super().clean() or {}
        others = ("terms_adopted_on",) if given.get("state") == self.ENQUIRY else ("asked_by", "enquiry")
        return {name: value for name, value in given.items() if name not in others}
