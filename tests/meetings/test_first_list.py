"""The list of those who are invited to a first meeting (C1, G1): looked through, sorted, printed, exported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.exports.registry import find_export
from core.scoping import authority_scope
from meetings.models.first import FirstInvited
from meetings.services import first
from tests.meetings.first_stage import Stage, stage
from tests.meetings.pages import text_of

__all__ = ["stage"]
pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def answered(larkshire: Authority, stage: Stage) -> Stage:
    """Bluebells comes with two people, and needs a ramp; Acorns and Gita have not answered."""
    with authority_scope(larkshire):
        first.answer_first(
            invited=stage.bluebells, word="yes", people="Mo and Ada", needs="A ramp", by=stage.led.mo, at=NOW
        )
    return stage


def names_of(answer: Any) -> list[str]:
    """The rows in their order."""
    text = text_of(answer).split("<tbody")[-1]
    known = {name: text.index(name) for name in ("Acorns", "Bluebells", "Gita Rowe") if name in text}
    return sorted(known, key=known.__getitem__)


def test_g1_who_runs_it_filters_sorts_and_prints_the_list(answered: Stage, browse: Browse) -> None:
    lena, address = browse(answered.led.lena), f"{answered.page}invited/"
    assert f'href="{address}"' in text_of(lena.get(answered.page))
    page = lena.get(address)
    assert names_of(page) == ["Acorns", "Bluebells", "Gita Rowe"]
    assert names_of(lena.get(f"{address}?sort=-name")) == ["Gita Rowe", "Bluebells", "Acorns"]
    text = text_of(page)
    for words in (
        "Foxglove Nursery",
        "mailto:gita@foxglove.example",
        "Mo and Ada",
        "No answer yet",
        "3 invited",
    ):
        assert words in text, words
    assert "A ramp" not in text
    assert f"{address}{answered.gita.pk}/take-back/" in text
    assert names_of(lena.get(f"{address}?word=none")) == ["Acorns", "Gita Rowe"]
    assert names_of(lena.get(f"{address}?word=yes")) == ["Bluebells"]
    assert names_of(lena.get(f"{address}?q=gita")) == ["Gita Rowe"]
    assert "exports/" not in text  # whoever runs a group prints it; files are the team's


def test_g1_an_officer_exports_it_with_the_same_filters(
    larkshire: Authority, answered: Stage, amina: User, browse: Browse
) -> None:
    page = text_of(browse(amina).get(f"{answered.page}invited/?word=none"))
    assert (
        f"/larkshire/files/exports/first-meeting-invited/?word=none&amp;meeting={answered.meeting.pk}" in page
    )
    export, wanted = (
        find_export("first-meeting-invited"),
        {"meeting": str(answered.meeting.pk), "word": "none"},
    )
    assert browse(amina).get("/larkshire/files/exports/first-meeting-invited/", wanted).status_code == 200
    with authority_scope(larkshire):
        columns = [str(column.label) for column in export.columns_for(amina)]
        rows = [
            dict(zip(columns, row, strict=True))
            for row in export.rows(export.clean_filters(wanted), by=amina)
        ]
    assert [(row["Invited"], row["Email address"], row["Answer"]) for row in rows] == [
        ("Acorns", "", "No answer yet"),
        ("Gita Rowe", "gita@foxglove.example", "No answer yet"),
    ]
    assert "Action" not in columns


def test_g1_who_is_taken_back_and_those_of_other_meetings_are_not_in_it(
    larkshire: Authority, answered: Stage, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        first.withdraw_invited(invited=answered.gita, by=amina, at=NOW)
    lena = browse(answered.led.lena)
    assert names_of(lena.get(f"{answered.page}invited/")) == ["Acorns", "Bluebells"]
    with authority_scope(larkshire):
        FirstInvited.objects.filter(meeting=answered.meeting).update(withdrawn_at=NOW)
    empty = text_of(lena.get(f"{answered.page}invited/"))
    assert "Nobody is invited yet. Choose whom to invite." in empty
    assert f"{answered.page}invited/add/" in empty


def test_g1_to_others_it_does_not_exist(answered: Stage, sam: User, otto: User, browse: Browse) -> None:
    address = f"{answered.page}invited/"
    assert browse(answered.led.mo).get(address).status_code == 404
    assert browse(sam).get(address).status_code == 404
    assert browse(otto).get(address).status_code == 404
    assert "exports/first-meeting-invited" not in text_of(browse(answered.led.lena).get(address))


def test_the_list_asks_no_more_for_sixty_than_for_three(
    larkshire: Authority, answered: Stage, amina: User, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    client, address = browse(amina), f"{answered.page}invited/"
    client.get(address)
    with django_assert_max_num_queries(30) as few:
        client.get(address)
    contacts = [first.Contact(f"Person {number}", f"p{number}@foxglove.example") for number in range(40)]
    with authority_scope(larkshire):
        first.invite_to_first(meeting_id=answered.meeting.pk, contacts=contacts, by=amina, at=NOW)
    with django_assert_max_num_queries(30) as many:
        assert "Next" in text_of(client.get(address))
    assert len(many) == len(few)
