"""What meetings ask of those who run a group, and of the settings in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborations.models import Collaboration
from collaborations.rules import LED
from core.frame.actions import Row, source_of
from core.frame.lines import Line, Tap, collaboration_lines, personal_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import day_and_month, time_in_words
from meetings.models.minutes import Minutes
from meetings.models.planning import Answer, Meeting
from meetings.rules.minutes import MinutesState
from meetings.rules.states import MeetingState
from meetings.selectors.actions import MEETING
from meetings.selectors.on_page import last_held_of_page, meetings_of_page, minutes_of_page
from memberships.selectors.doing import actions_of_group, actions_of_page, is_late
from memberships.selectors.on_page import members_by_group, memberships_of_settings
from providers.models import Provider
from ways_of_working.selectors.on_page import terms_of_page

#: Papers are asked for so long before they are due, and a meeting is named so long before its day.
PAPERS_SOON, MEETING_SOON = timedelta(days=7), timedelta(days=28)
#: Minutes are due so long after a meeting, and members are asked to read them for so long.
MINUTES_DUE, READ_FOR = timedelta(days=14), timedelta(days=14)
#: After so long without a meeting ahead of it, a group is reminded to plan one.
TERM = timedelta(days=120)


def _when(meeting: Meeting) -> str:
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


# --- actions ------------------------------------------------------------------------------------------------


@collaboration_lines.register(key="meeting_actions", order=71)
def actions_to_look_after(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Actions of meetings that have passed their day, and those of settings that have left (G5, C6)."""
    members = members_by_group(visitor)
    for group in groups:
        rows = actions_of_group(visitor, group, MEETING)
        late = [row for row in rows if is_late(row, visitor.on)]
        if late:
            what = ngettext(
                "The day of %(number)d action of your meetings has passed",
                "The day of %(number)d actions of your meetings has passed",
                len(late),
            )
            yield _of_group(group, what % {"number": len(late)}, "actions", due_on=late[0]["due_on"])
        here = {None, *(member.provider_id for member in members.get(group.pk, ()))}
        left = sum(row["owner_id"] not in here for row in rows)
        if left:
            what = ngettext(
                "%(number)d action of your meetings is for a setting that has left",
                "%(number)d actions of your meetings are for settings that have left",
                left,
            )
            facts = {"detail": _("Choose who does it now."), "action": _("Choose")}
            yield _of_group(group, what % {"number": left}, "actions", **facts)


@setting_lines.register(key="meeting_actions", order=61)
def own_actions(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """What meetings gave settings to do, each with who has to do it."""
    names = {setting.pk for setting in settings}
    for row in actions_of_page(visitor, MEETING):
        if row["owner_id"] in names:
            yield _action_line(row, visitor, _("Your action from a meeting."))


@personal_lines.register(key="meeting_actions", order=66)
def named_actions(visitor: Visitor) -> Iterator[Line]:
    """Those that name the reader, at a setting that somebody else manages."""
    managed = {setting.pk for setting in visitor.settings}
    for row in actions_of_page(visitor, MEETING):
        if row["person_id"] == visitor.user.pk and row["owner_id"] not in managed:
            yield _action_line(row, visitor, _("For you to do, from a meeting."))


def _action_line(row: Row, visitor: Visitor, detail: str) -> Line:
    today = tuple((f"done_on_{part}", str(getattr(visitor.on, part))) for part in ("day", "month", "year"))
    return Line(
        row["what"],
        f"{reverse('meetings:actions', args=[row['group_id']])}#own-actions",
        Section.COLLABORATION,
        row["group_name"],
        row["group_id"],
        row["setting_name"],
        detail=detail,
        due_on=row["due_on"],
        tap=Tap(_("Done"), source_of(row).finish(row), today),
    )


@collaboration_lines.register(key="minutes", order=16)
def minutes_to_write(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Minutes to write and send, corrections to answer, and, once a later meeting has begun, minutes to record
    as agreed (G5).
    """
    asked = {group.pk: group for group in groups}
    begun = {
        meeting.collaboration_id: meeting for meeting in meetings_of_page(visitor) if meeting.on <= visitor.on
    }
    held = minutes_of_page(visitor)
    for meeting in held:
        if meeting.state == MeetingState.HELD:
            begun.setdefault(meeting.collaboration_id, meeting)
            if begun[meeting.collaboration_id].on < meeting.on:
                begun[meeting.collaboration_id] = meeting
    for meeting in held:
        group, minutes = asked.get(meeting.collaboration_id), _minutes_of(meeting)
        if group is None:
            continue
        words = {"when": day_and_month(meeting.on)}
        if minutes is None or minutes.state == MinutesState.DRAFT:
            what = _("Write and send the minutes of %(when)s") % words
            yield _of_group(group, what, "write_minutes", meeting.pk, due_on=meeting.on + MINUTES_DUE)
            continue
        if meeting.has_corrections:
            what = _("Somebody proposed a correction to the minutes of %(when)s") % words
            yield _of_group(group, what, "minutes", meeting.pk, action=_("Answer"))
        later = begun[meeting.collaboration_id]
        if minutes.state == MinutesState.CIRCULATED and later.on > meeting.on:
            what = _("Record whether the minutes of %(when)s were agreed") % words
            yield _of_group(group, what, "agree_minutes", later.pk, meeting.pk, due_on=later.on)


@setting_lines.register(key="minutes", order=31)
def minutes_to_read(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """Minutes that were sent within two weeks and can still be corrected (G5)."""
    memberships = memberships_of_settings(visitor, settings)
    for meeting in minutes_of_page(visitor):
        minutes = _minutes_of(meeting)
        if minutes is None or minutes.state != MinutesState.CIRCULATED or minutes.circulated_at is None:
            continue
        if timezone.localdate(minutes.circulated_at) + READ_FOR < visitor.on:
            continue
        for membership in memberships:
            if membership.collaboration_id == meeting.collaboration_id and membership.joined_on <= visitor.on:
                yield Line(
                    _("Read the minutes of %(when)s, and correct them") % {"when": day_and_month(meeting.on)},
                    reverse("meetings:minutes", args=[meeting.collaboration_id, meeting.pk]),
                    Section.COLLABORATION,
                    meeting.collaboration.name,
                    meeting.collaboration_id,
                    str(membership.provider),
                )


def _minutes_of(meeting: Meeting) -> Minutes | None:
    return getattr(meeting, "minutes", None)
