"""Who works at a setting: added, ended and taken back, on the setting's own pages or from its group."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.selectors import name_and_address
from accounts.services.appointments import end_appointment, withdraw_appointment
from core.dates import day_after
from core.forms.numbers import whole_number
from core.forms.pages import EndForm
from core.tables.choosing import Choice, ChoosePage
from core.views import ConfirmPage, Crumb, FormPage, found_or_404
from memberships.forms.pages import PersonForm
from memberships.selectors.people import described, role_at
from memberships.services.people import SETTING_ROLE, add_person_of_setting
from providers.selectors import find_settings, register, sees_private_addresses
from providers.views.mixins import FormOfSetting

if TYPE_CHECKING:
    from core.searching import Matches
    from memberships.models.members import SettingRole
    from providers.models import Provider


class OfPeopleOfSetting(FormPage):
    """``setting``: the one whose people are changed."""

    permission = Permission.CHANGE_MEMBERS
    setting: Any


class AddsPerson(OfPeopleOfSetting):
    title = _("Add a person of this setting")
    form_class = PersonForm
    submit_label = _("Add the person")

    def get_initial(self) -> dict[str, Any]:
        """``?person=`` names somebody of this authority by the id, as the person's own page does."""
        number = whole_number(self.request.GET.get("person", ""))
        known = number is not None and self.allows(Permission.VIEW_PEOPLE)
        return {"starts_on": timezone.localdate(), **(name_and_address(number) if known and number else {})}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "kind": self.setting.provider_type}

    def save(self, form: PersonForm) -> None:
        row = add_person_of_setting(provider=self.setting, by=self.request.user, **form.cleaned_data)
        words = gettext("%(person)s is added.")
        if row.user.invited_to_id is not None:
            words = gettext("%(person)s is added, and gets an email with a link to accept by.")
        messages.success(self.request, words % {"person": row.user})


class OfRoleAtSetting(OfPeopleOfSetting):
    @cached_property
    def role(self) -> SettingRole:
        return found_or_404(role_at(self.setting, self.kwargs["role"]))


class WithdrawsPerson(OfRoleAtSetting, ConfirmPage):
    """Take back a role at a setting that was given by mistake: before it begins, or on its first day (A2)."""

    destructive = True
    submit_label = _("Take it back")
    success_message = _("The role is taken back.")
    explanation = _(
        "It was given by mistake. What it allows ends at once. Nothing of it will be left, except in the audit"
        " log."
    )

    def get_title(self) -> str:
        return gettext("Take back the role of %(person)s?") % {"person": self.role.user}

    def save(self, form: Any) -> None:
        withdraw_appointment(SETTING_ROLE, self.role, today=timezone.localdate(), by=self.request.user)


class EndsPerson(OfRoleAtSetting):
    form_class = EndForm
    submit_label = _("End the role")
    success_message = _("The end is recorded.")

    def get_title(self) -> str:
        return gettext("End the role of %(person)s") % {"person": self.role.user}

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.role.ends_on or day_after(timezone.localdate())}

    def save(self, form: EndForm) -> None:
        end_appointment(SETTING_ROLE, self.role, ends_on=form.cleaned_data["ends_on"], by=self.request.user)


class AtSetting(FormOfSetting):
    """The same below ``settings/<pk>/people/``: for a setting that is in no group too."""

    permission = Permission.CHANGE_MEMBERS

    @property
    def setting(self) -> Provider:
        return self.provider

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("People"), self.get_success_url()))

    def get_success_url(self) -> str:
        return reverse("portal:setting_people", args=[self.provider.pk])


class AddPersonAtSetting(AtSetting, AddsPerson):
    pass


class EndPersonAtSetting(AtSetting, EndsPerson):
    pass


class WithdrawPersonAtSetting(AtSetting, WithdrawsPerson):
    pass


class ChooseSetting(ChoosePage):
    """Where a person works, before the person is added."""

    permission = Permission.CHANGE_MEMBERS
    title = _("Add a person of a setting")
    carries = ("person",)
    choose_label = _("Which setting?")
    choose_hint = _("Name, Ofsted URN or postcode")
    none_text = _("No setting of the register matches this.")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Settings"), reverse("providers:settings")),)

    def matches(self, text: str) -> Matches:
        return find_settings(text, within=register(), with_homes=sees_private_addresses(self.request.user))

    def choices(self, rows: Sequence[Any]) -> list[Choice]:
        return [
            Choice(
                str(setting),
                described(setting),
                reverse("memberships:add_person_at_setting", args=[setting.pk]),
            )
            for setting in rows
        ]
