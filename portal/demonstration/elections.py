"""Elections of an invented county: one of an administrator with nominations open, and a chair elected
unopposed.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from meetings.models.elections import Election
from meetings.selectors.elections import people_to_nominate
from meetings.services import elections

if TYPE_CHECKING:
    from accounts.models import User
    from memberships.models.members import SettingRole
    from portal.demonstration.story import Story

WORDS = "Dates, papers and minutes: about two hours a month. Whoever does it is shown how."


class Elections:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._nominations(0)
        self._elected(1)

    def _people(self, number: int, leader: User) -> list[SettingRole]:
        """People of the group that do not lead it, one of each setting."""
        rows = people_to_nominate(self.story.group(number), on=self.story.today)
        by_setting = {row.provider_id: row for row in rows if row.user_id != leader.pk}
        return list({row.user_id: row for row in by_setting.values()}.values())

    def _nominations(self, number: int) -> None:
        """Open for another ten days: one stands, one has not answered."""
        story, leader = self.story, self.story.leader(number)
        until = story.today + timedelta(days=10)
        election = elections.call_election(
            collaboration=story.group(number),
            office=Election.Office.ADMINISTRATOR,
            nominate_until=until,
            starts_on=until + timedelta(days=14),
            words=WORDS,
            opens_now=True,
            by=leader,
            at=story.then(4),
        )
        people = self._people(number, leader)
        if len(people) > 1:
            first, second = people[:2]
            elections.nominate(
                election_id=election.pk,
                role=first,
                words="I like order, and our manager gives me the time.",
                by=first.user,
                at=story.then(3),
            )
            words = "You answer every email on the same day."
            elections.nominate(
                election_id=election.pk, role=second, words=words, by=first.user, at=story.then(2)
            )

    def _elected(self, number: int) -> None:
        """Unopposed, in post from next month."""
        story, leader = self.story, self.story.leader(number)
        people = self._people(number, leader)
        if not people:
            return
        on = story.ago(6)
        election = elections.call_election(
            collaboration=story.group(number),
            office=Election.Office.CHAIR,
            nominate_until=on,
            starts_on=story.today + timedelta(days=20),
            words="",
            opens_now=True,
            by=leader,
            at=story.then(20),
        )
        role = people[-1]
        elections.nominate(election_id=election.pk, role=role, words="", by=role.user, at=story.then(12))
        elections.declare_elected(
            election_id=election.pk,
            starts_on=election.starts_on,
            ends_on=election.starts_on + timedelta(days=365),
            by=leader,
            at=timezone.make_aware(datetime.combine(on, time(18))),
        )
