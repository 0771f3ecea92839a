"""Supplier references, payees that are not ready, and funded hours, for the finance team (S9, S3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.uploads import was_too_big
from core.views import Crumb, FormPage, Page, found_or_404
from supplement.forms.suppliers import HoursForm, HoursLinesForm, ReferenceForm, ReferencesForm
from supplement.selectors import suppliers as selectors
from supplement.services import suppliers as services
from supplement.tables.suppliers import FundedHoursTable, SuppliersTable, UnreadyTable

if TYPE_CHECKING:
    from providers.models import Provider
    from supplement.models.parts import SchemePeriod


class References(ListPage):
    permission = Permission.VIEW_RUNS
    template_name = "supplement/references.html"
    title = _("Supplier references")
    thing, things = _("setting"), _("settings")
    table_class = SuppliersTable
    export = "supplier-references"
    export_permission = Permission.EXPORT
    empty_text = _("No setting receives money yet. Once a group has named one, it stands here.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_enter": self.allows(Permission.MAKE_RUNS), **kwargs})


class NotReady(ListPage):
    permission = Permission.VIEW_RUNS
    template_name = "supplement/not_ready.html"
    title = _("Payees that are not ready")
    thing, things = _("collaboration"), _("collaborations")
    table_class = UnreadyTable
    export = "payees-not-ready"
    export_permission = Permission.EXPORT
    empty_text = _("Every active collaboration can be paid.")


class BelowReferences(FormPage):
    permission = Permission.MAKE_RUNS

    def get_success_url(self) -> str:
        return reverse("supplement:references")

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class WriteReference(BelowReferences):
    """Enter the reference of a setting, or change it and say why."""

    form_class = ReferenceForm
    success_message = _("The supplier reference is saved.")

    @cached_property
    def provider(self) -> Provider:
        return found_or_404(selectors.setting_by_id(self.kwargs["provider"]))

    def permission_object(self) -> None:
        self.provider  # noqa: B018  404 before anything else is asked

    def get_title(self) -> str:
        return gettext("Supplier reference of %(setting)s") % {"setting": self.provider}

    def get_initial(self) -> dict[str, Any]:
        row = selectors.reference_of(self.provider.pk)
        return {"reference": row.reference} if row is not None else {}

    def save(self, form: ReferenceForm) -> HttpResponseBase | None:
        services.set_reference(
            provider_id=self.provider.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )
        return None


class ImportPage(FormPage):
    """Lines, pasted or from a file; a subclass says where they go."""

    template_name = "supplement/import_lines.html"
    submit_label = _("Import")
    value_name: Any = ""
    example = ""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"value_name": self.value_name, "example": self.example}
        return super().get_context_data(**(context | kwargs))


class ImportReferences(ImportPage, BelowReferences):
    title = _("Import supplier references")
    form_class = ReferencesForm
    value_name = _("supplier reference")
    example = "EY123456,V0012345"

    def save(self, form: ReferencesForm) -> HttpResponseBase | None:
        data = form.cleaned_data
        done = services.import_references(
            text=data["text"], reason=data["reason"], by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, done.in_words())
        return None


# --- funded hours -------------------------------------------------------------------------------------------


class HoursPeriods(Page):
    """The periods for which hours are needed."""

    permission = Permission.VIEW_RUNS
    template_name = "supplement/hours_periods.html"
    title = _("Funded hours")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"periods": list(selectors.periods_by_hours()), **kwargs})


class OfPeriod(Page):
    @cached_property
    def period(self) -> SchemePeriod:
        return found_or_404(selectors.period_by_hours(self.kwargs["period"]))

    def permission_object(self) -> None:
        self.period  # noqa: B018  404 before anything else is asked

    def hours_address(self) -> str:
        return reverse("supplement:hours", args=[self.period.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"period": self.period, "caption": self.period.name, **kwargs})


class Hours(OfPeriod, ListPage):
    permission = Permission.VIEW_RUNS
    template_name = "supplement/hours.html"
    thing, things = _("setting"), _("settings")
    table_class = FundedHoursTable
    export = "funded-hours"
    export_permission = Permission.EXPORT
    empty_text = _("No setting is a member on the count date of this period.")

    def get_title(self) -> str:
        return gettext("Funded hours: %(period)s") % {"period": self.period.name}

    def scope(self) -> dict[str, str]:
        return {"period": str(self.period.pk)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_enter": self.allows(Permission.MAKE_RUNS), **kwargs})


class BelowHours(OfPeriod, FormPage):
    permission = Permission.MAKE_RUNS

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.period.name, self.hours_address()))

    def get_success_url(self) -> str:
        return self.hours_address()

    def get_cancel_url(self) -> str:
        return self.hours_address()


class WriteHours(BelowHours):
    form_class = HoursForm
    success_message = _("The funded hours are saved.")

    @cached_property
    def provider(self) -> Provider:
        return found_or_404(selectors.setting_by_id(self.kwargs["provider"]))

    def permission_object(self) -> None:
        super().permission_object()
        self.provider  # noqa: B018  404 before anything else is asked

    def get_title(self) -> str:
        return gettext("Funded hours of %(setting)s") % {"setting": self.provider}

    def get_initial(self) -> dict[str, Any]:
        row = selectors.hours_of(self.period.pk, self.provider.pk)
        return {"hours": str(row.hours), "source": row.source} if row is not None else {}

    def save(self, form: HoursForm) -> HttpResponseBase | None:
        services.set_hours(
            period_id=self.period.pk,
            provider_id=self.provider.pk,
            **form.cleaned_data,
            by=self.request.user,
            at=timezone.now(),
        )
        return None


class ImportHours(ImportPage, BelowHours):
    title = _("Import funded hours")
    form_class = HoursLinesForm
    value_name = _("funded hours")
    example = "EY123456,1250.5"

    def save(self, form: HoursLinesForm) -> HttpResponseBase | None:
        data = form.cleaned_data
        done = services.import_hours(
            period_id=self.period.pk,
            text=data["text"],
            source=data["source"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, done.in_words())
        return None
