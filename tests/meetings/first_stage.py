"""A group that is being formed, for the tests of the pages of its first meeting."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from core.scoping import authority_scope
from meetings.models.planning import Meeting
from meetings.selectors.first import FIRST_MEETING
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from tests.factories.first import arranged, forming, invited
from tests.factories.groups import Group
from tests.factories.meetings import item_on


class Stage:
    """Meadow, which is being formed: Acorns, led by Lena, is its member, Bluebells and Gita are invited."""

    def __init__(self, led: Group, amina: User) -> None:
        self.led = led
        self.group = forming(state="initial_meeting")
        self.member = join(
            collaboration=self.group, provider=led.acorns.provider, on=date(2026, 11, 3), by=amina
        )
        appoint_leader(
            membership=self.member, user=led.lena, manner="sole", starts_on=date(2026, 11, 3), by=amina
        )
        self.meeting: Meeting = arranged(self.group, amina, access_notes="Ring the bell.")
        item_on(self.meeting, amina, "Why we want a group")
        self.acorns, self.bluebells, self.gita = invited(
            self.meeting, amina, led.acorns.provider, led.bluebells.provider
        )
        self.link = TaskLink.objects.get(purpose=FIRST_MEETING, about_id=self.gita.pk)
        self.url = f"/larkshire/meetings/first/{token_of(self.link)}/"
        self.group_page = f"/larkshire/collaborations/{self.group.pk}/"
        self.page = f"{self.group_page}meetings/{self.meeting.pk}/"


@pytest.fixture
def stage(larkshire: Authority, led: Group, amina: User) -> Stage:
    with authority_scope(larkshire):
        return Stage(led, amina)
