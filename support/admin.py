"""Referrals and requests for support as records to look at. They are changed on their pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from providers.rules.register import search_text
from support.models import Referral, SupportRequest
from support.selectors import referrals
from support.selectors import requests as requests_selectors


class StandingFilter(FixedChoicesFilter):
    title = _("state")
    parameter_name = "state"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.options = [  # type: ignore[misc]
            (value, words, lambda rows, value=value: referrals.by_standing(rows, value))
            for value, words in (("waiting", _("Nothing final yet")), *referrals.standings())
        ]
        super().__init__(*args, **kwargs)


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


class KindFilter(FieldChoicesFilter):
    title = _("kind")
    parameter_name = field = "kind"


class SupportAdmin(OfficerModelAdmin):
    """Read-only."""

    view_permission = Permission.VIEW_SUPPORT

    def export_filters(self, request: HttpRequest) -> Mapping[str, str]:
        return {name: request.GET[name] for name in ("state", "kind") if request.GET.get(name)}


@admin.register(Referral)
class ReferralAdmin(SupportAdmin):
    menu_position = 40
    add_permission = Permission.GIVE_SUPPORT
    page_add = "support:refer"
    list_display = ("setting", "collaboration", "referred_at", "referred_by", "standing", "joined_on")
    list_filter = (StandingFilter,)
    search_normalised = "provider__search_text"
    normalise_search = staticmethod(search_text)
    search_help_text = _("Name, Ofsted URN or postcode of the setting")
    fields = (
        "provider",
        "collaboration",
        "words",
        "referred_by",
        "referred_at",
        "standing",
        "joined_on",
        "outcome_words",
        "ended_on",
    )
    readonly_fields = fields
    export_identifier = "referrals"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Referral]:
        return referrals.referrals()

    def page_of(self, request: HttpRequest, obj: Referral) -> str:
        return reverse("support:referral", args=[obj.pk])

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Referral) -> str:
        return str(row.provider)

    @admin.display(description=_("state"), ordering="standing")
    def standing(self, row: Any) -> str:
        return dict(referrals.standings())[row.standing]

    @admin.display(description=_("member from"), ordering="joined_on")
    def joined_on(self, row: Any) -> Any:
        return row.joined_on


@admin.register(SupportRequest)
class SupportRequestAdmin(SupportAdmin):
    menu_position = 41
    list_display = ("collaboration", "kind", "wanted_on", "asked_at", "asked_by", "state", "officer")
    list_filter = (StateFilter, KindFilter)
    search_fields = search_names = ("collaboration__name",)
    search_help_text = _("Collaboration")
    fields = (
        "collaboration",
        "kind",
        "wanted_on",
        "place",
        "words",
        "state",
        "asked_by",
        "asked_at",
        "officer",
        "answer",
        "answered_by",
        "answered_at",
    )
    readonly_fields = fields
    export_identifier = "support-requests"

    def get_queryset(self, request: HttpRequest) -> QuerySet[SupportRequest]:
        return requests_selectors.support_requests()

    def page_of(self, request: HttpRequest, obj: SupportRequest) -> str:
        return reverse("support:support_request", args=[obj.pk])
