"""C1: the states of groups in lists, the export, on the home page and in the admin."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from collaborations.models import Collaboration, StateChange
from core.exports.registry import find_export
from core.scoping import authority_scope
from tests.collaborations.pages import LIST, page_of, text
from tests.factories.collaborations import CollaborationFactory

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def group_in(larkshire, state: str, **more) -> Collaboration:
    with authority_scope(larkshire):
        return CollaborationFactory(
            name="Meadow", state=state, asked_by="Gita Rowe", enquiry="A group near us.", **more
        )


def set_state(larkshire, group, **facts) -> None:
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=group.pk).update(**facts)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("state=enquiry", {"Meadow"}),
        ("state=starting", {"Meadow"}),
        ("state=running", {"Riverside", "Hillside"}),
        ("state=closed", set()),
        ("state=running&leader=none", {"Hillside"}),
    ],
)
def test_the_lists_and_the_export_are_filtered_by_state(
    browse, amina, led, elsewhere, larkshire, query, shown
):
    group_in(larkshire, "enquiry")
    client = browse(amina)
    rows = str(client.get(f"{LIST}?{query}").context["rows"])
    assert {name for name in ("Hillside", "Meadow", "Riverside") if name in rows} == shown
    admin = text(client.get(f"/larkshire/admin/collaborations/collaboration/?{query}")).split(
        'id="changelist-form"'
    )[-1]
    assert {name for name in ("Hillside", "Meadow", "Riverside") if name in admin} == shown
    with authority_scope(larkshire):
        export = find_export("collaborations")
        filters = export.clean_filters(dict(part.split("=") for part in query.split("&")))
        assert {row[0] for row in export.rows(filters, by=amina)} == shown
        assert export.filters_in_words(filters)


def test_the_state_stands_in_the_list(browse, amina, larkshire):
    group_in(larkshire, "under_review")
    assert "Under review" in str(browse(amina).get(LIST).context["rows"])


def test_home_counts_only_those_that_should_have_a_leader(browse, amina, elsewhere, larkshire):
    group_in(larkshire, "dormant")
    page = text(browse(amina).get("/larkshire/"))
    assert "1 collaboration has no leader" in page
    assert "?leader=none&amp;state=running" in page


def test_home_shows_enquiries_that_wait_to_officers(browse, amina, fred, larkshire):
    group = group_in(larkshire, "enquiry", started_on=date(2026, 11, 2))
    page = text(browse(amina).get("/larkshire/"))
    assert "Take up the enquiry about Meadow" in page
    assert '<p class="app-line__about">for 19 days</p>' in page, "since 2 November"
    assert "Asked by: Gita Rowe" in page
    assert page_of(group, "administration/") in page
    with authority_scope(larkshire):
        CollaborationFactory(state="enquiry", started_on=date(2026, 11, 5))
    page = text(browse(amina).get("/larkshire/"))
    assert "2 enquiries about new collaborations wait" in page
    assert '<p class="app-line__about">for 19 days</p>' in page, "as long as the oldest"
    assert "enquir" not in text(browse(fred).get("/larkshire/"))


def test_the_admin_shows_the_life_and_leads_to_its_pages(browse, amina, larkshire):
    client, group = browse(amina), group_in(larkshire, "proposed")
    page = text(client.get(f"/larkshire/admin/collaborations/collaboration/{group.pk}/change/"))
    for words in (
        "Its life",
        "No move is recorded yet.",
        page_of(group),
        "Gita Rowe",
    ):
        assert words in page
    assert 'name="state"' not in page


def test_words_cannot_put_a_script_on_the_page(browse, amina, larkshire):
    group = group_in(larkshire, "enquiry")
    set_state(larkshire, group, enquiry="<script>x</script>", asked_by="<b>y</b>")
    for url in (
        page_of(group, "administration/"),
        f"/larkshire/admin/collaborations/collaboration/{group.pk}/change/",
        "/larkshire/",
    ):
        body = browse(amina).get(url).content.decode()
        assert "<script>x" not in body
        assert "<b>y" not in body


@pytest.mark.parametrize("who", ["amina", "lena"])
def test_the_page_costs_the_same_at_1_and_30_moves(browse, amina, led, larkshire, who):
    client = browse(amina if who == "amina" else led.lena)
    url = page_of(led.collaboration, "administration/")

    def add(moves: int) -> None:
        with authority_scope(larkshire):
            for number in range(moves):
                pair = ("active", "under_review") if number % 2 else ("under_review", "active")
                StateChange.objects.create(
                    collaboration=led.collaboration,
                    from_state=pair[0],
                    to_state=pair[1],
                    on=TODAY,
                    by=amina,
                    at=timezone.now(),
                )

    def queries() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as made:
            assert client.get(url).status_code == 200
        return len(made)

    add(1)
    one = queries()
    add(29)
    assert queries() == one
    assert one <= 26
