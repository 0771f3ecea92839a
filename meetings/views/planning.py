"""The meetings of a group: the tab, one meeting, planning, moving and cancelling, and who will come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.tables.pages import ListPage
from core.views import CONFIRMED, ConfirmPage, Crumb, SeenPage, TwoStepPage
from core.wording import date_in_words, time_in_words
from meetings.forms.planning import (
    CancelMeetingForm,
    ChangeFirstMeetingForm,
    ChangeMeetingForm,
    PlanMeetingForm,
    PlanYearForm,
)
from meetings.rules.series import Proposed, SeriesPlan, pattern_of, proposed_days
from meetings.selectors import planning, votes
from meetings.selectors.holidays import days_off
from meetings.services import planning as services
from meetings.tables.planning import AllMeetingsTable, AttendanceTable, MeetingsTable
from meetings.views.bases import TAB, OfMeetings, RunsMeeting, RunsMeetings
from meetings.views.mixins import AsksOfHoliday
from memberships.selectors.conduct import belongs_to
from memberships.selectors.life import facilitators
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from core.views import Said

FIELDS = (
    "kind", "title", "on", "starts_at", "ends_at", "place", "access_notes", "online_url", "items_until"
)  # fmt: skip


class Meetings(OfMeetings):
    """The tab: what comes next and who will come, then what was."""

    template_name = "meetings/tab.html"
    title = TAB

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = self.visitor.on
        ahead = list(planning.meetings_ahead([self.collaboration.pk], on=on))
        own = planning.own_memberships(self.request.user, self.collaboration, on=on)
        context = {
            "ahead": ahead,
            "answers": planning.answers_to(ahead, own),
            "own": own,
            "earlier": planning.meetings_of(self.collaboration).exclude(pk__in=[row.pk for row in ahead])[:6],
            "may_run": self.may_run(),
            "open_votes": votes.open_votes_of(
                self.collaboration, members_only=belongs_to(self.request.user, self.collaboration, on=on)
            ),
            "a_year": effective_terms(self.collaboration, on=on).meetings_a_year,
        }
        return super().get_context_data(**(context | kwargs))


class MeetingsList(OfMeetings, ListPage):
    """Every meeting of a group as a list."""

    title = _("All meetings")
    thing, things = _("meeting"), _("meetings")
    table_class = MeetingsTable
    export = "meetings"
    export_permission = Permission.EXPORT
    empty_text = _("No meeting has been planned yet.")

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}


class AllMeetings(ListPage):
    """The meetings of all groups, for the team: by day, with clashes to be seen."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Meetings of groups")
    thing, things = _("meeting"), _("meetings")
    table_class = AllMeetingsTable
    export = "meetings"
    export_permission = Permission.EXPORT
    empty_text = _("No group has planned a meeting here yet. Its leader plans one on the group's page.")


