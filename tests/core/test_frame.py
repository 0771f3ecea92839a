"""The frame of the pages: registries, lines, tabs, blocks and places, without a database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpRequest

from core.frame.lines import LATE, SOON, Line, first_of, in_order, lines_of, urgency
from core.frame.registry import Registry
from core.frame.visitor import Visitor, visitor_of

TODAY = date(2026, 11, 29)


class Somebody:
    def __init__(self, *permissions: str) -> None:
        self.permissions = permissions

    def has_perm(self, permission: str, about: Any = None) -> bool:
        return permission in self.permissions


def line(what: str, **more: Any) -> Line:
    return Line(what, "/", **more)


def test_contributions_are_read_in_their_order_and_by_key_where_it_is_equal() -> None:
    registry: Registry[str] = Registry("a page")
    for order, key in ((20, "b"), (10, "z"), (20, "a")):
        registry.add(key.upper(), key=key, order=order)
    assert list(registry) == ["Z", "A", "B"]
    assert registry.keys() == ["z", "a", "b"]


def test_two_contributions_of_one_name_are_a_mistake() -> None:
    registry: Registry[str] = Registry("a page")
    registry.add("first", key="members", order=10)
    with pytest.raises(ValueError, match="a page has a contribution “members” already"):
        registry.add("second", key="members", order=20)


def test_a_decorator_registers_a_function_and_leaves_it_as_it_is() -> None:
    registry: Registry[Any] = Registry("a page")

    @registry.register(key="one", order=10)
    def contribute() -> str:
        return "words"

    assert contribute() == "words"
    assert list(registry) == [contribute]


def test_a_person_who_waits_stands_above_a_day_and_a_day_above_none() -> None:
    lines = [
        line("no day"),
        line("due later", due_on=TODAY + timedelta(20)),
        line("waits since yesterday", since=TODAY - timedelta(1)),
        line("late", due_on=TODAY - timedelta(3)),
        line("waits longest", since=TODAY - timedelta(9), due_on=TODAY + timedelta(40)),
    ]
    assert [one.what for one in in_order(lines)] == [
        "waits longest",
        "waits since yesterday",
        "late",
        "due later",
        "no day",
    ]


def test_what_comes_first_stands_below_people_and_above_days() -> None:
    lines = [
        line("late", due_on=TODAY - timedelta(3)),
        line("form", comes_first=True),
        line("waits", since=TODAY),
    ]
    assert [each.what for each in in_order(lines)] == ["waits", "form", "late"]
    lines.append(line("numbers", is_urgent=True))
    assert [each.what for each in in_order(lines)] == ["numbers", "waits", "form", "late"]


@pytest.mark.parametrize(
    ("days", "first"),
    [(2, ["a", "b", "review"]), (14, ["a", "b", "review"]), (15, ["a", "b", "c"])],
    ids=str,
)
def test_a_review_within_a_fortnight_is_never_pushed_out(days: int, first: list[str]) -> None:
    waiting = [line(name, since=TODAY) for name in "abcd"]
    lines = [*waiting, line("review", due_on=TODAY + timedelta(days), keeps_place=True)]
    shown, others = first_of(lines, 3, on=TODAY)
    assert [each.what for each in shown] == first
    assert sorted(each.what for each in (*shown, *others)) == ["a", "b", "c", "d", "review"]


def test_fewer_lines_than_places_are_all_shown() -> None:
    lines = [line("a"), line("b", due_on=TODAY, keeps_place=True)]
    assert first_of(lines, 3, on=TODAY) == (lines, [])


def test_what_a_page_is_about_is_added_to_and_named_once() -> None:
    visitor = Visitor(Somebody(), TODAY)
    visitor.looks_at(groups=["a", "b"])
    visitor.looks_at(groups=["b"], settings=["s"])
    assert (visitor.groups, visitor.settings) == (("a", "b"), ("s",))


def test_a_request_has_one_visitor_until_somebody_else_signs_in() -> None:
    request = HttpRequest()
    request.user = Somebody()  # type: ignore[assignment]
    visitor = visitor_of(request)
    assert visitor_of(request) is visitor
    request.user = Somebody("more")  # type: ignore[assignment]
    assert visitor_of(request).allows("more")


@pytest.mark.parametrize(("days", "word"), [(None, ""), (-1, LATE), (0, SOON), (14, SOON), (15, "")], ids=str)
def test_a_word_for_late_or_soon(days: int | None, word: str) -> None:
    due = None if days is None else TODAY + timedelta(days)
    assert urgency(line("it", due_on=due), TODAY) == word


def test_nobody_is_asked_about_no_group() -> None:
    asked = []

    def contribute(visitor: Visitor, things: Any) -> Iterator[Line]:
        asked.append(list(things))
        yield line("one")

    registry: Registry[Any] = Registry("a page")
    registry.add(contribute, key="one", order=10)
    visitor = Visitor(Somebody(), TODAY)
    assert lines_of(registry, visitor, []) == []
    assert asked == []
    assert [one.what for one in lines_of(registry, visitor, ["a group"])] == ["one"]


def test_what_two_contributions_read_is_read_once() -> None:
    reads = []

    def groups(*, of: str) -> list[str]:
        reads.append(of)
        return [of]

    visitor = Visitor(Somebody(), TODAY)
    assert visitor.once(groups, of="Lena") is visitor.once(groups, of="Lena")
    assert visitor.once(groups, of="Mo") == ["Mo"]
    assert reads == ["Lena", "Mo"]


def test_a_visitor_is_asked_by_permission() -> None:
    visitor = Visitor(Somebody("collaborations.view_collaboration"), TODAY)
    assert visitor.allows("collaborations.view_collaboration")
    assert not visitor.allows("audit.view_entry")
