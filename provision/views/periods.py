"""Officers' pages of staff return periods."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import way_to_place
from core.tables.pages import ListPage
from core.views import Crumb, FormPage, found_or_404
from provision import selectors
from provision.forms import PeriodForm, suggested_period
from provision.services.returns import add_period, change_period
from provision.tables import PeriodsTable

if TYPE_CHECKING:
    from provision.models import ReturnPeriod


class Periods(ListPage):
    """Every period, the newest first."""

    permission = Permission.VIEW_RETURNS
    template_name = "provision/periods.html"
    title = _("Staff number periods")
    thing, things = _("period"), _("periods")
    empty_text = _("No period has been added, so no setting is asked for its staff number.")
    table_class = PeriodsTable

    def breadcrumbs(self) -> Sequence[Crumb]:
        """Who sets no period comes from the numbers that are counted on them."""
        numbers = Crumb(_("Staff numbers"), reverse("provision:returns"))
        above = (Crumb(label, url) for label, url in way_to_place("provision:returns", self.visitor))
        return super().breadcrumbs() or (*above, numbers)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_add = {"add_url": reverse("provision:add_period")} if self.allows(Permission.SET_RETURNS) else {}
        empty = {"empty_url": may_add["add_url"], "empty_action": _("Add the first one")} if may_add else {}
        return super().get_context_data(**{**may_add, **empty, **kwargs})


class OfPeriods(FormPage):
    permission = Permission.SET_RETURNS
    form_class = PeriodForm

    def get_success_url(self) -> str:
        return reverse("provision:periods")

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class AddPeriod(OfPeriods):
    title = _("Add a staff number period")
    submit_label = _("Add the period")

    def get_initial(self) -> dict[str, Any]:
        return suggested_period()

    def save(self, form: PeriodForm) -> None:
        period = add_period(**form.cleaned_data, by=self.request.user)
        messages.success(self.request, gettext("%(period)s is added.") % {"period": period})


class ChangePeriod(OfPeriods):
    template_name = "provision/change_period.html"
    success_message = _("The period is changed.")

    def record(self) -> Any:
        return self.period

    @cached_property
    def period(self) -> ReturnPeriod:
        return found_or_404(selectors.period_by_id(self.kwargs["row"]))

    def permission_object(self) -> None:
        found_or_404(self.period)

    def get_title(self) -> str:
        return gettext("Change %(period)s") % {"period": self.period}

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.period, name) for name in PeriodForm.base_fields}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"certified": self.period.certified or 0, **kwargs})  # type: ignore[attr-defined]

    def save(self, form: PeriodForm) -> None:
        change_period(period=self.period, changes=form.cleaned_data, by=self.request.user)
