"""The forms of our pages. Field names are those at which the services refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, LastDayField, LineField, TextField
from core.forms.pages import SeenForm
from core.forms.widgets import EmailInput, Radios, TextArea, TextInput
from core.telephones import is_telephone
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.selectors.people import described, person_key
from memberships.selectors.person_contacts import WISHES
from ofsted.rules.policy import Verdict
from providers.models import Provider
from providers.rules.workforce import roles_at


def in_groups(description: str, groups: Sequence[str]) -> str:
    """What tells a setting from others, and the groups that it is in already: it may be in several (C5)."""
    if not groups:
        return description
    return gettext("%(setting)s. Already in %(groups)s") % {
        "setting": description,
        "groups": ", ".join(groups),
    }


class JoinForm(Form):
    """One of the settings that were found, and the day."""

    provider = django_forms.TypedChoiceField(label=_("Setting"), coerce=int, widget=Radios)
    joined_on = DateField(
        label=_("Member from"), what=_("the date it joins"), help_text=_("It may lie in the future.")
    )

    def __init__(
        self,
        *args: Any,
        found: Sequence[Provider] = (),
        groups: Mapping[int, Sequence[str]] = MappingProxyType({}),
        **kwargs: Any,
    ) -> None:
        """``groups``: the names of the collaborations that a setting is in already, by its id."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["provider"]
        field.choices = [(provider.pk, str(provider)) for provider in found]
        field.widget.hints = {
            str(provider.pk): in_groups(described(provider), groups.get(provider.pk, ()))
            for provider in found
        }


class LeaveForm(Form):
    left_on = LastDayField(
        label=_("Last day as a member"),
        what=_("the last day as a member"),
        help_text=_("Its people see the collaboration to the end of that day."),
    )
    leaving_reason = TextField(label=_("Reason"), max_length=300, widget=TextArea(rows=3, count=300))


class PersonForm(Form):
    """Somebody who works at a setting. The account is found by the email address, or made."""

    full_name = LineField(label=_("Full name"), max_length=150)
    email = django_forms.EmailField(
        label=_("Email address"), widget=EmailInput, help_text=_("The person signs in with it.")
    )
    role = django_forms.ChoiceField(
        label=_("Role"), choices=SettingRole.Role.choices, widget=Radios(inline=True)
    )
    starts_on = DateField(label=_("From"), what=_("the first day"))
    ends_on = LastDayField(required=False)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        """``kind`` of the setting: a childminder is no manager."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["role"]
        field.choices = list(roles_at(kind).items())


class PersonInTimeForm(Form):
    """One of the member settings' people, from a day on."""

    person = django_forms.ChoiceField(label=_("Person"), widget=Radios)
    starts_on = DateField(label=_("From"), what=_("the first day"))
    ends_on = LastDayField(required=False)

    def __init__(self, *args: Any, people: Sequence[SettingRole] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = list({person_key(role): in_words(role) for role in people}.items())


class LeaderForm(PersonInTimeForm):
    """Who of the member settings' people leads, how and when."""

    manner = django_forms.ChoiceField(
        label=_("Leads"),
        choices=LeaderAppointment.Manner.choices,
        initial=LeaderAppointment.Manner.JOINT,
        widget=Radios(inline=True),
    )
    may_lead_because = TextField(
        label=_("Your decision"),
        max_length=500,
        required=False,
        widget=TextArea(rows=3, count=500),
        help_text=_(
            "Needed only where the leading policy leaves it to an officer: say why this person may lead."
            " Officers and managers see it."
        ),
    )
    field_order = ("person", "manner", "starts_on", "ends_on", "may_lead_because")

    def __init__(
        self,
        *args: Any,
        people: Sequence[SettingRole] = (),
        verdicts: Mapping[int, Verdict] | None = None,
        **kwargs: Any,
    ) -> None:
        """``verdicts``: what the leading policy says of each setting today, for those who read the policy."""
        super().__init__(*args, people=people, **kwargs)
        said = verdicts or {}
        field: Any = self.fields["person"]
        field.choices = list(
            {person_key(role): in_words(role, said.get(role.provider_id)) for role in people}.items()
        )


def in_words(role: SettingRole, verdict: Verdict | None = None) -> str:
    words = gettext("%(person)s, %(setting)s") % {"person": role.user, "setting": role.provider}
    if verdict is None:
        return words
    return gettext("%(who)s (leading policy today: %(verdict)s)") % {
        "who": words,
        "verdict": gettext(verdict.label).lower(),
    }


class PersonContactForm(SeenForm):
    """How a person is reached, as an officer writes it; only the person shows the number to groups (A2)."""

    telephone = LineField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        help_text=_("For example, 01632 960 001. The early years team reads it."),
        widget=TextInput({"type": "tel", "autocomplete": "off"}, width=20),
    )
    wish = django_forms.ChoiceField(
        label=_("Prefers"),
        choices=[("", _("Not said")), *WISHES],
        required=False,
        widget=Radios,
    )

    def clean_telephone(self) -> str:
        number: str = self.cleaned_data["telephone"]
        if number and not is_telephone(number):
            raise django_forms.ValidationError(gettext("Enter a telephone number, like 01632 960 001"))
        return number


class OwnContactForm(PersonContactForm):
    """The same by the person."""

    shown_to_groups = django_forms.BooleanField(
        label=_("Show my telephone number to the members of my groups too"), required=False
    )