class AllAttendance(ListPage):
    """Who was at which meeting, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Attendance at meetings")
    thing, things = _("mark"), _("marks")
    table_class = AttendanceTable
    export = "attendance"
    export_permission = Permission.EXPORT
    empty_text = _("No group has taken attendance yet.")


class WritesMeeting:
    """What the forms of a meeting share: whom they can name as chair, and what they hand to the service."""

    def get_form_kwargs(self) -> dict[str, Any]:
        view: Any = self
        people = self.people_who_chair(view.collaboration)
        return {**super().get_form_kwargs(), "people": people}  # type: ignore[misc]

    def people_who_chair(self, collaboration: Any) -> Mapping[int, str]:
        return planning.people_who_chair(collaboration, on=timezone.localdate())

    def said(self, data: Mapping[str, Any]) -> dict[str, Any]:
        names = ("kind", "title", "place", "access_notes", "online_url")
        said = {name: data[name] for name in names if name in data}
        if "chaired_by" not in data:
            return said
        people = planning.people_named([data["chaired_by"]] if data["chaired_by"] else [])
        return {**said, "chaired_by": people.get(data["chaired_by"])}


class PlanMeeting(AsksOfHoliday, RunsMeetings, WritesMeeting, OfMeetings, FormOfCollaboration):
    """One meeting. What the same people have that day is said, and hinders nothing."""

    title = _("Plan a meeting")
    form_class = PlanMeetingForm
    submit_label = _("Plan the meeting")

    def get_cancel_url(self) -> str:
        return self.list_url()

    def get_initial(self) -> dict[str, Any]:
        return planning.usual_of(self.collaboration)

    def save(self, form: PlanMeetingForm) -> HttpResponseBase:
        data = form.cleaned_data
        when = services.When(data["on"], data["starts_at"], data["ends_at"])
        new = services.plan_meetings(
            collaboration=self.collaboration,
            when=[when],
            **self.said(data),
            items_until=data["items_until"],
            by=self.request.user,
            at=timezone.now(),
        )
        meeting = new[0] if new else planning.meeting_at(self.collaboration, when.on, when.starts_at)
        messages.success(self.request, gettext("The meeting is planned. Everybody in the group hears of it."))
        for other in planning.clashes(on=when.on, collaboration=self.collaboration):
            words = gettext("Some of your members have a meeting of %(group)s that day, at %(time)s.")
            facts = {"group": other.collaboration, "time": time_in_words(other.starts_at)}
            messages.info(self.request, words % facts)
        if meeting is None:
            return HttpResponseRedirect(self.list_url())
        return HttpResponseRedirect(reverse("meetings:meeting", args=[self.collaboration.pk, meeting.pk]))


class PlanYear(RunsMeetings, WritesMeeting, OfMeetings, TwoStepPage, FormOfCollaboration):
    """A year of meetings: days are proposed, with what stands against each, and people choose."""

    title = _("Plan a year of meetings")
    form_class = PlanYearForm
    preview_template = "meetings/year.html"
    submit_label = _("Propose days")
    confirm_label = _("Plan these meetings")

    def get_cancel_url(self) -> str:
        return self.list_url()

    def get_success_url(self) -> str:
        return self.list_url()

    def get_initial(self) -> dict[str, Any]:
        number = effective_terms(self.collaboration, on=timezone.localdate()).meetings_a_year
        usual = planning.usual_of(self.collaboration)
        return {"title": gettext("Group meeting"), **usual, "number": number}

    def must_look_again(self, form: PlanYearForm) -> Any:
        return "" if form.cleaned_data["days"] else gettext("Tick at least one day.")

    def proposed(self, form: PlanYearForm) -> list[Proposed]:
        data = form.cleaned_data
        length = datetime.combine(data["first_on"], data["ends_at"]) - datetime.combine(
            data["first_on"], data["starts_at"]
        )
        end = data["first_on"] + timedelta(days=400)
        return proposed_days(
            SeriesPlan(
                meetings_a_year=data["number"],
                first_on=data["first_on"],
                pattern=pattern_of(data["first_on"]),
                at=data["starts_at"],
                minutes=length // timedelta(minutes=1),
                **days_off(data["first_on"], end),
                engagements=planning.engagements(self.collaboration, data["first_on"], end),
            )
        )

    def preview(self, form: PlanYearForm) -> dict[str, Any]:
        sent = [
            (name, value) for name, value in self.request.POST.items() if name not in {"days", "confirmed"}
        ]
        ticked = form.cleaned_data["days"]
        first_look = CONFIRMED not in self.request.POST
        days = [(day, first_look or day.on in ticked) for day in self.proposed(form)]
        said = form.cleaned_data
        return {"days": days, "said": said, "hidden": sent, "forms_with_errors": not first_look}

    def save(self, form: PlanYearForm) -> None:
        data = form.cleaned_data
        new = services.plan_meetings(
            collaboration=self.collaboration,
            when=[services.When(day, data["starts_at"], data["ends_at"]) for day in data["days"]],
            **self.said(data),
            by=self.request.user,
            at=timezone.now(),
        )
        words = ngettext("%(number)d meeting is planned.", "%(number)d meetings are planned.", len(new))
        messages.success(self.request, words % {"number": len(new)})


class ChangeMeeting(AsksOfHoliday, WritesMeeting, RunsMeeting, SeenPage):
    """Change a meeting, also its day. Papers, items and answers stay."""

    title = _("Change the meeting")
    form_class = ChangeMeetingForm
    success_message = _("The meeting is changed. If its time or place is new, everybody hears of it.")
    error_fields = {"day": "on"}

    def stored_day(self) -> date:
        return self.meeting.on

    def people_who_chair(self, collaboration: Any) -> Mapping[int, str]:
        """An officer facilitates a first meeting."""
        meeting = self.meeting
        if not meeting.is_first:
            return super().people_who_chair(collaboration)
        officers = facilitators(None, on=self.visitor.on)
        return {person.pk: str(person) for person in [*officers, meeting.chaired_by] if person is not None}

    def get_form(self) -> Any:
        if not self.meeting.is_first:
            return super().get_form()
        officers_choose = self.allows(Permission.CHANGE_COLLABORATIONS)
        return ChangeFirstMeetingForm(**self.get_form_kwargs(), officers_choose=officers_choose)

    def mark(self) -> str:
        return planning.edition_of_meeting(self.meeting)

    def stored(self) -> Said:
        labels = ChangeMeetingForm.base_fields
        meeting = self.meeting
        shown = {
            "title": meeting.title,
            "on": date_in_words(meeting.on),
            "starts_at": time_in_words(meeting.starts_at),
            "ends_at": time_in_words(meeting.ends_at),
            "place": meeting.place,
            "access_notes": meeting.access_notes,
            "online_url": meeting.online_url,
            "kind": meeting.get_kind_display(),
            "chaired_by": meeting.chaired_by or gettext("Not decided yet"),
            "items_until": date_in_words(meeting.items_until),
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.meeting

    def get_initial(self) -> dict[str, Any]:
        values = {name: getattr(self.meeting, name) for name in FIELDS}
        return {**super().get_initial(), **values, "chaired_by": self.meeting.chaired_by_id}

    def save(self, form: ChangeMeetingForm) -> None:
        data = form.cleaned_data
        values = {**{name: data[name] for name in FIELDS if name in data}, **self.said(data)}
        services.change_meeting(
            meeting_id=self.meeting.pk,
            seen=data["seen"],
            values=values,
            by=self.request.user,
            at=timezone.now(),
        )


class CancelMeeting(RunsMeeting):
    """Asks first, and why. It can be brought back until its day is over."""

    title = _("Cancel this meeting?")
    template_name = "meetings/cancel.html"
    form_class = CancelMeetingForm
    submit_label = _("Cancel the meeting")
    success_message = _("The meeting is cancelled. Everybody in the group hears of it.")
    error_fields = {"words": "because"}

    def save(self, form: CancelMeetingForm) -> None:
        services.cancel_meeting(
            meeting_id=self.meeting.pk,
            because=form.cleaned_data["because"],
            by=self.request.user,
            at=timezone.now(),
        )


class RestoreMeeting(RunsMeeting, ConfirmPage):
    title = _("Bring this meeting back?")
    template_name = "layouts/confirm_page.html"
    explanation = _(
        "It takes place after all. Everybody in the group hears of it, and their answers are kept."
    )
    submit_label = _("Bring it back")
    success_message = _("The meeting takes place.")

    def save(self, form: Any) -> None:
        services.restore_meeting(meeting_id=self.meeting.pk, by=self.request.user, at=timezone.now())
