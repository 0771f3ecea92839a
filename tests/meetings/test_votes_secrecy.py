"""Nobody joins a secret ballot to a voter: the reader of the database reads all of it, after every ballot.

The reader sees every row of every table with what PostgreSQL keeps of it by itself (which transaction wrote it,
where it lies), at any time, and not the keys. Whatever the reader computes from that must be the same for every
order of choices with one result: then it says nothing about who said what.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise, permutations
from typing import Any, NamedTuple

import pytest
from django.db import connection
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.kept_forms import SECRET_NAME
from core.scoping import authority_scope
from meetings.models.votes import Vote
from meetings.services import voting
from meetings.views.vote_bases import SECRET_CHOICE
from memberships.models.members import Membership
from tests.factories.groups import Group
from tests.factories.votes import cast, more_members, vote_on

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 10, 17, tzinfo=UTC)
OVER = NOW + timedelta(days=7)
CHOICES = ("for", "for", "against", "against", "abstain")
#: The same result by other settings.
OTHERS = sorted(set(permutations(CHOICES)))[::9]
#: Where the number of a vote stands, or of a row of it, or when the vote itself was closed: it differs from run to
#: run, whatever was said.
NUMBERS = {"id", "vote_id", "pgh_id", "pgh_obj_id", "about_id", "pgh_created_at"}
RANDOM = re.compile(r"gAAAA[\w=-]+|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


class Seen(NamedTuple):
    """A row as it is stored: its table, its columns, the transaction and the command that wrote it, where it
    lies.
    """

    table: str
    row: dict[str, Any]
    xmin: str
    cmin: str
    ctid: str


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def five(larkshire: Authority, led: Group) -> dict[Membership, User]:
    with authority_scope(larkshire):
        more = more_members(led.collaboration, 2)
    return {led.acorns: led.lena, led.bluebells: led.mo, led.caras: led.cara, **more}


def read_everything() -> list[Seen]:
    """Every row of every table that there is, in the order in which it lies there."""
    seen = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
            " AND has_table_privilege(oid, 'SELECT') ORDER BY relname"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT to_jsonb(t)::text, xmin::text, cmin::text, ctid::text FROM "{table}" t ORDER BY t.ctid'
            )
            seen += [Seen(table, json.loads(row), *kept) for row, *kept in cursor.fetchall()]
    return seen


def of_vote(seen: Iterable[Seen], vote: Vote) -> list[Seen]:
    """Every row that names the vote."""
    return [
        row
        for row in seen
        if row.row.get("vote_id") == vote.pk
        or (row.table == "meetings_vote" and row.row["id"] == vote.pk)
        or (row.table == "meetings_vote_history" and row.row["pgh_obj_id"] == vote.pk)
        or (row.row.get("about_type") == "meetings.vote" and row.row.get("about_id") == vote.pk)
    ]


def voted(
    larkshire: Authority, led: Group, people: dict[Membership, User], choices: Iterable[str]
) -> list[list[Seen]]:
    """A secret vote, each ballot in a transaction of its own: what is stored of it after each, and when it is
    closed.
    """
    with authority_scope(larkshire):
        vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=True)
    moments = []
    for (member, person), choice in zip(people.items(), choices, strict=True):
        with authority_scope(larkshire):
            cast(vote, member, choice, person, at=NOW)
        with authority_scope(larkshire):
            moments.append(of_vote(read_everything(), vote))
    with authority_scope(larkshire):
        voting.close_vote(vote_id=vote.pk, by=None, at=OVER)
    with authority_scope(larkshire):
        moments.append(of_vote(read_everything(), vote))
    return moments


def likeness(moments: list[list[Seen]]) -> list[list[tuple[str, ...]]]:
    """What is stored at each moment, without what is random and without the numbers of rows: ballots in the order
    in which they lie there. Transactions are named by the moment at which they first wrote something.
    """
    named: dict[str, str] = {}
    pictures = []
    for number, moment in enumerate(moments):
        for row in moment:
            named.setdefault(row.xmin, f"moment {number}")
        picture = []
        for row in moment:
            columns = {name: value for name, value in row.row.items() if name not in NUMBERS}
            text = RANDOM.sub(lambda match: f"<{len(match[0])}>", json.dumps(columns, sort_keys=True))
            picture.append((row.table, text, named[row.xmin], row.cmin if "ballot" in row.table else ""))
        ballots = [line for line in picture if "ballot" in line[0]]
        pictures.append([*ballots, *sorted(line for line in picture if "ballot" not in line[0])])
    return pictures


def test_the_same_voters_in_the_same_order_look_alike_whatever_they_say(
    larkshire: Authority, led: Group, five: dict[Membership, User]
) -> None:
    assert len(OTHERS) >= 4
    expected = likeness(voted(larkshire, led, five, CHOICES))
    for choices in OTHERS:
        for before, after in zip(expected, likeness(voted(larkshire, led, five, choices)), strict=True):
            assert after == before


def test_after_each_ballot_no_voter_is_the_latest_and_nothing_can_be_read(
    larkshire: Authority, led: Group, five: dict[Membership, User]
) -> None:
    *moments, closed = voted(larkshire, led, five, CHOICES)
    boxes = []
    for number, moment in enumerate(moments, start=1):
        voters = [row for row in moment if row.table == "meetings_voter"]
        assert sum(row.row["has_voted"] for row in voters) == number
        assert len({(row.xmin, row.cmin) for row in voters}) == 1  # one statement wrote all of them
        [box] = [row for row in moment if row.table == "meetings_ballotbox"]
        boxes.append(box.row["contents"])
        assert not [row for row in moment if row.table in ("meetings_secretballot", "meetings_castvote")]
        assert "vote_cast" not in {row.row.get("action") for row in moment}
        assert {row.row["counts"] for row in moment if row.table == "meetings_vote"} == {None}
    assert len(set(boxes)) == len(boxes)
    assert len({len(contents) for contents in boxes}) == 1  # the length says nothing of what is in it
    assert {stamp_of(contents) for contents in boxes} == {0}  # and the token no time
    ballots = [row for row in closed if row.table == "meetings_secretballot"]
    assert [row.row["choice"] for row in ballots] == sorted(CHOICES)  # they lie in the order of what they say
    assert {row.xmin for row in ballots} == {row.xmin for row in closed if row.table == "meetings_voter"}
    assert set().union(*(row.row for row in ballots)) == {"authority_id", "vote_id", "choice", "id"}
    assert not [row for row in closed if row.table in ("meetings_ballotbox", "meetings_castvote")]


def stamp_of(token: str) -> int:
    """When a Fernet token says that it was made, in seconds since 1970."""
    return int.from_bytes(urlsafe_b64decode(token)[1:9], "big")


def test_what_a_reader_guesses_is_no_better_than_chance(
    larkshire: Authority, led: Group, five: dict[Membership, User]
) -> None:
    """Joins that a reader would try: by transaction, by place, by order, by what changed between two moments."""
    for choices in OTHERS[:3]:
        *moments, closed = voted(larkshire, led, five, choices)
        ballots = [row for row in closed if row.table == "meetings_secretballot"]
        voters = [row for row in closed if row.table == "meetings_voter"]
        by_transaction = {
            ballot.xmin: {voter.row["id"] for voter in voters if voter.xmin == ballot.xmin}
            for ballot in ballots
        }
        assert [len(candidates) for candidates in by_transaction.values()] == [len(voters)]
        guessed = [
            row.row["choice"] for row in ballots
        ]  # the first that lies there is the first that voted, …
        assert guessed == sorted(choices)  # … which is one and the same guess, whoever voted how
        contents = [
            row.row["contents"] for moment in moments for row in moment if row.table == "meetings_ballotbox"
        ]
        for before, after in pairwise(contents):
            assert before[20:60] not in after  # nothing that was there before can be found again


def test_over_the_web_nothing_is_left_of_who_said_what(
    larkshire: Authority, led: Group, five: dict[Membership, User], browse: Any, caplog: Any
) -> None:
    """Session, kept form, logs and audit log: as a member votes by the page, and as the session has ended."""
    with authority_scope(larkshire):
        vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=True)
    page = f"/larkshire/collaborations/{led.collaboration.pk}/meetings/votes/{vote.pk}/"
    mo = browse(led.mo)
    shown = mo.get(page).content.decode()
    assert f'name="{SECRET_CHOICE}"' in shown
    assert 'name="key"' not in shown
    asked = mo.post(f"{page}cast/{led.bluebells.pk}/", {SECRET_CHOICE: "against"}).content.decode()
    assert "Is this your vote?" in asked
    assert f'name="{SECRET_CHOICE}" value="against"' in asked
    assert "has voted" not in mo.get(page).content.decode().partition("Who has voted")[0]  # not yet
    sure = {SECRET_CHOICE: "against", "confirmed": "1"}
    answer = mo.post(f"{page}cast/{led.bluebells.pk}/", sure, follow=True)
    assert "Bluebells has voted" in answer.content.decode()
    again = mo.post(f"{page}cast/{led.bluebells.pk}/", {SECRET_CHOICE: "for"}, follow=True)
    assert "A secret vote cannot be changed" in again.content.decode()
    [mark] = re.findall(r'name="typed_by" value="([^"]+)"', shown)[:1]
    lost = Client().post(f"{page}cast/{led.bluebells.pk}/", {SECRET_CHOICE: "against", "typed_by": mark})
    assert lost.status_code == 302
    assert SECRET_NAME.search(SECRET_CHOICE)  # what was typed before signing in again is kept without it
    with authority_scope(larkshire):
        stored = [
            json.dumps(row.row)
            for row in read_everything()
            if row.table.startswith(
                ("meetings_", "audit_", "django_session", "documents_", "accounts_security")
            )
        ]
    assert not [text for text in stored if re.search(r"\bagainst\b", text)]
    assert "against" not in caplog.text
