"""Free places at all settings, for whoever looks for one for a family."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.lists import ChoiceFilter, Column, ListPage
from core.views import Crumb
from memberships import selectors
from memberships.views.gaps import district_choices
from providers.selectors import name_for_anybody, telephone_for_anybody

if TYPE_CHECKING:
    from providers.models import Vacancy


class AllVacancies(ListPage):
    """For officers, and for everybody who works at a setting today; they find a home only if it agreed to be named."""

    signed_in = True
    template_name = "memberships/vacancies.html"
    title = _("Vacancies")
    things = _("vacancies")
    ordering = "district"
    export = "vacancies"
    export_permission = Permission.EXPORT
    filters = (
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=selectors.vacancies_in_district),
        ChoiceFilter("age", _("Age of the child"), choices=selectors.AGE_BANDS, lookup="age_band"),
        ChoiceFilter("session", _("When"), choices=selectors.SESSIONS),
    )
    empty_text = _("No setting lists a free place at the moment. A listing fades when the setting has not confirmed it for 28 days.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not self.may_look():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_look(self) -> bool:
        return self.sees_all or selectors.belongs_to_a_setting(self.request.user, on=timezone.localdate())

    @cached_property
    def sees_all(self) -> bool:
        return self.allows(Permission.VIEW_SETTINGS)

    def breadcrumbs(self) -> Sequence[Crumb]:
        if self.allows(Permission.VIEW_COLLABORATIONS):
            return (Crumb(_("Collaborations"), reverse("collaborations:list")),)
        return (Crumb(_("Home"), reverse("home")),)

    def rows(self) -> QuerySet[Vacancy]:
        return selectors.vacancies_to_list(on=timezone.localdate(), with_homes=self.sees_all)

    def get_columns(self) -> Sequence[Column]:
        return (
            Column(_("Setting"), self.name_of, key="setting", sort="provider__search_text", link=self.address_of),
            Column(_("Age"), "get_age_band_display", key="age", sort="age_in_order"),
            Column(_("When"), "get_session_display", key="session", sort="session"),
            Column(_("Places"), "places", sort="places", numeric=True),
            Column(_("Free from"), lambda row: row.from_on or _("Now"), key="from", sort="from_on"),
            Column(
                _("District"),
                lambda row: row.provider.district or "–",
                key="district",
                sort=("provider__district__name", "provider__search_text"),
            ),
            Column(_("Telephone"), lambda row: telephone_for_anybody(row.provider) or "–", key="telephone"),
            Column(_("Confirmed on"), "confirmed_on", sort="confirmed_on"),
            Column(_("Note"), "note", wide=True),
        )

    def name_of(self, row: Vacancy) -> str:
        return str(row.provider) if self.sees_all else name_for_anybody(row.provider)

    def address_of(self, row: Vacancy) -> str:
        return reverse("setting", args=[row.provider_id]) if self.sees_all else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"sees_all": self.sees_all, **kwargs})
