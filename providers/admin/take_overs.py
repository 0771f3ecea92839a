"""Which registration a setting took over from (O2): the panel, and the two pages that link and unlink."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from core.searching import Matches
from ofsted.selectors.register import TakeOver, take_over_candidates
from providers import selectors
from providers.admin.panels import Panel
from providers.forms import TakeOverForm
from providers.models import Provider, SuccessionLink
from providers.selectors import sees_private_addresses
from providers.services import succession

#: So many hits of a search are shown, of so many letters at most.
MAX_FOUND, MAX_TYPED = 20, 100

if TYPE_CHECKING:
    from core.admin.bases import OfficerModelAdmin as Base
else:
    Base = object


class TakeOversMixin(Base):
    """For the register's admin."""

    def suggestions(self, request: HttpRequest, provider: Provider) -> list[TakeOver]:
        """Earlier registrations that may be the one. The software only suggests (O2)."""
        if provider.is_domestic and not sees_private_addresses(request.user):
            return []  # "same postcode" would say where
        return take_over_candidates(provider)

    def move_address(self, request: HttpRequest, link: SuccessionLink) -> str:
        """Where an officer says what moves by a take-over; empty for those who may not."""
        if not request.user.has_perm(Permission.CHANGE_MEMBERS):
            return ""
        return reverse("reorganisation:move_to_successor", args=[link.pk])

    def get_urls(self) -> list[URLPattern]:
        link, unlink = (
            self.admin_site.admin_view(self.link_view),
            self.admin_site.admin_view(self.unlink_view),
        )
        return [
            path("<int:object_id>/take-over/", link, name="providers_provider_take_over"),
            path("<int:object_id>/take-over/<int:link_id>/remove/", unlink, name="providers_provider_unlink"),
            *super().get_urls(),
        ]

    def may_link(self, request: HttpRequest, provider: Provider) -> bool:
        return bool(request.user.has_perm(Permission.LINK_SETTINGS, provider))

    def take_over_panel(self, request: HttpRequest, provider: Provider) -> Panel:
        facts = {
            "provider": provider,
            "predecessors": [
                (link, self.move_address(request, link)) for link in selectors.predecessors_of(provider)
            ],
            "successors": [
                (link, self.move_address(request, link)) for link in selectors.successors_of(provider)
            ],
            "may_link": self.may_link(request, provider),
            "suggestions": self.suggestions(request, provider) if self.may_link(request, provider) else [],
        }
        return Panel("take-overs", _("Take-overs"), "admin/providers/provider/panels/take_overs.html", facts)

    def link_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        provider = self._linked(request, object_id)
        suggestions = self.suggestions(request, provider)
        form = TakeOverForm(
            request.POST if request.method == "POST" else None,
            initial=self._suggested(request, suggestions),
        )
        if form.is_bound and form.is_valid() and self._link(request, provider, form):
            return self._back(provider)
        searched = request.GET.get("q", "").strip()[:MAX_TYPED]
        matches = self._found(request, provider, searched)
        context = {
            "searched": searched,
            "found": [(each, self._chosen_by(each)) for each in matches.rows[:MAX_FOUND]],
            "correction": matches.correction,
            "title": _("Which registration did %(setting)s take over from?") % {"setting": provider},
            "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}),
            "errors": form.errors,
            "suggestions": suggestions,
        }
        return self._answer(request, provider, "admin/providers/provider/take_over.html", context)

    def _found(self, request: HttpRequest, provider: Provider, text: str) -> Matches:
        """What a search of the register finds: other registrations, for choosing one instead of typing its URN."""
        others = selectors.register().exclude(pk=provider.pk)
        if not text:
            return Matches(others.none())
        return selectors.find_settings(text, within=others, with_homes=sees_private_addresses(request.user))

    @staticmethod
    def _chosen_by(provider: Provider) -> str:
        """The part of the address that fills a registration in: its number, or its name where it has none."""
        return urlencode({"earlier": provider.urn or provider.name})

    def _suggested(self, request: HttpRequest, suggestions: list[TakeOver]) -> dict[str, Any]:
        """What the form holds at first: the earlier registration that was chosen, and the day that the register of
        schools tells.
        """
        number = request.GET.get("school", "")
        since = next(
            (each.since for each in suggestions if each.is_school_number and each.number == number), None
        )
        return {"earlier": request.GET.get("earlier", ""), "earlier_school": number, "on": since}

    def _link(self, request: HttpRequest, provider: Provider, form: TakeOverForm) -> bool:
        earlier, given = form.earlier_registration, form.cleaned_data
        try:
            succession.link_successor(
                old_id=earlier.pk, new_id=provider.pk, on=given["on"], reason=given["reason"], by=request.user
            )
        except ValidationError as refusal:
            for field, sentences in refusal.message_dict.items():
                form.add_error({"old": form.earlier_field}.get(field, field), sentences)
            return False
        messages.success(
            request,
            _("It is recorded that %(new)s took over from %(old)s.")
            % {"new": provider.with_urn, "old": earlier.with_urn},
        )
        return True

    def unlink_view(self, request: HttpRequest, object_id: int, link_id: int) -> HttpResponse:
        provider = self._linked(request, object_id)
        link: SuccessionLink | None = selectors.take_over_by_id(link_id, new=provider)
        if link is None:
            raise Http404
        if request.method == "POST":
            succession.unlink_successor(link_id=link.pk, by=request.user)
            messages.success(request, _("The take-over from %(old)s was removed.") % {"old": link.old})
            return self._back(provider)
        context = {"title": _("Remove this take-over?"), "link": link}
        return self._answer(request, provider, "admin/providers/provider/unlink.html", context)

    def _linked(self, request: HttpRequest, object_id: int) -> Provider:
        """The setting, for somebody who may link it."""
        provider = selectors.setting_by_id(object_id)
        if provider is None:
            raise Http404
        if not self.may_link(request, provider):
            raise PermissionDenied
        return provider

    def _back(self, provider: Provider) -> HttpResponse:
        return HttpResponseRedirect(
            reverse("admin:providers_provider_change", args=[provider.pk]) + "#take-overs"
        )

    def _answer(
        self, request: HttpRequest, provider: Provider, template: str, context: dict[str, Any]
    ) -> HttpResponse:
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "original": provider}
        return TemplateResponse(request, template, {**frame, **context})
