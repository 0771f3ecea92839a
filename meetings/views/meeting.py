"""One meeting as everybody in the group sees it: its page, its calendar file, and whether a setting will
come.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.services import MEETING
from core.calendar_files import CONTENT_TYPE, calendar_file
from core.views import Crumb, found_or_404
from core.wording import date_in_words
from meetings.emails.bases import event_of
from meetings.forms.planning import AnswerForm
from meetings.rules.agenda import moved_down, moved_up, overrun, overrun_words
from meetings.rules.papers import due_words, late_words
from meetings.rules.states import AHEAD, MeetingState
from meetings.rules.taking_back import PlannedFacts, may_take_back
from meetings.selectors import actions, agenda, attendance, first, guests, planning, votes
from meetings.services import planning as services
from meetings.services.agenda import last_day_to_propose
from meetings.views.bases import ForOwnSetting, OfMeeting
from meetings.views.minutes import minutes_on_meeting
from memberships.selectors.people import settings_of
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from meetings.models.planning import Meeting


class MeetingPage(OfMeeting):
    """One meeting: when and where, who will come, the agenda with its papers, and what can be done now."""

    template_name = "meetings/meeting.html"

    def get_title(self) -> str:
        return gettext("%(title)s, %(day)s") % {
            "title": self.meeting.title,
            "day": date_in_words(self.meeting.on),
        }

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting, on = self.meeting, self.visitor.on
        items = list(agenda.items_of(meeting))
        slots = agenda.slots_of(meeting, items)
        papers = list(agenda.papers_of(meeting))
        own = planning.own_memberships(self.request.user, self.collaboration, on=on)
        context = {
            "members": self.members(),
            "own": own,
            "lines": self.agenda_lines(items, slots, papers),
            "papers": [paper for paper in papers if paper.item_id is None],
            "proposals": self.proposals(),
            "overrun": self.overrun(slots),
            "is_ahead": meeting.state in AHEAD,
            "may_mark": meeting.on <= on
            and (self.may_run() or meeting.chaired_by_id == self.request.user.pk),
            "is_held": meeting.state == MeetingState.HELD,
            "is_cancelled": meeting.state == MeetingState.CANCELLED,
            "others": attendance.others_at(meeting),
            "votes": votes.votes_at(meeting),
            "is_today": meeting.on == on,
            "may_take_back": self.may_run()
            and not may_take_back(PlannedFacts(meeting.planned_at, is_first=meeting.is_first), today=on),
            **self.first_context(),
            **self.actions_context(),
            **self.papers_context(),
            **minutes_on_meeting(meeting, may_run=self.may_run(), on=on),
        }
        return super().get_context_data(**(context | kwargs))

    def members(self) -> list[dict[str, Any]]:
        """Each member of that day with its answer, or its mark once there is one; nobody at a first meeting,
        to which people are invited.
        """
        if self.meeting.is_first:
            return []
        answers, marks = planning.answers_of(self.meeting), attendance.marks_at(self.meeting)
        return [
            {"membership": row, "answer": answers.get(row.pk), "mark": marks.get(row.pk)}
            for row in attendance.members_at(self.meeting)
        ]

    def agenda_lines(self, items: Any, slots: Any, papers: Any) -> list[dict[str, Any]]:
        ids = [item.pk for item in items]
        invited = guests.guests_by_item(guests.guests_of(self.meeting))
        return [
            {
                "item": item,
                "slot": slot,
                "papers": [paper for paper in papers if paper.item_id == item.pk],
                "guests": invited.get(item.pk, []),
                "up": moved_up(ids, item.pk),
                "down": moved_down(ids, item.pk),
            }
            for place, (item, slot) in enumerate(zip(items, slots, strict=True))
        ]

    def first_context(self) -> dict[str, Any]:
        """Who is invited to a first meeting, what they said, and what those who run it can do."""
        if not self.meeting.is_first:
            return {}
        rows = list(first.invited_to_first(self.meeting))
        settings = {row.pk for row in settings_of(self.request.user, on=self.visitor.on)}
        return {
            "invited": [(row, row.provider_id in settings) for row in rows],
            "tally": first.tally_of(rows),
            "came": [*first.who_came(self.meeting)],
            "may_say_who_came": self.may_run()
            and self.meeting.on <= self.visitor.on
            and self.collaboration.state in MEETING,
        }

    def actions_context(self) -> dict[str, Any]:
        """What the meeting gave settings to do, and before it is held what earlier ones left open."""
        meeting, user = self.meeting, self.request.user
        may_record = meeting.on <= self.visitor.on and meeting.state != MeetingState.CANCELLED
        return {
            "actions": actions.by_item(actions.actions_of(meeting)),
            "unfinished": actions.unfinished_before(meeting) if meeting.state in AHEAD else [],
            "may_record": may_record and (self.may_run() or meeting.chaired_by_id == user.pk),
            "today": self.visitor.on,
        }

    def proposals(self) -> list[Any]:
        """Who runs the group sees every proposal, others their own."""
        rows = list(agenda.proposals_of(self.meeting))
        return rows if self.may_run() else [row for row in rows if row.proposed_by_id == self.request.user.pk]

    def overrun(self, slots: Any) -> str:
        meeting = self.meeting
        if meeting.state == MeetingState.HELD:
            return ""  # it lasted as long as it did
        starts, ends = (datetime.combine(meeting.on, at) for at in (meeting.starts_at, meeting.ends_at))
        words = overrun_words(overrun([slot.item for slot in slots], starts, ends))
        return words.in_words(gettext) if words else ""

    def papers_context(self) -> dict[str, Any]:
        """When papers are due, whether they were sent, and whether something has changed since."""
        meeting, on = self.meeting, self.visitor.on
        sent = agenda.last_sending(meeting)
        due = effective_terms(self.collaboration, on=on).papers_due_on(meeting.on)
        words = due_words(due, today=on) if sent is None else late_words(sent.days_late)
        propose_until = last_day_to_propose(meeting)
        return {
            "sent": sent,
            "papers_words": words.in_words(gettext) if words else "",
            "has_changes": sent is None or bool(agenda.changes_since(sent)),
            "propose_until": propose_until,
            "may_propose": meeting.state == MeetingState.AGENDA_OPEN and on <= propose_until,
        }


class MeetingCalendar(OfMeeting):
    """The meeting as a file for a calendar."""

    template_name = "meetings/meeting.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        meeting = found_or_404(planning.meeting_by_id(self.meeting.pk))
        body = calendar_file(event_of(meeting, made_at=timezone.now()))
        name = f"meeting-{meeting.on}.ics"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        }
        return HttpResponse(body, content_type=CONTENT_TYPE, headers=headers)


class AnswerMeeting(ForOwnSetting):
    """Whether a setting will come: to this meeting, or to all that are planned."""

    title = _("Will you come?")
    form_class = AnswerForm
    submit_label = _("Save the answer")
    success_message = _("Your answer is saved.")

    @cached_property
    def ahead(self) -> list[Meeting]:
        rows = planning.meetings_ahead([self.collaboration.pk], on=timezone.localdate())
        return [row for row in rows if not row.is_first and planning.is_member_at(self.membership, row)]

    def permission_object(self) -> Any:
        """Those invited to a first meeting answer on a page of their own."""
        about = super().permission_object()
        if self.meeting.is_first:
            raise Http404
        return about

    def get_initial(self) -> dict[str, Any]:
        answer = planning.answers_of(self.meeting).get(self.membership.pk)
        return {"word": answer.word if answer else None}

    def get_form(self) -> Any:
        form = super().get_form()
        if len(self.ahead) < 2:
            del form.fields["whole_year"]
        return form

    def save(self, form: AnswerForm) -> None:
        wanted = self.ahead if form.cleaned_data.get("whole_year") else [self.meeting]
        services.answer_meetings(
            meetings=wanted,
            membership=self.membership,
            word=form.cleaned_data["word"],
            by=self.request.user,
            at=timezone.now(),
        )
