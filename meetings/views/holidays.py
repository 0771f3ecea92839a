"""School holidays of the authority: the list, and adding, pasting, changing and removing them (G7)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.dates import Span, last_day
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, SeenPage, found_or_404
from core.wording import date_in_words
from meetings.forms.holidays import ChangeHolidayForm, HolidayForm, PasteHolidaysForm
from meetings.rules.holidays import Holiday
from meetings.selectors import holidays as selectors
from meetings.services import holidays as services
from meetings.tables.holidays import HolidaysTable

if TYPE_CHECKING:
    from core.views import Said
    from meetings.models.holidays import SchoolHoliday


class SchoolHolidays(ListPage):
    """The list, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "meetings/holidays/list.html"
    title = _("School holidays")
    thing, things = _("school holiday"), _("school holidays")
    table_class = HolidaysTable
    export = "school_holidays"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No school holiday has been entered. Until then meetings are planned around bank holidays alone."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_change = self.allows(Permission.CHANGE_COLLABORATIONS)
        return super().get_context_data(**{"may_change": may_change, **kwargs})


class OfHolidays(FormPage):
    """A form about school holidays; back to the list."""

    permission = Permission.CHANGE_COLLABORATIONS

    def get_success_url(self) -> str:
        return reverse("meetings:school_holidays")

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class AddHoliday(OfHolidays):
    title = _("Add a school holiday")
    form_class = HolidayForm
    submit_label = _("Add the school holiday")

    def save(self, form: HolidayForm) -> None:
        data = form.cleaned_data
        holiday = Holiday(data["name"], Span(data["starts_on"], data["ends_on"]))
        services.add_holidays(holidays=[holiday], by=self.request.user)
        messages.success(self.request, gettext("“%(name)s” is added.") % {"name": data["name"]})


class PasteHolidays(OfHolidays):
    """The dates of a year in one box: all of them are added, or none."""

    title = _("Paste the school holidays of a year")
    form_class = PasteHolidaysForm
    submit_label = _("Add the school holidays")
    error_fields = {"starts_on": "holidays", "ends_on": "holidays"}

    def save(self, form: PasteHolidaysForm) -> None:
        new = services.add_holidays(holidays=form.cleaned_data["holidays"], by=self.request.user)
        words = ngettext(
            "%(number)d school holiday is added.", "%(number)d school holidays are added.", len(new)
        )
        messages.success(self.request, words % {"number": len(new)})


class OfHoliday(OfHolidays):
    """A form about one of them. That of another authority does not exist."""

    @cached_property
    def holiday(self) -> SchoolHoliday | None:
        return selectors.holiday_by_id(self.kwargs["pk"])

    def permission_object(self) -> Any:
        about = super().permission_object()
        found_or_404(self.holiday)
        return about

    def own(self) -> SchoolHoliday:
        return found_or_404(self.holiday)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.own().name, **kwargs})


class ChangeHoliday(OfHoliday, SeenPage):
    title = _("Change the school holiday")
    template_name = "meetings/holidays/change.html"
    form_class = ChangeHolidayForm
    success_message = _("The school holiday is changed.")

    def mark(self) -> str:
        return selectors.edition_of_holiday(self.own())

    def stored(self) -> Said:
        labels, holiday = ChangeHolidayForm.base_fields, self.own()
        shown = {
            "name": holiday.name,
            "starts_on": date_in_words(holiday.starts_on),
            "ends_on": date_in_words(last_day(holiday.ends_on)),
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.holiday

    def get_initial(self) -> dict[str, Any]:
        names = ("name", "starts_on", "ends_on")
        return {**super().get_initial(), **{name: getattr(self.own(), name) for name in names}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"holiday": self.own(), **kwargs})

    def save(self, form: ChangeHolidayForm) -> None:
        services.change_holiday(holiday_id=self.own().pk, **form.cleaned_data, by=self.request.user)


class RemoveHoliday(OfHoliday, ConfirmPage):
    title = _("Remove this school holiday?")
    explanation = _(
        "Meetings that are planned stay as they are. Those planned from now on may be on its days."
    )
    submit_label = _("Remove the school holiday")
    success_message = _("The school holiday is removed.")
    destructive = True

    def breadcrumbs(self) -> Sequence[Crumb]:
        address = reverse("meetings:change_holiday", args=[self.own().pk])
        return (*super().breadcrumbs(), Crumb(self.own().name, address))

    def save(self, form: Any) -> None:
        services.remove_holiday(holiday_id=self.own().pk, by=self.request.user)
