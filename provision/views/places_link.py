"""The page behind the link of the email about free places that are about to fade."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.views.mixins import TaskLinkPage
from core.views import found_or_404
from core.wording import date_in_words
from providers.selectors import setting_by_id
from provision import rules
from provision.emails import KEEP_PLACES
from provision.services.fading import keep_places, places_to_keep

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

    from accounts.models import TaskLink
    from providers.models import Provider
    from provision.models import Vacancy


class KeepPlaces(TaskLinkPage):
    """One tap: they are still free. For the manager to whom the email was written."""

    purpose = KEEP_PLACES
    template_name = "provision/keep_places.html"
    form_class = forms.Form
    title = _("Are these places still free?")
    submit_label = _("They are still free")

    @cached_property
    def provider(self) -> Provider | None:
        return setting_by_id(self.link.about_id) if self.link else None

    @cached_property
    def places(self) -> list[Vacancy]:
        if self.link is None or self.provider is None:
            return []
        return places_to_keep(self.provider, self.link, on=timezone.localdate())

    def task_exists(self) -> bool:
        """While a place waits for the answer, and the person still manages the setting."""
        if self.link is None or self.link.user is None or not self.places:
            return False
        return self.link.user.has_perm(Permission.MANAGE_SETTING, self.provider)

    def what_was_done(self, link: TaskLink) -> str:
        provider = setting_by_id(link.about_id)
        if link.used_at is None or link.user is None or provider is None:
            return ""
        if not link.user.has_perm(Permission.MANAGE_SETTING, provider):
            return ""
        words = {"day": date_in_words(link.used_at)}
        return gettext("You said on %(day)s that the places are still free.") % words

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "provider": self.provider,
            "places": [place.in_words() for place in self.places],
            "fades_on": min(rules.fades_on(place.confirmed_on) for place in self.places),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> HttpResponseBase:
        link, provider, now = found_or_404(self.link), found_or_404(self.provider), timezone.now()
        kept = keep_places(provider=provider, link=link, by=found_or_404(link.user), at=now)
        context = {
            "title": gettext("Thank you"),
            "provider": provider,
            "places": [place.in_words() for place in kept],
            "fades_on": rules.fades_on(timezone.localdate(now)),
        }
        return TemplateResponse(self.request, "provision/places_kept.html", context)
