"""Emails about meetings that are planned, moved and cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.emails import AsOf, Pace, Recipient, email_kind
from core.mail import Link
from core.subjects import subject_of
from meetings.emails.bases import AboutMeeting, AboutMeetings, Meetings, page_of, when_in_words
from meetings.models.planning import Meeting
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors import planning


@email_kind("meetings.planned")
class MeetingsPlanned(AboutMeetings):
    """To everybody who is told of a group's meetings: what was planned in one act and is still to be held."""

    template = "meetings/planned"
    pace = Pace.DAILY

    def rows(self, ids: Sequence[int], /) -> Iterable[Meeting]:
        rows = Meeting.objects.select_related("collaboration", "authority")
        return rows.filter(pk__in=ids, state__in=AHEAD).order_by("on", "starts_at", "pk")

    def needed_by(self, row: Meetings, /) -> date:
        return row.meetings[0].on

    def subject(self, row: Meetings, to: Recipient, /) -> str:
        number, first = len(row.meetings), row.meetings[0]
        what = ngettext("meeting on %(when)s", "%(number)d meetings, the first on %(when)s", number)
        return subject_of(str(first.collaboration), what % {"number": number, "when": when_in_words(first)})

    def reference(self, row: Meetings, /) -> str:
        return self.named("meetings-planned")

    def link(self, row: Meetings, to: Recipient, /) -> Link:
        if len(row.meetings) == 1:
            return Link(_("Say whether you will come"), page_of(row.meetings[0]))
        return Link(_("Say when you will come"), super().link(row, to).path)


@email_kind("meetings.moved")
class MeetingMoved(AboutMeeting):
    """To the same: another day, time or place. Nothing once it has changed again or is over."""

    template = "meetings/moved"
    edition: int
    was_moved: int

    def still_true(self, row: AsOf[Meeting], /) -> bool:
        return row.row.state in AHEAD and row.row.edition == self.edition and row.row.on >= row.on

    def subject(self, row: AsOf[Meeting], to: Recipient, /) -> str:
        what = _("meeting now on %(when)s") if self.was_moved else _("the meeting on %(when)s has changed")
        return subject_of(str(row.row.collaboration), what % {"when": when_in_words(row.row)})

    def reference(self, row: AsOf[Meeting], /) -> str:
        return f"meeting-{row.row.pk}-{self.edition}"

    def context(self, row: AsOf[Meeting], /) -> Mapping[str, Any]:
        before = planning.meeting_before(row.row, self.edition)
        return {**super().context(row), "was_moved": self.was_moved, "before": before}


@email_kind("meetings.restored")
class MeetingRestored(AboutMeeting):
    """To the same: it takes place after all. Nothing once it has changed again or is over."""

    template = "meetings/restored"
    edition: int

    def still_true(self, row: AsOf[Meeting], /) -> bool:
        return row.row.state in AHEAD and row.row.edition == self.edition and row.row.on >= row.on

    def subject(self, row: AsOf[Meeting], to: Recipient, /) -> str:
        what = _("the meeting on %(when)s takes place after all") % {"when": when_in_words(row.row)}
        return subject_of(str(row.row.collaboration), what)

    def reference(self, row: AsOf[Meeting], /) -> str:
        return f"meeting-{row.row.pk}-{self.edition}"


@email_kind("meetings.cancelled")
class MeetingCancelled(AboutMeeting):
    """To the same: it does not take place. Nothing where it was taken back."""

    template = "meetings/cancelled"
    edition: int

    def still_true(self, row: AsOf[Meeting], /) -> bool:
        return row.row.state == MeetingState.CANCELLED and row.row.edition == self.edition

    def subject(self, row: AsOf[Meeting], to: Recipient, /) -> str:
        what = _("no meeting on %(when)s, it is cancelled") % {"when": when_in_words(row.row)}
        return subject_of(str(row.row.collaboration), what)

    def reference(self, row: AsOf[Meeting], /) -> str:
        return f"meeting-{row.row.pk}-{self.edition}"
