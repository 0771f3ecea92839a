"""The email that meetings were planned by mistake, to those who were told of them (G1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import ngettext

from core.emails import Recipient, email_kind
from core.subjects import subject_of
from meetings.emails.bases import AboutMeetings, Meetings, when_in_words
from meetings.models.planning import Meeting
from meetings.selectors.taking_back import meetings_taken_back, was_told


@email_kind("meetings.taken_back")
class PlanningTakenBack(AboutMeetings):
    """To who was told that meetings are planned: they were planned by mistake. Nothing to anybody else."""

    template = "meetings/taken_back"

    def rows(self, ids: Sequence[int], /) -> Iterable[Meeting]:
        """As they were last."""
        return meetings_taken_back(ids)

    def recipients(self, row: Meetings, /) -> Sequence[Recipient]:
        knows = was_told(self.user_id, [meeting.pk for meeting in row.meetings])
        return super().recipients(row) if knows else []

    def subject(self, row: Meetings, to: Recipient, /) -> str:
        number, first = len(row.meetings), row.meetings[0]
        what = ngettext(
            "no meeting on %(when)s, it was planned by mistake",
            "no meetings on %(number)d days, planned by mistake",
            number,
        )
        return subject_of(str(first.collaboration), what % {"number": number, "when": when_in_words(first)})

    def reference(self, row: Meetings, /) -> str:
        return self.named("meetings-taken-back")
