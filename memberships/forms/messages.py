"""Forms of what officers do with many collaborations at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core import forms
from memberships.models import Message


class ChosenForm(forms.Form):
    """Some of the collaborations that the address named, or of all."""

    collaborations = django_forms.TypedMultipleChoiceField(label=_("Collaborations"), coerce=int, widget=forms.Checkboxes)

    def __init__(self, *args: Any, groups: Sequence[Collaboration], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["collaborations"]
        field.choices = [(group.pk, group.name) for group in groups]


class MessageForm(ChosenForm):
    """What an officer writes, and to whom. The order is that of thinking: to whom, what about, what."""

    audience = django_forms.ChoiceField(label=_("To"), choices=Message.Audience.choices, widget=forms.Radios)
    subject = django_forms.CharField(
        label=_("Subject"), max_length=120, help_text=_("It is shown on locked screens: name no person, no setting and no child.")
    )
    text = django_forms.CharField(
        label=_("Message"),
        max_length=5000,
        help_text=_("Do not name a child. Answers go to the team's e-mail address."),
        widget=forms.TextArea(rows=10, count=5000),
    )


class MoveToDistrictForm(ChosenForm):
    district = django_forms.ModelChoiceField(None, label=_("District"), required=False, empty_label=_("No district"), widget=forms.Select)

    def __init__(self, *args: Any, districts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["district"]
        field.queryset = districts
