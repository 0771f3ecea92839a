"""The page on which a manager or an officer says how a setting is reached."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from core.views import Said, SeenPage
from providers.forms import ContactForm
from providers.selectors import contact_of_setting, edition_of_contact
from providers.services.contacts import FIELDS, change_setting_contact
from providers.views.mixins import FormOfSetting

if TYPE_CHECKING:
    from providers.models import SettingContact


class ChangeContact(FormOfSetting, SeenPage):
    title = _("How to reach it")
    form_class = ContactForm
    success_message = _("How to reach it is saved.")

    @cached_property
    def contact(self) -> SettingContact:
        return contact_of_setting(self.provider)

    def mark(self) -> str:
        return edition_of_contact(self.contact)

    def stored(self) -> Said:
        return [(ContactForm.base_fields[name].label, getattr(self.contact, name)) for name in FIELDS]

    def forget(self) -> None:
        del self.contact

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **{name: getattr(self.contact, name) for name in FIELDS}}

    def save(self, form: ContactForm) -> None:
        change_setting_contact(provider_id=self.provider.pk, **form.cleaned_data, by=self.request.user)
