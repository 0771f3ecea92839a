"""Others who were at a meeting (G3): invited guests, officers, visitors. They count for nothing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.views import ConfirmPage, found_or_404
from meetings.forms.attendance import GuestsThereForm, OtherPresentForm
from meetings.selectors import attendance
from meetings.selectors.guests import guests_to_note
from meetings.services import attendance as services
from meetings.views.attendance import TakesAttendance

if TYPE_CHECKING:
    from meetings.models.attendance import OtherPresent
    from meetings.rules.attendance import ExpectedGuest


class NoteGuests(TakesAttendance):
    """Which of the invited guests were there: sent from the page of attendance, and shown where one is wrong."""

    title = _("Invited guests who were there")
    form_class = GuestsThereForm

    @cached_property
    def expected(self) -> list[ExpectedGuest]:
        """What was sent twice names guests who are noted already."""
        return guests_to_note(self.meeting, also_noted=self.request.method == "POST")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.expected:
            messages.info(request, gettext("There is no invited guest to note."))
            return HttpResponseRedirect(self.marks_url())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "expected": self.expected}

    def save(self, form: GuestsThereForm) -> None:
        noted = services.note_guests(
            meeting_id=self.meeting.pk,
            guest_ids=form.cleaned_data["guests"],
            by=self.request.user,
            at=timezone.now(),
        )
        words = ngettext("%(number)d guest is noted.", "%(number)d guests are noted.", len(noted))
        said = words % {"number": len(noted)} if noted else gettext("They were noted already.")
        messages.success(self.request, said)


class AddOther(TakesAttendance):
    """An officer, a guest, a visitor."""

    title = _("Somebody else was there")
    form_class = OtherPresentForm
    submit_label = _("Add")
    success_message = _("It is noted.")

    def save(self, form: OtherPresentForm) -> None:
        services.add_other(
            meeting_id=self.meeting.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class RemoveOther(TakesAttendance, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    submit_label = _("Take it back")

    @cached_property
    def other(self) -> OtherPresent:
        return found_or_404(attendance.other_at(self.meeting, self.kwargs["row"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.other  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Take back that %(name)s was there?") % {"name": self.other.name}

    def save(self, form: Any) -> None:
        services.remove_other(meeting_id=self.meeting.pk, row_id=self.other.pk, by=self.request.user)
