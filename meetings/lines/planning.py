"""What meetings ask of those who run a group, and of the settings in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from collaborations.rules import LED
from core.frame.lines import Line, Tap, collaboration_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import day_and_month, time_in_words
from meetings.models.events import Event
from meetings.models.planning import Answer, Meeting
from meetings.rules.rates import TERM
from meetings.rules.states import MeetingState
from meetings.selectors.on_page import last_held_of_page, meetings_of_page
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider
from ways_of_working.selectors.on_page import terms_of_page

#: Papers are asked for so long before they are due, and a meeting is named so long before its day.
PAPERS_SOON, MEETING_SOON = timedelta(days=7), timedelta(days=28)


def when(meeting: Meeting | Event) -> str:
    return _("%(day)s, %(time)s") % {
        "day": day_and_month(meeting.on),
        "time": time_in_words(meeting.starts_at),
    }


def of_group(group: Collaboration, what: str, name: str, *args: int, **facts: object) -> Line:
    url = reverse(f"meetings:{name}", args=[group.pk, *args])
    return Line(what, url, Section.COLLABORATION, group.name, group.pk, **facts)  # type: ignore[arg-type]


@collaboration_lines.register(key="attendance", order=5)
def attendance_to_take(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Of the day itself, and of earlier days where nobody has said that the meeting was held."""
    asked = {group.pk: group for group in groups}
    for meeting in meetings_of_page(visitor):
        if meeting.collaboration_id in asked and meeting.on <= visitor.on and not meeting.is_first:
            what = _("Take attendance: %(title)s, %(when)s") % {
                "title": meeting.title,
                "when": when(meeting),
            }
            detail = _("It counts once you record that it was held.")
            yield of_group(
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
        words = {"when": when(meeting)}
        if meeting.waiting:  # type: ignore[attr-defined]
            what = _("Somebody proposed an item for the meeting on %(when)s") % words
            yield of_group(group, what, "meeting", meeting.pk, action=_("Answer"))
        if meeting.state == MeetingState.PAPERS_SENT or meeting.is_first:
            continue
        due = terms_of_page(visitor)[group.pk].papers_due_on(meeting.on)
        if due is not None and due - PAPERS_SOON <= visitor.on:
            what = _("Send the agenda for the meeting on %(when)s") % words
            yield of_group(group, what, "meeting", meeting.pk, due_on=due)


@collaboration_lines.register(key="no_meeting", order=75)
def no_meeting(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """A group that runs, has no meeting ahead, and has not met for a term."""
    ahead = {meeting.collaboration_id for meeting in meetings_of_page(visitor) if meeting.on >= visitor.on}
    last = last_held_of_page(visitor)
    for group in groups:
        if group.state in LED and group.pk not in ahead:
            held = last.get(group.pk)
            if held is None or held < visitor.on - TERM:
                yield of_group(group, _("No meeting is planned"), "meetings", action=_("Plan meetings"))


@setting_lines.register(key="meetings", order=30)
def will_you_come(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """Meetings within four weeks of which a setting has not said whether it comes. One tap says yes."""
    memberships = memberships_of_settings(visitor, settings)
    for meeting in meetings_of_page(visitor):
        if meeting.is_first or not visitor.on <= meeting.on <= visitor.on + MEETING_SOON:
            continue
        for membership in memberships:
            if membership.collaboration_id != meeting.collaboration_id or membership.joined_on > meeting.on:
                continue
            if membership.pk in meeting.answered:  # type: ignore[attr-defined]
                continue
            url = reverse("meetings:answer", args=[meeting.collaboration_id, meeting.pk, membership.pk])
            yield Line(
                _("Will you come on %(when)s?") % {"when": when(meeting)},
                reverse("meetings:meeting", args=[meeting.collaboration_id, meeting.pk]),
                Section.COLLABORATION,
                meeting.collaboration.name,
                meeting.collaboration_id,
                str(membership.provider),
                detail=meeting.place,
                due_on=meeting.on,
                tap=Tap(_("Yes"), url, (("word", Answer.Word.YES),)),
            )
