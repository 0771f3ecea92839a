"""What the tests of pages of meetings share: the moment, a meeting ahead, and what a form sends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from meetings.models.planning import Meeting
from tests.factories.groups import Group
from tests.factories.meetings import meeting_on

Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY = date(2026, 12, 8)
MEETING = {
    "title": "Autumn meeting", "on_day": "8", "on_month": "12", "on_year": "2026",
    "starts_at": "4pm", "ends_at": "6pm", "kind": "regular", "place": "Acorns, Mill Road",
}  # fmt: skip
YEAR = {
    "title": "Group meeting", "first_on_day": "12", "first_on_month": "1", "first_on_year": "2027", "number": "4",
    "starts_at": "4pm", "ends_at": "6pm", "kind": "regular",
}  # fmt: skip


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def base_of(led: Group) -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/meetings/"


@pytest.fixture
def meeting(larkshire: Authority, led: Group) -> Meeting:
    with authority_scope(larkshire):
        return meeting_on(led.collaboration, DAY, led.lena)


@pytest.fixture
def address(led: Group, meeting: Meeting) -> str:
    return f"{base_of(led)}{meeting.pk}/"


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def errors_of(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 200, answer.status_code
    return dict(answer.context["form"].errors)
