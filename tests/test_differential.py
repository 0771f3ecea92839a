"""The comparison of two answers, and how a difference is told."""

from __future__ import annotations

import io
import re
import secrets
import zipfile
from typing import Any
from uuid import uuid4

import pytest
from django.utils.crypto import get_random_string

from tests.differential import (
    MOST_SHOWN,
    Answer,
    Differential,
    Look,
    difference,
    first_difference,
    same_chance,
    text_of,
)

LOOK = Look("officer", "get", "/larkshire/", "home")
PLAIN = Answer(200, ("Content-Type: text/html",), ("<h1>Home</h1>", "<p>3 groups</p>"), ("SELECT 1",))


def answer(**changes: Any) -> Answer:
    facts = {name: getattr(PLAIN, name) for name in ("status", "headers", "lines", "statements")}
    return Answer(**{**facts, **changes})


def test_the_same_answer_is_no_difference() -> None:
    assert difference(LOOK, PLAIN, answer()) is None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": 404}, "status: 200 without, 404 with it"),
        (
            {"headers": ("Content-Type: text/plain",)},
            "headers, number 1:\n    without: Content-Type: text/html",
        ),
        ({"lines": ("<h1>Home</h1>", "<p>4 groups</p>")}, "lines, number 2:\n    without: <p>3 groups</p>"),
        ({"lines": ("<h1>Home</h1>",)}, "    with it: (nothing)"),
        ({"statements": ("SELECT 1", "SELECT 2")}, "statements (1 without, 2 with it), number 2"),
        ({"statements": ("SELECT 1, 2",)}, "statements (1 without, 1 with it), number 1"),
    ],
)
def test_a_difference_names_who_asked_what_and_the_first_place(changes: dict[str, Any], told: str) -> None:
    problem = difference(LOOK, PLAIN, answer(**changes))
    assert problem is not None
    assert problem.startswith("home: officer GET /larkshire/\n")
    assert told in problem


@pytest.mark.parametrize(
    ("without", "with_it", "told"), [(None, PLAIN, "only with it"), (PLAIN, None, "only without it")]
)
def test_what_is_offered_on_one_side_alone_is_a_difference(without: Any, with_it: Any, told: str) -> None:
    assert told in (difference(LOOK, without, with_it) or "")


def test_a_long_line_is_shown_from_shortly_before_the_difference() -> None:
    told = first_difference(["x" * 5000 + "3 groups"], ["x" * 5000 + "4 groups"])
    assert "3 groups" in told
    assert "4 groups" in told
    assert len(told) < 2 * MOST_SHOWN


def test_what_may_differ_is_no_difference_and_what_stands_beside_it_is() -> None:
    walk = Differential(write=dict, ask=dict, same=[(re.compile(r"\d\d:\d\d"), "…")])
    assert walk.normal("3 groups at 10:10") == walk.normal("3 groups at 10:11")
    assert walk.normal("3 groups at 10:10") != walk.normal("4 groups at 10:10")


def test_what_is_drawn_by_chance_is_drawn_alike() -> None:
    def drawn(seed: str) -> tuple[str, ...]:
        with same_chance(seed):
            return secrets.token_urlsafe(), str(uuid4()), get_random_string(12)

    assert drawn("home") == drawn("home")
    assert not set(drawn("home")) & set(drawn("search"))
    assert secrets.token_hex() != secrets.token_hex()


def test_of_a_spreadsheet_its_values_are_compared_and_not_when_it_was_made() -> None:
    def sheet(value: int, made: str) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("docProps/core.xml", made)
            archive.writestr("xl/worksheets/sheet1.xml", f"<v>{value}</v>")
        return target.getvalue()

    assert text_of(sheet(1, "today")) == text_of(sheet(1, "tomorrow"))
    assert text_of(sheet(1, "today")) != text_of(sheet(2, "today"))


def test_what_pages_may_be_asked_is_read_from_their_forms() -> None:
    html = """<form role="search"><input name="all" type="search"></form>
      <form method="post"><select name="never"><option value="1">One</option></select></form>
      <form><input name="q" type="search"><select name="kind"><option value="">Any</option><option value="a b">A</option>
      </select><input type="checkbox" name="open" value="yes"></form>"""
    walk = Differential(write=dict, ask=dict, words="Lark")
    assert list(walk._queries(html)) == ["q=Lark", "kind=a+b", "open=yes"]
