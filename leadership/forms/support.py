"""Forms of referrals and of requests for support. Field names are those at which the services refuse."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core import forms
from leadership.forms.cases import NO_CHILD
from leadership.models import Referral, SupportRequest


class ReferForm(forms.Form):
    """To which group, and why that one."""

    collaboration = django_forms.ModelChoiceField(
        None, label=_("Collaboration"), empty_label=_("Choose a collaboration"), widget=forms.Select
    )
    words = django_forms.CharField(
        label=_("Why this group?"),
        help_text=_("The settings read it, and so do the leaders. Do not name a child."),
        max_length=1000,
        required=False,
        widget=forms.TextArea(rows=4, count=1000),
    )

    def __init__(self, *args: Any, groups: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["collaboration"]
        field.queryset = groups


class FollowUpForm(forms.Form):
    """What has become of a referral."""

    state = django_forms.ChoiceField(
        label=_("What has become of it?"),
        choices=[
            (Referral.State.IN_TOUCH.value, _("They are in touch")),
            (Referral.State.JOINED.value, _("The setting joined")),
            (Referral.State.NOT_JOINED.value, _("The setting did not join")),
        ],
        widget=forms.Radios(hints={Referral.State.JOINED.value: _("Once its membership is recorded, this shows by itself too.")}),
    )
    words = django_forms.CharField(
        label=_("In words"),
        help_text=_("Needed when the setting did not join: what would suit it better? Do not name a child."),
        max_length=1000,
        required=False,
        widget=forms.TextArea(rows=4, count=1000),
    )


class AskForm(forms.Form):
    """What a group asks of the early years team."""

    kind = django_forms.ChoiceField(
        label=_("What do you ask for?"),
        choices=SupportRequest.Kind.choices,
        widget=forms.Radios(
            hints={
                SupportRequest.Kind.FIRST_MEETING.value: _("An officer leads you through the first meeting of a new group."),
                SupportRequest.Kind.ATTEND.value: _("An officer comes to a meeting because you invite them."),
            }
        ),
    )
    wanted_on = forms.DateField(
        label=_("Day"), what=_("the day"), required=False, help_text=_("Needed for a meeting. For example, 27 3 2027")
    )
    place = django_forms.CharField(label=_("Where or how"), max_length=200, required=False)
    words = django_forms.CharField(label=_("What is it about?"), help_text=NO_CHILD, max_length=2000, widget=forms.TextArea(count=2000))


class AnswerForm(forms.Form):
    """Yes, with who comes, or no, with why."""

    YES, NO = "accept", "decline"
    answer = django_forms.ChoiceField(
        label=_("Your answer"), choices=[(YES, _("Yes, one of us helps")), (NO, _("No, not this time"))], widget=forms.Radios
    )
    officer = django_forms.ModelChoiceField(
        None,
        label=_("Who?"),
        help_text=_("Needed when the answer is yes."),
        required=False,
        empty_label=_("Choose a person"),
        widget=forms.Select,
    )
    words = django_forms.CharField(
        label=_("What you write to them"),
        help_text=_("Needed when the answer is no: say what they can do instead."),
        max_length=2000,
        required=False,
        widget=forms.TextArea(count=2000),
    )

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["officer"]
        field.queryset = people


class DeclineForm(forms.Form):
    """An officer who had accepted cannot come after all."""

    words = django_forms.CharField(
        label=_("What you write to them"), help_text=_("Say what they can do instead."), max_length=2000, widget=forms.TextArea(count=2000)
    )
