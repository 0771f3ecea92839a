"""Visits and training of an invented county: one visit that waits, one with an idea taken home, training
ahead and training that was.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from meetings.services import training, visits

if TYPE_CHECKING:
    from portal.demonstration.story import Story


class Visits:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._visits(0)
        self._training(0)

    def _visits(self, number: int) -> None:
        story = self.story
        first, second, third, *_others = story.memberships(number)
        asks = story.manager_of(second.provider)
        facts: dict[str, Any] = {"collaboration": story.group(number), "for_anybody": False}
        was = visits.ask_for_visit(
            **facts,
            host=first.provider,
            visitors=[second.provider],
            on=story.ago(130),
            focus="How you talk with two-year-olds at meal times",
            words="",
            starts_at=time(11),
            ends_at=time(12, 30),
            own=[second.provider_id],
            by=asks,
            at=story.then(129),
        )
        visits.write_account(
            visit_id=was.pk,
            provider=second.provider,
            seen="Adults sit with the children and eat the same. Nobody hurries.",
            idea="An adult at every table, and no jugs that only adults can lift.",
            by=asks,
            at=story.then(128),
        )
        visits.ask_for_visit(
            **facts,
            host=first.provider,
            visitors=[third.provider],
            on=story.today + timedelta(days=16),
            focus="Your garden in winter",
            words="Two of us would come, on foot.",
            starts_at=time(10),
            ends_at=time(11, 30),
            own=[third.provider_id],
            by=story.manager_of(third.provider),
            at=story.then(2),
        )

    def _training(self, number: int) -> None:
        story, leader = self.story, self.story.leader(number)
        facts: dict[str, Any] = {
            "starts_at": time(18, 30),
            "ends_at": time(20, 30),
            "place": "The library, Market Square",
            "access_notes": "Level access, a hearing loop.",
            "online_url": "",
            "words": "For everybody who works with the youngest children.",
        }
        was = training.plan_training(
            collaboration=story.group(number),
            values={
                **facts,
                "title": "Talking with babies",
                "given_by": "Priya Nair",
                "on": story.ago(125),
                "places": 20,
            },
            by=leader,
            at=story.then(150),
        )
        members = story.memberships(number)
        training.record_who_came(
            training_id=was.pk,
            came={row.provider_id: count for row, count in zip(members, (3, 2, 1), strict=False)},
            by=leader,
            at=story.then(124),
        )
        ahead = training.plan_training(
            collaboration=story.group(number),
            values={
                **facts,
                "title": "Paediatric first aid",
                "given_by": "County ambulance volunteers",
                "on": story.today + timedelta(days=35),
                "places": 12,
            },
            by=leader,
            at=story.then(6),
        )
        training.book_places(
            training_id=ahead.pk,
            provider=members[1].provider,
            people=2,
            by=story.manager_of(members[1].provider),
            at=story.then(4),
        )
