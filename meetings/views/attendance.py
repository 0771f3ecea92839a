"""Taking attendance (G4): one tap a member, with and without script; others, checking in, finishing,
history.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.http.request import RawPostDataException
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.text import one_line
from core.views import ConfirmPage, Crumb
from meetings.forms.attendance import CheckInForm, FinishForm, GuestsThereForm
from meetings.rules.attendance import Mark
from meetings.rules.states import MeetingState, may_undo
from meetings.selectors import attendance
from meetings.selectors.guests import guests_to_note
from meetings.services import attendance as services
from meetings.services.planning import close_check_in, open_check_in
from meetings.views.bases import ForOwnSetting, RunsMeeting
from memberships.selectors.standing import standing_of
from ways_of_working.selectors.effective import effective_terms

#: How long a code on the wall can be used, unless it is ended before.
CODE_OPEN = timedelta(hours=3)
CHAIR_ONLY = (Mark.EXCUSED,)
#: What a device calls a tap.
KEY = re.compile(r"[0-9A-Za-z-]{8,36}")


class TakesAttendance(RunsMeeting):
    """For who runs the group. Whoever chairs this meeting may excuse; where nobody is named, whoever runs
    it.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Who came to a first meeting is said on a page of its own."""
        if request.user.is_authenticated:
            self.permission_object()
            if self.meeting.is_first and self.may_run():
                return HttpResponseRedirect(
                    reverse("collaborations:who_came_first", args=[self.collaboration.pk, self.meeting.pk])
                )
        return super().dispatch(request, *args, **kwargs)

    def may_run(self) -> bool:
        return super().may_run() or self.is_chair()

    def is_chair(self) -> bool:
        return self.meeting.chaired_by_id == self.request.user.pk

    def by_chair(self) -> bool:
        return (
            self.is_chair()
            or self.meeting.chaired_by_id is None
            or attendance.holds_chair(self.request.user, self.collaboration, on=timezone.localdate())
        )

    def marks_url(self) -> str:
        return self.address("attendance")

    def get_success_url(self) -> str:
        return self.marks_url()

    def get_cancel_url(self) -> str:
        return self.marks_url()


class TakeAttendance(TakesAttendance):
    """The list of members with one button for each mark. A button is a form of its own and works without
    script.
    """

    title = _("Attendance")
    template_name = "meetings/attendance.html"
    form_class = FinishForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        members = attendance.members_at(self.meeting)
        marks = attendance.marks_at(self.meeting)
        terms = effective_terms(self.collaboration, on=timezone.localdate())
        lines = [
            {"membership": row, "mark": marks.get(row.pk), "standing": standing_of(row, terms=terms)}
            for row in members
        ]
        context = {
            "lines": lines,
            "marked": len(marks),
            "progress": gettext("%(marked)s of %(number)d members are marked.")
            % {"marked": "#", "number": len(members)},
            "choices": [mark for mark in Mark if mark not in CHAIR_ONLY or self.by_chair()],
            "others": attendance.others_at(self.meeting),
            "guests_form": self.guests_form(),
            "is_held": self.meeting.state == MeetingState.HELD,
            "may_reopen": self.meeting.state == MeetingState.HELD
            and not may_undo(attendance.last_move(self.meeting), today=timezone.localdate()),
            "is_early": self.meeting.on > timezone.localdate(),
            "is_today": self.meeting.on == timezone.localdate(),
            "check_in_open": bool(
                self.meeting.check_in_code
                and self.meeting.check_in_until
                and self.meeting.check_in_until > timezone.now()
            ),
            "taps_url": self.address("taps"),
            "state_url": self.address("attendance_state"),
        }
        return super().get_context_data(**(context | kwargs))

    def guests_form(self) -> GuestsThereForm | None:
        """The invited guests, ready to be noted; None before the day, and where all are noted."""
        is_early = self.meeting.on > timezone.localdate()
        expected = [] if is_early else guests_to_note(self.meeting)
        return GuestsThereForm(expected=expected) if expected else None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """One tap without script: the button's value is the member and the mark."""
        member, _sep, mark = request.POST.get("tap", "").partition("-")
        if not member.isdecimal() or mark not in Mark.values:
            return HttpResponseRedirect(self.marks_url())
        substitute = request.POST.get(f"substitute-{member}", "")
        tap = services.Tap(int(member), Mark(mark), key=str(uuid4()), substitute=substitute)
        try:
            services.record_taps(
                meeting_id=self.meeting.pk,
                taps=[tap],
                by=request.user,
                by_chair=self.by_chair(),
                at=timezone.now(),
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        return HttpResponseRedirect(f"{self.marks_url()}#member-{member}")


class AttendanceState(TakesAttendance):
    """What the server has, for the script of the page: JSON."""

    http_method_names = ["get", "head", "options"]
    form_class = FinishForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return JsonResponse(self.state())

    def state(self, kept: Sequence[str] = (), refused: Mapping[str, str] | None = None) -> dict[str, Any]:
        """What stands now, of everybody: another person's marks are seen too. ``token``: for the next
        sending, also after the person signed in again.
        """
        rows = attendance.marks_at(self.meeting)
        marks = {
            str(member): {
                "mark": row.mark,
                "label": str(row.get_mark_display()),
                "substitute": row.substitute,
                "by": str(row.by),
            }
            for member, row in rows.items()
        }
        members = len(attendance.members_at(self.meeting))
        answer = {"kept": list(kept), "refused": dict(refused or {}), "marks": marks, "members": members}
        return {**answer, "token": get_token(self.request)}


class Taps(AttendanceState):
    """Taps that a device kept until it had a connection: JSON in, what the server has now out.

    ``{"sent_at": "…", "taps": [{"member": 1, "mark": "present", "key": "…", "at": "…", "substitute": ""}]}``
    """

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            sent = json.loads(request.body)
            taps = [self.read(tap) for tap in sent["taps"]]
            sent_at = self.instant(sent["sent_at"])
        except (
            RawPostDataException,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
            ArithmeticError,
            RecursionError,
        ):
            return JsonResponse({"error": gettext("The marks could not be read.")}, status=400)
        try:
            taken = services.take_queue(
                meeting_id=self.meeting.pk,
                taps=taps,
                sent_at=sent_at,
                by=request.user,
                by_chair=self.by_chair(),
                at=timezone.now(),
            )
        except ValidationError as refusal:
            return JsonResponse({"error": " ".join(refusal.messages)}, status=422)
        return JsonResponse(self.state(taken.kept, taken.refused))

    def read(self, tap: Any) -> services.Tap:
        key = str(tap["key"])
        if not KEY.fullmatch(key):
            raise ValueError(key)
        return services.Tap(
            int(tap["member"]),
            Mark(tap["mark"]),
            key=key,
            substitute=one_line(str(tap.get("substitute", ""))),
            tapped_at=self.instant(tap["at"]),
        )

    @staticmethod
    def instant(text: Any) -> datetime:
        value = parse_datetime(str(text))
        if value is None or value.tzinfo is None:
            raise ValueError(text)
        return value


class FinishAttendance(TakesAttendance):
    """Recorded as held: from then on it counts. Members without a mark are asked about."""

    title = _("Finish the attendance")
    template_name = "meetings/finish.html"
    form_class = FinishForm
    submit_label = _("Record that it was held")

    @cached_property
    def rest(self) -> list[Any]:
        return attendance.unmarked_at(self.meeting)

    def get_form(self) -> Any:
        form = super().get_form()
        if not self.rest:
            del form.fields["rest"]
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"rest": self.rest, **kwargs})

    def save(self, form: FinishForm) -> None:
        services.finish_attendance(
            meeting_id=self.meeting.pk,
            rest_absent=form.cleaned_data.get("rest") == "absent",
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The meeting is recorded as held. It counts from now on."))

    def get_success_url(self) -> str:
        return self.address()


class ReopenMeeting(TakesAttendance, ConfirmPage):
    title = _("Was it recorded as held by mistake?")
    template_name = "layouts/confirm_page.html"
    explanation = _("It no longer counts, until you record it as held again. The marks stay.")
    submit_label = _("Take it back")
    success_message = _("The meeting does not count for now.")

    def save(self, form: Any) -> None:
        services.reopen_meeting(meeting_id=self.meeting.pk, by=self.request.user, at=timezone.now())


class AttendanceHistory(TakesAttendance):
    """Every mark as it was made, by whom and when."""

    http_method_names = ["get", "head", "options"]
    title = _("Every mark that was made")
    template_name = "meetings/history.html"
    form_class = FinishForm

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Attendance"), self.marks_url()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"rows": attendance.history_of(self.meeting), **kwargs})


class OpenCheckIn(TakesAttendance, ConfirmPage):
    """A code for the wall: whoever is there marks the own setting by it."""

    title = _("Let members check in by themselves?")
    template_name = "layouts/confirm_page.html"
    explanation = _(
        "You get a code to write on the wall. Whoever is there enters it on their own telephone. It ends by itself"
        " after three hours, or when you end it."
    )
    submit_label = _("Show the code")

    def save(self, form: Any) -> None:
        now = timezone.now()
        open_check_in(meeting_id=self.meeting.pk, until=now + CODE_OPEN, by=self.request.user, at=now)


class CloseCheckIn(TakesAttendance, ConfirmPage):
    title = _("End checking in?")
    template_name = "layouts/confirm_page.html"
    submit_label = _("End it")
    success_message = _("The code no longer works.")

    def save(self, form: Any) -> None:
        close_check_in(meeting_id=self.meeting.pk, by=self.request.user)


class CheckIn(ForOwnSetting):
    """By the code on the wall, for the own setting."""

    title = _("I am here")
    form_class = CheckInForm
    submit_label = _("Check in")
    success_message = _("You are marked as present.")

    def save(self, form: CheckInForm) -> None:
        services.check_in(
            meeting_id=self.meeting.pk,
            membership=self.membership,
            code=form.cleaned_data["code"],
            key=str(uuid4()),
            by=self.request.user,
            at=timezone.now(),
        )
