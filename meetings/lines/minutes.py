"""What minutes ask of those who run a group, and of members who read them (G5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import day_and_month
from meetings.lines.planning import of_group
from meetings.models.minutes import Minutes
from meetings.models.planning import Meeting
from meetings.rules.minutes import MinutesState
from meetings.rules.states import MeetingState
from meetings.selectors.on_page import meetings_of_page, minutes_of_page
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider

#: Minutes are due so long after a meeting, and members are asked to read them for so long.
MINUTES_DUE, READ_FOR = timedelta(days=14), timedelta(days=14)


@collaboration_lines.register(key="minutes", order=16)
def minutes_to_write(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Minutes to write and send, corrections to answer, and, once a later meeting has begun, minutes to
    record as agreed (G5).
    """
    asked = {group.pk: group for group in groups}
    begun = {
        meeting.collaboration_id: meeting for meeting in meetings_of_page(visitor) if meeting.on <= visitor.on
    }
    held = minutes_of_page(visitor)
    for meeting in held:
        if meeting.state == MeetingState.HELD:
            begun.setdefault(meeting.collaboration_id, meeting)
            begun[meeting.collaboration_id] = max(begun[meeting.collaboration_id], meeting, key=_begins)
    for meeting in held:
        group, minutes = asked.get(meeting.collaboration_id), _minutes_of(meeting)
        if group is None:
            continue
        words = {"when": day_and_month(meeting.on)}
        if minutes is None or minutes.state == MinutesState.DRAFT:
            what = _("Write and send the minutes of %(when)s") % words
            yield of_group(group, what, "write_minutes", meeting.pk, due_on=meeting.on + MINUTES_DUE)
            continue
        if meeting.has_corrections:
            what = _("Somebody proposed a correction to the minutes of %(when)s") % words
            yield of_group(group, what, "minutes", meeting.pk, action=_("Answer"))
        later = begun[meeting.collaboration_id]
        if minutes.state == MinutesState.CIRCULATED and _begins(later) > _begins(meeting):
            what = _("Record whether the minutes of %(when)s were agreed") % words
            yield of_group(group, what, "agree_minutes", later.pk, meeting.pk, due_on=later.on)


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


def _begins(meeting: Meeting) -> tuple[date, time]:
    return (meeting.on, meeting.starts_at)


def _minutes_of(meeting: Meeting) -> Minutes | None:
    return getattr(meeting, "minutes", None)
