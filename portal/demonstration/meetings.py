"""Meetings of an invented county: held ones with their attendance, the next one with an agenda, and one that
a leader takes attendance at today.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils import timezone

from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.selectors.attendance import members_at
from meetings.services import agenda, attendance, guests, planning

if TYPE_CHECKING:
    from accounts.models import User
    from portal.demonstration.story import Story

TIMES = {"starts_at": time(16), "ends_at": time(17, 30)}
#: Days ago on which the first group met, and for each member in turn how it was there.
HELD = (320, 265, 200, 140, 80, 20)
MARKS = (
    (Mark.PRESENT,) * 6,
    (Mark.PRESENT, Mark.ONLINE, Mark.SUBSTITUTE, Mark.PRESENT, Mark.APOLOGIES, Mark.PRESENT),
    (Mark.PRESENT, Mark.PRESENT, Mark.ONLINE, Mark.PRESENT, Mark.PRESENT, Mark.PRESENT),
    (Mark.ABSENT, Mark.PRESENT, Mark.APOLOGIES, Mark.PRESENT, Mark.PRESENT, Mark.ONLINE),
    (Mark.PRESENT, Mark.EXCUSED, Mark.PRESENT, Mark.PRESENT, Mark.ONLINE, Mark.PRESENT),
)
ITEMS = (
    ("Welcome, and what has changed", "information", 5, True, ""),
    (
        "Talking at meal times: what the films show",
        "discussion",
        30,
        False,
        "Bring your film, at most three minutes.",
    ),
    ("A training evening in the spring", "decision", 20, False, "Two offers are in the paper."),
    (
        "Anything that worries you about a child goes to the safeguarding lead, not here",
        "information",
        5,
        True,
        "",
    ),
)


class Meetings:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._held(0, HELD)
        self._held(1, HELD[2::2])
        self._next(0)
        self._today(1)
        attendance.close_and_recount(on=self.story.today, at=self.story.at)

    def _plan(self, number: int, on: date, title: str, by: User, at: datetime) -> Meeting:
        when = [planning.When(on, **TIMES)]
        facts: dict[str, Any] = {"kind": Meeting.Kind.REGULAR, "title": title}
        facts["place"] = "The library, Market Square"
        notes = "Level access, a hearing loop, parking behind the building."
        [meeting] = planning.plan_meetings(
            collaboration=self.story.group(number),
            when=when,
            **facts,
            access_notes=notes,
            chaired_by=by,
            by=by,
            at=at,
        )
        return meeting

    def _held(self, number: int, days: tuple[int, ...]) -> None:
        leader = self.story.leader(number)
        for place, ago in enumerate(days):
            on = self.story.ago(ago)
            after = timezone.make_aware(datetime.combine(on, time(18)))
            meeting = self._plan(number, on, f"Meeting in {on:%B}", leader, after)
            agenda.add_item(meeting_id=meeting.pk, values=_item(ITEMS[0]), by=leader, at=after)
            taps = [
                attendance.Tap(
                    member.pk,
                    MARKS[row % len(MARKS)][place],
                    key=str(uuid4()),
                    substitute="Jo Marsh" if MARKS[row % len(MARKS)][place] is Mark.SUBSTITUTE else "",
                )
                for row, member in enumerate(members_at(meeting))
            ]
            if taps:
                attendance.record_taps(meeting_id=meeting.pk, taps=taps, by=leader, by_chair=True, at=after)
                attendance.finish_attendance(meeting_id=meeting.pk, rest_absent=False, by=leader, at=after)

    def _next(self, number: int) -> None:
        """Three weeks ahead: an open agenda with a paper, a proposal that waits, a guest, and two answers."""
        story, leader = self.story, self.story.leader(number)
        meeting = self._plan(
            number, story.today + timedelta(days=21), "Winter meeting", leader, story.then(14)
        )
        agenda.open_agenda(meeting_id=meeting.pk, by=leader)
        items = [
            agenda.add_item(meeting_id=meeting.pk, values=_item(item), by=leader, at=story.then(13))
            for item in ITEMS[1:3]
        ]
        agenda.add_paper(
            meeting_id=meeting.pk,
            item=items[1],
            title="Two offers for a training evening",
            file=io.BytesIO(
                b"Offer one: 240 pounds, an evening in March.\nOffer two: 310 pounds, two evenings.\n"
            ),
            name="offers.txt",
            by=leader,
            at=story.then(12),
        )
        guests.invite_guest(
            item=items[0],
            name="Priya Nair, speech and language therapist",
            email=f"priya.nair@{story.shire.slug}.example",
            words="Would you look at two of our films with us?",
            by=leader,
            at=story.then(10),
        )
        others = [row for row in story.memberships(number) if story.manager_of(row.provider) != leader]
        for word, membership in zip(("yes", "online"), others, strict=False):
            by = story.manager_of(membership.provider)
            planning.answer_meetings(
                meetings=[meeting], membership=membership, word=word, by=by, at=story.then(9)
            )
        agenda.propose_item(
            meeting_id=meeting.pk,
            title="Lending our balance beam in the spring",
            words="It could go from garden to garden, a fortnight each.",
            purpose="decision",
            minutes=10,
            by=story.manager_of(others[-1].provider),
            provider=others[-1].provider,
            at=story.then(3),
        )

    def _today(self, number: int) -> None:
        """A meeting of today: attendance can be tried at once."""
        leader = self.story.leader(number)
        self._plan(number, self.story.today, "Meeting of today", leader, self.story.then(20))


def _item(item: tuple[str, str, int, bool, str]) -> dict[str, object]:
    title, purpose, minutes, is_standing, words = item
    return {
        "title": title,
        "purpose": purpose,
        "minutes": minutes,
        "is_standing": is_standing,
        "words": words,
    }
