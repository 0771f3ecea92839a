"""What the pages of one setting share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.sections import Section
from core.views import Crumb, FormPage, Page, found_or_404
from providers.selectors import setting_by_id

if TYPE_CHECKING:
    from providers.models import Provider


class OfSetting(Page):
    """A page below ``settings/<pk>/``, for those who do the setting's tasks unless it says otherwise.

    Who may not even see the setting finds none.
    """

    permission = Permission.MANAGE_SETTING

    @cached_property
    def provider(self) -> Provider:
        return found_or_404(setting_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Provider:
        if not self.allows(Permission.VIEW_SETTINGS, self.provider):
            raise Http404
        return self.provider

    def home_address(self) -> str:
        return reverse("portal:setting", args=[self.provider.pk])

    def section(self) -> tuple[Section, Provider] | None:
        return Section.SETTING, self.provider

    def breadcrumbs(self) -> Sequence[Crumb]:
        setting = Crumb(self.provider, self.home_address())
        if self.allows(Permission.VIEW_SETTINGS):
            return (Crumb(_("Settings"), reverse("providers:settings")), setting)
        return (setting,)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"provider": self.provider, **kwargs})


class OfSeenSetting(OfSetting):
    """The same for everybody who sees the setting: its managers, and those who read the register."""

    permission = Permission.VIEW_SETTINGS


class FormOfSetting(OfSetting, FormPage):
    """A form there."""

    def get_success_url(self) -> str:
        return self.home_address()

    def get_cancel_url(self) -> str:
        return self.get_success_url()
