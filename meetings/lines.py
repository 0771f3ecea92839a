"""What meetings ask of those who run a group, and of the settings in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import LED
from core.frame.lines import Line, Tap, collaboration_lines, personal_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import day_and_month, time_in_words
from meetings.models.events import Event
from meetings.models.planning import Answer, Meeting
from meetings.rules.booking import LIVE, BookingState
from meetings.rules.events import EventState, feedback_open, pledge_open
from meetings.rules.states import MeetingState
from meetings.selectors.events import OwnEvent, events_of_page
from meetings.selectors.on_page import last_held_of_page, meetings_of_page
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider
from ways_of_working.selectors.on_page import terms_of_page

#: Papers are asked for so long before they are due, and a meeting is named so long before its day.
PAPERS_SOON, MEETING_SOON = timedelta(days=7), timedelta(days=28)
#: After so long without a meeting ahead of it, a group is reminded to plan one.
TERM = timedelta(days=120)


def _when(meeting: Meeting | Event) -> str:
    return _("%(day)s, %(time)s") % {
        "day": day_and_month(meeting.on),
        "time": time_in_words(meeting.starts_at),
    }


def _of_group(group: Collaboration, what: str, name: str, *args: int, **facts: object) -> Line:
    url = reverse(f"meetings:{name}", args=[group.pk, *args])
    return Line(what, url, Section.COLLABORATION, group.name, group.pk, **facts)  # type: ignore[arg-type]


@collaboration_lines.register(key="attendance", order=5)
def attendance_to_take(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Of the day itself, and of earlier days where nobody has said that the meeting was held."""
    asked = {group.pk: group for group in groups}
    for meeting in meetings_of_page(visitor):
        if meeting.collaboration_id in asked and meeting.on <= visitor.on:
            what = _("Take attendance: %(title)s, %(when)s") % {
                "title": meeting.title,
                "when": _when(meeting),
            }
            detail = _("It counts once you record that it was held.")
            yield _of_group(
                asked[meeting.collaboration_id],
                what,
                "attendance",
                meeting.pk,
                detail=detail,
                due_on=meeting.on,
            )


@collaboration_lines.register(key="agenda", order=15)
def agendas(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Proposals that wait for an answer, and papers that are due within a week (G1, G2)."""
    asked = {group.pk: group for group in groups}
    for meeting in meetings_of_page(visitor):
        group = asked.get(meeting.collaboration_id)
        if group is None or meeting.on < visitor.on:
            continue
        words = {"when": _when(meeting)}
        if meeting.waiting:  # type: ignore[attr-defined]
            what = _("Somebody proposed an item for the meeting on %(when)s") % words
            yield _of_group(group, what, "meeting", meeting.pk, action=_("Answer"))
        if meeting.state == MeetingState.PAPERS_SENT:
            continue
        due = terms_of_page(visitor)[group.pk].papers_due_on(meeting.on)
        if due is not None and due - PAPERS_SOON <= visitor.on:
            what = _("Send the agenda for the meeting on %(when)s") % words
            yield _of_group(group, what, "meeting", meeting.pk, due_on=due)


@collaboration_lines.register(key="no_meeting", order=75)
def no_meeting(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """A group that runs, has no meeting ahead, and has not met for a term."""
    ahead = {meeting.collaboration_id for meeting in meetings_of_page(visitor) if meeting.on >= visitor.on}
    last = last_held_of_page(visitor)
    for group in groups:
        if group.state in LED and group.pk not in ahead:
            held = last.get(group.pk)
            if held is None or held < visitor.on - TERM:
                yield _of_group(group, _("No meeting is planned"), "meetings", action=_("Plan meetings"))


@setting_lines.register(key="meetings", order=30)
def will_you_come(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """Meetings within four weeks of which a setting has not said whether it comes. One tap says yes."""
    memberships = memberships_of_settings(visitor, settings)
    for meeting in meetings_of_page(visitor):
        if not visitor.on <= meeting.on <= visitor.on + MEETING_SOON:
            continue
        for membership in memberships:
            if membership.collaboration_id != meeting.collaboration_id or membership.joined_on > meeting.on:
                continue
            if membership.pk in meeting.answered:  # type: ignore[attr-defined]
                continue
            url = reverse("meetings:answer", args=[meeting.collaboration_id, meeting.pk, membership.pk])
            yield Line(
                _("Will you come on %(when)s?") % {"when": _when(meeting)},
                reverse("meetings:meeting", args=[meeting.collaboration_id, meeting.pk]),
                Section.COLLABORATION,
                meeting.collaboration.name,
                meeting.collaboration_id,
                str(membership.provider),
                detail=meeting.place,
                due_on=meeting.on,
                tap=Tap(_("Yes"), url, (("word", Answer.Word.YES),)),
            )


@personal_lines.register(key="events", order=45)
def own_events(visitor: Visitor) -> Iterator[Line]:
    """Leaders' Days and events (L4): to book, to answer an offer, the day itself. Never of the team, which
    plans them.
    """
    if visitor.allows(Permission.VIEW_COLLABORATIONS):
        return
    for row in events_of_page(visitor):
        is_ahead = row.event.ends > timezone.now() and row.event.state == EventState.PUBLISHED
        line = _of_event(visitor, row) if is_ahead else _after_event(visitor, row)
        if line is not None:
            yield line


def _after_event(visitor: Visitor, row: OwnEvent) -> Line | None:
    """How it was, and after a term what came of it."""
    event, own = row.event, row.own or {}
    if row.state != BookingState.ACCEPTED or own["came"] is False or event.state == EventState.CANCELLED:
        return None
    words = {"title": event.title, "when": _when(event)}
    if own["feedback"] is None and feedback_open(event.ends, at=timezone.now()):
        url = reverse("meetings:give_feedback", args=[event.pk])
        return Line(_("How was it? %(title)s, %(when)s") % words, url, action=_("Say"))
    if own["pledge"] and not own["kept"] and pledge_open(event.on, on=visitor.on):
        url = reverse("meetings:answer_pledge", args=[event.pk])
        return Line(
            _("What came of it? %(title)s, %(when)s") % words, url, detail=own["pledge"], action=_("Say")
        )
    return None


def _of_event(visitor: Visitor, row: OwnEvent) -> Line | None:
    event, words = row.event, {"title": row.event.title, "when": _when(row.event)}
    url = reverse("meetings:own_event", args=[event.pk])
    if row.state == BookingState.OFFERED and row.own:
        until = timezone.localtime(datetime.fromisoformat(row.own["answer_by"]))
        facts = {"time": time_in_words(until), "day": day_and_month(until)}
        detail = _("Answer by %(time)s on %(day)s. Then it goes to the next person.") % facts
        what = _("A place is free for you: %(title)s, %(when)s") % words
        return Line(what, url, detail=detail, due_on=timezone.localdate(until), action=_("Answer"))
    if row.state == BookingState.ACCEPTED:
        what = _("You have a place: %(title)s, %(when)s") % words
        return Line(what, url, detail=event.place, due_on=event.on)
    if row.state in LIVE:
        return Line(_("You are on the waiting list: %(title)s, %(when)s") % words, url)
    if event.books_until is not None and event.books_until < visitor.on:
        return None
    what = _("Book a place: %(title)s, %(when)s") % words
    return Line(what, url, detail=event.place, due_on=event.books_until, action=_("Book"))
