"""The officers' list of ways of working: states, filters, sorting, paging, cost, export; who sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from tests.factories.agreed import agreed
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group, one_more_member
from tests.factories.providers import DistrictFactory
from tests.staging import staged
from ways_of_working.models import Review, WaysOfWorking
from ways_of_working.selectors.drift import drifts_of_groups

LIST = "/larkshire/collaborations/ways-of-working/"
DAY = date(2026, 6, 1)
Browse = Callable[[User | None], Client]


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def in_hand(group: Collaboration, by: User, version: int, state: str) -> None:
    WaysOfWorking.objects.create(
        collaboration=group, version=version, state=state, started_by=by, started_at=timezone.now()
    )


def review_due(group: Collaboration, on: date, clock: str = "terms") -> None:
    opened = datetime(2026, 5, 1, 9, tzinfo=ZoneInfo("UTC"))
    Review.objects.create(collaboration=group, clock=clock, due_on=on, opened_at=opened)


@staged
def county(larkshire: Authority, amina: User) -> dict[str, Collaboration]:
    """One group in each state, and a closed one."""
    with authority_scope(larkshire):
        names = ("Adopted", "Both", "Drafting", "Due", "Nothing", "Paper", "Sent")
        found = {name: CollaborationFactory(name=name) for name in names}
        CollaborationFactory(name="Gone", state="closed", closed_on=DAY)
        for name in ("Adopted", "Both", "Due"):
            agreed(found[name], amina, on=DAY, values={"optimum_size": "2"})
        in_hand(found["Both"], amina, 2, "circulated")
        in_hand(found["Drafting"], amina, 1, "draft")
        in_hand(found["Sent"], amina, 1, "circulated")
        in_hand(found["Nothing"], amina, 1, "discarded")
        review_due(found["Due"], date(2026, 11, 1))
        review_due(found["Adopted"], date(2026, 12, 1))
        Collaboration.objects.filter(pk=found["Paper"].pk).update(terms_adopted_on=DAY)
        for _number in range(3):
            one_more_member(found["Adopted"])
    return found


def shown(client: Client, query: str = "") -> list[str]:
    return [row.name for row in client.get(f"{LIST}{query}").context["page"].object_list]


def test_w1_each_state_is_said_and_the_ones_to_begin_with_stand_first(
    county: dict[str, Collaboration], amina: User, browse: Browse
) -> None:
    page = browse(amina).get(LIST)
    rows = {row.name: row for row in page.context["page"].object_list}
    assert list(rows) == ["Nothing", "Drafting", "Sent", "Paper", "Adopted", "Both", "Due"]
    assert {name: row.ways_state for name, row in rows.items()} == {
        "Nothing": "none", "Drafting": "draft", "Sent": "circulated", "Paper": "elsewhere", "Adopted": "adopted", "Both": "adopted",
        "Due": "review_due",
    }  # fmt: skip
    body = " ".join(page.content.decode().split())
    for words in (
        "None yet",
        "Adopted, text not kept here",
        "Adopted, review due",
        "With the members",
        "1 Dec 2026",
        ">Size<",
    ):
        assert words in body, words


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?state=none", ["Nothing"]),
        ("?state=draft", ["Drafting"]),
        ("?state=circulated", ["Sent", "Both"]),
        ("?state=elsewhere", ["Paper"]),
        ("?state=adopted", ["Adopted", "Both", "Due"]),
        ("?state=review_due", ["Due"]),
        ("?practice=differs", ["Adopted"]),
        ("?practice=as_agreed&state=adopted", ["Both", "Due"]),
        ("?q=dop", ["Adopted"]),
        ("?sort=name", ["Adopted", "Both", "Drafting", "Due", "Nothing", "Paper", "Sent"]),
        ("?state=adopted&sort=-review", ["Both", "Adopted", "Due"]),
    ],
)
def test_w1_the_list_is_filtered_and_sorted(
    county: dict[str, Collaboration], amina: User, browse: Browse, query: str, names: list[str]
) -> None:
    assert shown(browse(amina), query) == names


def test_w1_who_sees_the_list(
    led: Group, fred: User, sam: User, otto: User, nadia: User, browse: Browse
) -> None:
    assert browse(fred).get(LIST).status_code == 200
    assert browse(led.lena).get(LIST).status_code == 403
    assert browse(sam).get(LIST).status_code == 403
    assert browse(otto).get(LIST).status_code == 404
    assert (
        "There are no collaborations yet."
        in browse(nadia).get(LIST.replace("larkshire", "marlshire")).content.decode()
    )


def cost(client: Client) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(LIST).status_code == 200
    return len(seen)


def test_w1_the_list_and_the_drift_cost_the_same_at_1_and_30_rows(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    def one_more() -> None:
        group = CollaborationFactory(district=DistrictFactory())
        one_more_member(group)
        agreed(group, amina, on=DAY, values={"leadership_form": "joint", "payee": "999999"})
        review_due(group, date(2026, 9, 1), "elections")

    client = browse(amina)
    with authority_scope(larkshire):
        one_more()
    client.get(LIST)
    one = cost(client)
    with authority_scope(larkshire):
        for _number in range(29):
            one_more()
        with CaptureQueriesContext(connection) as seen:
            found = drifts_of_groups(on=date(2026, 11, 21))
        assert len(seen) == 5
        assert {tuple(str(drift.kind) for drift in one) for one in found.values()} == {
            ("payee", "leadership", "elections")
        }
    assert cost(client) == one
    assert one <= 22
    assert len(shown(client, "?page=2")) == 5


def test_w1_the_export_holds_the_list_and_names_no_setting(
    county: dict[str, Collaboration], larkshire: Authority, amina: User, fred: User, led: Group
) -> None:
    export = find_export("ways_of_working")

    def rows(**filters: str) -> list[dict[str, Any]]:
        kept = export.clean_filters(filters)
        made = [
            dict(zip([column.name for column in export.columns], row, strict=True))
            for row in export.rows(kept, by=amina)
        ]
        assert export.count(kept, by=amina) == len(made)
        return made

    with authority_scope(larkshire):
        assert export.may_run(fred, {})
        assert not export.may_run(led.lena, {})
        (adopted,) = rows(practice="differs")
        assert (adopted["collaboration"], adopted["state"], adopted["version"], adopted["adopted_on"]) == (
            "Adopted",
            "Adopted",
            1,
            DAY,
        )
        assert adopted["differs"] == "The agreement says to talk about dividing above 2 members; there are 3."
        assert [row["in_hand"] for row in rows(state="circulated")] == [
            "With the members",
            "With the members",
        ]
        assert export.filters_in_words({"state": "none"}) == [("Ways of working", "None yet")]
        with pytest.raises(WrongFilters):
            export.clean_filters({"state": "nonsense"})
