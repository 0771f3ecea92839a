"""The register of settings in the admin: the list, a setting's form
with its panels, and the move of many to a district.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, AdminForm
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from audit.models import Entry
from audit.selectors import entries_about
from core.admin.bases import OfficerModelAdmin
from core.admin.bulk import on_to_page
from core.admin.filters import list_filter_of
from core.admin.history import may_read_history
from core.admin.inlines import OfficerTabularInline
from core.admin.paging import DressedList
from core.tables.filters import ChoiceFilter
from core.wording import in_words, listed
from memberships.selectors.members import collaborations_by_setting, memberships_of
from ofsted.selectors.differences import differences_of
from ofsted.selectors.imports import import_history
from ofsted.selectors.register import judgement_history, judgements_in_words
from providers import selectors
from providers.admin.panels import Panel
from providers.admin.take_overs import TakeOversMixin
from providers.exports import SHOWN, RegisterExport
from providers.forms import DistrictChoiceForm, IdentityForm, ProviderForm
from providers.models import Provider, ProviderIdentity
from providers.rules.register import HOME_FIELDS, held_fields
from providers.selectors import sees_private_addresses
from providers.services import districts, identities
from providers.services import register as register_services

PANELS = "admin/providers/provider/panels"
MAX_SHOWN = 20


FLAGS = ("on_early_years_register", "on_compulsory_register", "on_voluntary_register")


def _flag_said(name: str) -> Callable[[Any, Provider], str]:
    """A flag of the registers in words: unknown is what no file has told (O7)."""

    @admin.display(description=Provider._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    def said(_admin: Any, provider: Provider) -> str:
        value = getattr(provider, name)
        return gettext("Not known") if value is None else str(in_words(value))

    return said


class IdentityInline(OfficerTabularInline):
    """Further numbers, each within its scheme (O1)."""

    model = ProviderIdentity
    form = IdentityForm
    fields = ("scheme", "value")
    editable = True
    verbose_name_plural = _("other numbers")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if self.has_add_permission(request, obj) else 0


@admin.register(Provider)
class ProviderAdmin(TakeOversMixin, OfficerModelAdmin):
    """What officers open as "Settings"."""

    menu_position = 10
    menu_group = _("Register")
    record_only = (
        "all fields of a setting; its page changes how it is reached, and nothing that the register holds"
    )
    menu_name = _("settings")
    view_permission = Permission.VIEW_SETTINGS
    add_permission = Permission.ADD_SETTINGS
    change_permission = Permission.CHANGE_SETTINGS
    form = ProviderForm
    inlines = (IdentityInline,)
    change_form_template = "admin/providers/provider/change_form.html"

    list_display: Sequence[Any] = (
        "setting",
        "urn",
        "provider_type",
        "place",
        "district",
        "judgement",
        "collaborations",
    )
    list_display_links = ("setting",)
    choice_filters: ClassVar[Sequence[ChoiceFilter]] = RegisterExport.list_filters
    list_filter: Sequence[Any] = tuple(map(list_filter_of, choice_filters))
    list_select_related = ("district",)
    ordering = ("search_text", "pk")
    search_normalised = "search_text"
    search_help_text = _("Any part of the name, URN or postcode")
    actions: ClassVar[Sequence[str]] = ("move_to_district", "refer_to_collaboration", "write_to_people")
    export_identifier = "settings"
    import_url_name = "ofsted:imports"
    import_permission = Permission.VIEW_IMPORTS
    choosable = {
        "agency": lambda request: selectors.agencies(),
        "district": lambda request: selectors.districts(),
    }
    short_lists = {
        "agency": "childminder agencies alone: about ten are registered in England",
        "district": "the districts of one authority",
    }

    # --- the list -------------------------------------------------------------------------------------------
    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return DressedList

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Only the filters beside the list.

        Django takes any field from the address, ``postcode__startswith`` too.
        """
        return lookup in {list_filter.parameter_name for list_filter in self.list_filter}

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Nobody finds a home by its postcode who may not see where it is."""
        homes = sees_private_addresses(request.user)
        matches = selectors.find_settings(search_term, within=queryset, with_homes=homes)
        return self.matched(request, matches), False

    def dress_rows(self, request: HttpRequest, rows: list[Any]) -> None:
        """Give the rows of one page what their columns show."""
        ids, today = [provider.pk for provider in rows], timezone.localdate()
        shows_homes = sees_private_addresses(request.user)
        judgements = judgements_in_words(ids, on=today)
        groups = (
            collaborations_by_setting(ids, on=today) if request.user.has_perm(Permission.VIEW_MEMBERS) else {}
        )
        for provider in rows:
            is_hidden = provider.is_domestic and not shows_homes
            provider.place_shown = gettext("Not shown") if is_hidden else place_of(provider)
            provider.judgement_shown = judgements[provider.pk]
            provider.collaborations_shown = listed(groups.get(provider.pk, ()))

    def export_filters(self, request: HttpRequest) -> Mapping[str, str]:
        names = ("q", *(choice.name for choice in self.choice_filters))
        filters = {name: request.GET[name] for name in names if request.GET.get(name)}
        if sees_private_addresses(request.user):
            filters["homes"] = SHOWN
        return filters

    @admin.display(description=_("setting"), ordering="search_text")
    def setting(self, provider: Provider) -> str:
        return str(provider)

    @admin.display(description=_("place"))
    def place(self, provider: Any) -> str:
        return str(provider.place_shown)

    @admin.display(description=_("latest judgement"))
    def judgement(self, provider: Any) -> str:
        return str(provider.judgement_shown)

    @admin.display(description=_("collaborations"), empty_value="–")
    def collaborations(self, provider: Any) -> str:
        return provider.collaborations_shown or "–"

    # --- moving many to a district --------------------------------------------------------------------------
    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """What was ticked must be there: another authority's setting is 404, as everywhere."""
        chosen = set(request.POST.getlist(ACTION_CHECKBOX_NAME))
        if not all(pk.isdecimal() for pk in chosen):
            raise Http404
        if chosen and Provider.objects.filter(pk__in=chosen).count() != len(chosen):
            raise Http404
        return super().response_action(request, queryset)

    @admin.action(description=_("Move to a district"), permissions=["change"])
    def move_to_district(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Asks for the district first, then moves."""
        form = DistrictChoiceForm(request.POST if "confirmed" in request.POST else None)
        if form.is_bound and form.is_valid():
            try:
                moved = districts.set_district(
                    provider_ids=list(queryset.values_list("pk", flat=True)),
                    district_id=getattr(form.cleaned_data["district"], "pk", None),
                    by=request.user,
                )
            except ValidationError as refusal:
                form.add_error(None, refusal.messages)
            else:
                self.message_user(request, _moved(moved), messages.SUCCESS)
                return None
        return self._ask_for_district(request, queryset, form)

    def _ask_for_district(
        self, request: HttpRequest, queryset: QuerySet[Any], form: DistrictChoiceForm
    ) -> HttpResponse:
        first = [str(provider) for provider in queryset.order_by("search_text", "pk")[:10]]
        number = queryset.count()
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Move settings to a district"),
            "opts": self.opts,
            "adminform": AdminForm(form, [(None, {"fields": ["district"]})], {}),
            "errors": form.errors,
            "names": first,
            "others": number - len(first),
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "across": request.POST.get("select_across", "0"),
        }
        return TemplateResponse(request, "admin/providers/provider/move_to_district.html", context)

    # --- referring to a collaboration -----------------------------------------------------------------------
    def has_refer_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(Permission.GIVE_SUPPORT)

    @admin.action(description=_("Refer to a collaboration"), permissions=["refer"])
    def refer_to_collaboration(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="support:refer")

    def page_of(self, request: HttpRequest, obj: Provider) -> str:
        return reverse("portal:setting", args=[obj.pk])

    def has_write_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(Permission.SEND_MESSAGES)

    @admin.action(description=_("Write to their people"), permissions=["write"])
    def write_to_people(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="support:write_to_settings")

    # --- one setting ----------------------------------------------------------------------------------------
    def get_fieldsets(self, request: HttpRequest, obj: Provider | None = None) -> Any:
        """A home's address is not in the form of somebody who may
        not see it, neither to read nor to write.
        """
        hidden = obj is not None and obj.is_domestic and not sees_private_addresses(request.user)
        address = ("address_not_shown",) if hidden else HOME_FIELDS
        writable = held_fields(seen_in_file=obj is not None and obj.first_listed_on is not None)
        flags = tuple(flag if flag in writable else f"{flag}_said" for flag in FLAGS)
        registration: tuple[str, ...] = ("registered_on", *flags)
        if obj is not None:
            registration = (
                *registration,
                "registered_person_name",
                "constituency",
                "region",
                "deprivation_band",
            )
        listed = (
            "places",
            *(
                ("places_including_estimates", "first_listed_on", "unlisted_since", "registration_status")
                if obj is not None
                else ()
            ),
        )
        return (
            (None, {"fields": ("name", "urn", "provider_type", "provider_subtype", "district", "agency")}),
            (_("Address and telephone"), {"fields": address}),
            (_("Registration"), {"fields": (*registration, *listed)}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Provider | None = None) -> list[str]:
        writable = held_fields(seen_in_file=obj is not None and obj.first_listed_on is not None)
        shown = [name for _title, options in self.get_fieldsets(request, obj) for name in options["fields"]]
        return [name for name in shown if name not in writable]

    on_early_years_register_said = _flag_said("on_early_years_register")
    on_compulsory_register_said = _flag_said("on_compulsory_register")
    on_voluntary_register_said = _flag_said("on_voluntary_register")

    @admin.display(description=_("address"))
    def address_not_shown(self, provider: Provider) -> str:
        return gettext(
            "Not shown: this is somebody's home, and your role does not include seeing where it is."
        )

    def create_through_service(self, request: HttpRequest, form: Any) -> Provider:
        values = {name: form.cleaned_data[name] for name in form.changed_data if name != "seen"}
        values["provider_type"] = form.cleaned_data["provider_type"]
        provider = register_services.add_provider(by=request.user, **values)
        self._save_numbers(request, provider, form)
        return provider

    def change_through_service(self, request: HttpRequest, obj: Provider, form: Any) -> Provider:
        provider = register_services.change_provider(
            provider_id=obj.pk, changes=form.changes(), by=request.user
        )
        self._save_numbers(request, provider, form)
        return provider

    def _save_numbers(self, request: HttpRequest, provider: Provider, form: Any) -> None:
        rows = form.inline_rows.get("identities")
        if rows is not None:
            wanted = [(row["scheme"], row["value"]) for row in rows]
            identities.set_identities(provider_id=provider.pk, wanted=wanted, by=request.user)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        provider = context.get("original")
        context["panels"] = self.panels(request, provider) if provider is not None else []
        return super().render_change_form(request, context, *args, **kwargs)

    def panels(self, request: HttpRequest, provider: Provider) -> list[Panel]:
        history = judgement_history(provider, on=timezone.localdate())
        panels = [Panel("judgements", _("Judgements"), f"{PANELS}/judgements.html", {"history": history})]
        if request.user.has_perm(Permission.VIEW_MEMBERS):
            facts = {"memberships": memberships_of(provider), "today": timezone.localdate()}
            panels.append(
                Panel("collaborations", _("Collaborations"), f"{PANELS}/collaborations.html", facts)
            )
        panels.append(self.take_over_panel(request, provider))
        if request.user.has_perm(Permission.VIEW_IMPORTS):
            panels.append(self._loads(request, provider))
        if may_read_history(request.user):
            panels.append(self._audit_log(request, provider))
        return panels

    def _loads(self, request: HttpRequest, provider: Provider) -> Panel:
        sees_homes = sees_private_addresses(request.user)
        rows = [
            {"row": row, "differences": differences_of(row, with_home_fields=sees_homes)}
            for row in import_history(provider)[:MAX_SHOWN]
        ]
        return Panel("loads", _("Loads of Ofsted's file"), f"{PANELS}/loads.html", {"rows": rows})

    def _audit_log(self, request: HttpRequest, provider: Provider) -> Panel:
        entries = entries_about(Provider._meta.label_lower, provider.pk, user=request.user)[:MAX_SHOWN]
        facts = {
            "entries": [{"entry": entry, "changes": changes_in_words(entry)} for entry in entries],
            "provider": provider,
        }
        return Panel("audit-log", _("Audit log"), f"{PANELS}/audit_log.html", facts)


def place_of(provider: Provider) -> str:
    """Town and postcode."""
    return ", ".join(part for part in (provider.town, provider.postcode) if part)


def _moved(number: int) -> str:
    if not number:
        return gettext("Every one of these settings was there already.")
    return ngettext("%(number)s setting was moved.", "%(number)s settings were moved.", number) % {
        "number": number
    }


def changes_in_words(entry: Entry) -> list[str]:
    """Field by field. Of a home's address the entry holds no values (providers.services.register)."""
    words = []
    for name, (before, after) in sorted(entry.facts.get("changes", {}).items()):
        field = str(Provider._meta.get_field(name).verbose_name)
        if before is None:
            words.append(gettext("%(field)s changed") % {"field": field})
        else:
            facts = {"field": field, "before": before or gettext("empty"), "after": after or gettext("empty")}
            words.append(gettext("%(field)s: %(before)s → %(after)s") % facts)
    return words
