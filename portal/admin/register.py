"""The register of settings with what Ofsted, the collaborations and the trail say of each setting."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from audit.models import Entry
from audit.selectors import entries_about
from core.admin.bulk import on_to_page
from core.admin.history import may_read_history
from memberships.selectors import collaborations_by_setting, stays_of
from ofsted.selectors.differences import differences_of
from ofsted.selectors.imports import import_history
from ofsted.selectors.register import judgement_history, judgements_in_words, take_over_candidates
from portal.exports import RegisterExport
from providers.admin import Panel, ProviderAdmin, list_filter_of
from providers.admin.take_overs import Suggestion
from providers.models import Provider
from providers.selectors import sees_private_addresses

PANELS = "admin/providers/provider/panels"
MOST_SHOWN = 20


@admin.register(Provider)
class RegisterAdmin(ProviderAdmin):
    """What officers open as "Settings"."""

    list_display = (*ProviderAdmin.list_display, "judgement", "collaborations")
    narrowings = RegisterExport.narrowings
    list_filter = tuple(map(list_filter_of, narrowings))

    actions = (*ProviderAdmin.actions, "refer_to_collaboration")

    def has_refer_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(Permission.GIVE_SUPPORT)

    @admin.action(description=_("Refer to a collaboration"), permissions=["refer"])
    def refer_to_collaboration(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="leadership:refer", name="setting")

    def dress_rows(self, request: HttpRequest, rows: list[Any]) -> None:
        super().dress_rows(request, rows)
        ids, today = [provider.pk for provider in rows], timezone.localdate()
        judgements = judgements_in_words(ids, on=today)
        groups = collaborations_by_setting(ids, on=today) if request.user.has_perm(Permission.VIEW_MEMBERS) else {}
        for provider in rows:
            provider.judgement_shown = judgements[provider.pk]
            provider.collaborations_shown = ", ".join(groups.get(provider.pk, ()))

    @admin.display(description=_("latest judgement"))
    def judgement(self, provider: Any) -> str:
        return str(provider.judgement_shown)

    @admin.display(description=_("collaborations"), empty_value="–")
    def collaborations(self, provider: Any) -> str:
        return provider.collaborations_shown or "–"

    # --- one setting -----------------------------------------------------------------------------------------------------
    def suggestions(self, request: HttpRequest, provider: Provider) -> list[Suggestion]:
        if provider.is_domestic and not sees_private_addresses(request.user):
            return []  # "same postcode" would say where
        return [Suggestion(each, tuple(reasons)) for each, reasons in take_over_candidates(provider)]

    def panels(self, request: HttpRequest, provider: Provider) -> list[Panel]:
        history = judgement_history(provider, on=timezone.localdate())
        panels = [Panel("judgements", _("Judgements"), f"{PANELS}/judgements.html", {"history": history})]
        if request.user.has_perm(Permission.VIEW_MEMBERS):
            facts = {"stays": stays_of(provider), "today": timezone.localdate()}
            panels.append(Panel("collaborations", _("Collaborations"), f"{PANELS}/collaborations.html", facts))
        panels += super().panels(request, provider)
        if request.user.has_perm(Permission.VIEW_IMPORTS):
            panels.append(self._loads(request, provider))
        if may_read_history(request.user):
            panels.append(self._trail(request, provider))
        return panels

    def _loads(self, request: HttpRequest, provider: Provider) -> Panel:
        sees_homes = sees_private_addresses(request.user)
        rows = [
            {"row": row, "differences": differences_of(row, with_home_fields=sees_homes)}
            for row in import_history(provider.urn)[:MOST_SHOWN]
        ]
        return Panel("loads", _("Loads of Ofsted's file"), f"{PANELS}/loads.html", {"rows": rows})

    def _trail(self, request: HttpRequest, provider: Provider) -> Panel:
        entries = entries_about(Provider._meta.label_lower, provider.pk, user=request.user)[:MOST_SHOWN]
        facts = {"entries": [{"entry": entry, "changes": changes_in_words(entry)} for entry in entries], "provider": provider}
        return Panel("trail", _("Audit trail"), f"{PANELS}/trail.html", facts)


def changes_in_words(entry: Entry) -> list[str]:
    """Field by field, from what the entry keeps. Of a home's address the entry holds no values (providers.services)."""
    words = []
    for name, (before, after) in sorted(entry.facts.get("changes", {}).items()):
        field = str(Provider._meta.get_field(name).verbose_name)
        if before is None:
            words.append(gettext("%(field)s changed") % {"field": field})
        else:
            facts = {"field": field, "before": before or gettext("empty"), "after": after or gettext("empty")}
            words.append(gettext("%(field)s: %(before)s → %(after)s") % facts)
    return words
