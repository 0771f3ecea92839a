"""What the tests of the pages of votes share: the moment, an open vote, and one tap on its page."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from accounts.models import Authority
from core.scoping import authority_scope
from meetings.models.votes import Vote
from memberships.models.members import Membership
from tests.factories.groups import Group
from tests.factories.votes import vote_on
from tests.meetings.pages import base_of, text_of

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
TODAY = date(2026, 11, 10)
OVER = NOW + timedelta(days=8)
AUTHORITY_URLS = "config.authority_urls"
PUT = {
    "title": "A shared store", "proposal": "We share one store.",
    "closes_at_day": "17", "closes_at_month": "11", "closes_at_year": "2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _now(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def vote(larkshire: Authority, led: Group) -> Vote:
    with authority_scope(larkshire):
        return vote_on(led.collaboration, led.lena, at=NOW)


@pytest.fixture
def address(led: Group, vote: Vote) -> str:
    return f"{base_of(led)}votes/{vote.pk}/"


def buttons(page: str, member: Membership) -> dict[str, str]:
    """What each button of a setting sends: its label, and the values."""
    form = re.search(rf'action="[^"]*/cast/{member.pk}/".*?</form>', page, re.DOTALL)
    assert form is not None
    key = re.search(r'name="key" value="([^"]+)"', form[0])
    found = re.findall(r'name="(\w+)" value="(\w+)">\s*([^<]+)<', form[0])
    return {label.strip(): f"{name}={value}&key={key[1] if key else ''}" for name, value, label in found}


def press(client: Any, address: str, member: Membership, label: str) -> str:
    """One tap on the page of the vote; the page that comes then."""
    sent = dict(
        pair.split("=") for pair in buttons(client.get(address).content.decode(), member)[label].split("&")
    )
    answer = client.post(f"{address}cast/{member.pk}/", sent, follow=True)
    assert answer.status_code == 200
    if "Is this your vote?" in answer.content.decode():  # a secret one
        answer = client.post(f"{address}cast/{member.pk}/", {**sent, "confirmed": "1"}, follow=True)
    return text_of(answer)
