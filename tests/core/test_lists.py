"""The base of every list: filters, sorting, paging, chips, counts, the cost of a page.

Authorities are what it lists here.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from accounts.models import Authority
from core.tables.columns import Column, Kind, draw_rows
from core.tables.filters import BooleanFilter, ChoiceFilter, DateRangeFilter, SearchFilter
from core.tables.pages import ListPage
from core.tables.table import Table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sample_pages")]


class AuthoritiesTable(Table):
    ordering = "name"
    columns = (
        Column("name", "Name", sort="name", link=lambda row: f"/{row.slug}/"),
        Column("slug", "Short name", sort=("is_active", "slug")),
        Column("tested", "Tested", value="accessibility_tested_on", sort="accessibility_tested_on"),
        Column("is_active", "In use", tag=lambda row: "green" if row.is_active else ""),
        Column("contact_email", "Contact"),
    )
    filters = (
        SearchFilter("q", "Name", lookup="slug__contains"),
        ChoiceFilter(
            "colour",
            "Colour",
            lookup="brand_colour",
            choices=lambda: [("#1d70b8", "Blue"), ("#00703c", "Green")],
        ),
        DateRangeFilter("tested", "Tested", lookup="accessibility_tested_on"),
        BooleanFilter("used", "In use only", lookup="is_active"),
    )

    def rows(self) -> QuerySet[Any]:
        return Authority.objects.filter(slug__startswith="list-")


class Authorities(ListPage):
    public = True
    title = "Authorities"
    things = "authorities"
    page_size = 25
    export = "authorities"
    table_class = AuthoritiesTable


@pytest.fixture
def sixty(as_owner: Callable[[], AbstractContextManager[None]]) -> list[Authority]:
    with as_owner():
        return Authority.objects.bulk_create(
            Authority(
                name=f"List {number:02} <b>",
                slug=f"list-{number:02}",
                is_active=number % 2 == 0,
                brand_colour="#1d70b8" if number < 10 else "#00703c",
                accessibility_tested_on=f"2026-01-{number + 1:02}" if number < 31 else None,
            )
            for number in range(60)
        )


def context(rf: RequestFactory, query: str = "") -> dict[str, Any]:
    page = Authorities()
    request = rf.get(f"/list/{query}")
    request.user = AnonymousUser()
    page.setup(request)
    return page.get_context_data()


def names(made: dict[str, Any]) -> list[str]:
    return [row.slug for row in made["page"].object_list]


def test_a_page_of_a_long_list(rf: RequestFactory, sixty: list[Authority]) -> None:
    made = context(rf, "?page=2")
    assert names(made) == [f"list-{number:02}" for number in range(25, 50)]
    assert (made["page"].start_index(), made["page"].end_index(), made["page"].paginator.count) == (
        26,
        50,
        60,
    )
    assert [link.number for link in made["page_links"]] == [1, 2, 3]
    assert (made["previous_href"], made["next_href"]) == ("?page=1", "?page=3")


@pytest.mark.parametrize(("query", "expected"), [("?page=99", 3), ("?page=x", 1), ("?page=-1", 3), ("", 1)])
def test_a_page_number_that_is_not_there(
    rf: RequestFactory, sixty: list[Authority], query: str, expected: int
) -> None:
    assert context(rf, query)["page"].number == expected


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("?q=list-07", "list-07", 1),
        ("?q=LIST 5", "list-05", 15),
        ("?colour=%231d70b8", "list-00", 10),
        ("?used=on", "list-00", 30),
        ("?used=on&colour=%231d70b8&q=4", "list-04", 1),
        ("?tested_from=5/1/2026&tested_to=7 January 26", "list-04", 3),
        ("?tested_from=30/1/2026", "list-29", 2),
        ("?tested_to=2026-01-02", "list-00", 2),
    ],
)
def test_filters(rf: RequestFactory, sixty: list[Authority], query: str, first: str, count: int) -> None:
    made = context(rf, query)
    assert (names(made)[0], made["page"].paginator.count) == (first, count)


def test_a_filter_that_cannot_be_understood_filters_nothing_and_says_so(
    rf: RequestFactory, sixty: list[Authority]
) -> None:
    made = context(rf, "?tested_from=soon&colour=pink&used=on")
    assert made["page"].paginator.count == 30
    assert made["filter_form"].errors == {
        "tested_from": ["Tested from must be a real date"],
        "colour": ["Select one of the choices in the list"],
    }
    assert made["clear_href"] == "?"


def test_chips_say_what_is_filtered_and_take_it_away(rf: RequestFactory, sixty: list[Authority]) -> None:
    made = context(rf, "?q=list&colour=%231d70b8&used=on&tested_from=1/1/2026&sort=-tested&page=2")
    assert [(chip.text, chip.href) for chip in made["chips"]] == [
        ("Contains “list”", "?colour=%231d70b8&used=on&tested_from=1%2F1%2F2026&sort=-tested"),
        ("Colour: Blue", "?q=list&used=on&tested_from=1%2F1%2F2026&sort=-tested"),
        ("Tested from 1 January 2026", "?q=list&colour=%231d70b8&used=on&sort=-tested"),
        ("In use only", "?q=list&colour=%231d70b8&tested_from=1%2F1%2F2026&sort=-tested"),
    ]
    assert made["clear_href"] == "?sort=-tested"


@pytest.mark.parametrize(
    ("query", "first", "sort"),
    [
        ("", "list-00", ("name", False)),
        ("?sort=-name", "list-59", ("name", True)),
        ("?sort=slug", "list-01", ("slug", False)),
        ("?sort=-slug", "list-58", ("slug", True)),
        ("?sort=contact_email", "list-00", ("name", False)),
        ("?sort=authority__secret", "list-00", ("name", False)),
    ],
)
def test_sorting(
    rf: RequestFactory, sixty: list[Authority], query: str, first: str, sort: tuple[str, bool]
) -> None:
    made = context(rf, query)
    assert names(made)[0] == first
    headings = {heading.label: heading for heading in made["headings"]}
    label = {"name": "Name", "slug": "Short name"}[sort[0]]
    assert headings[label].direction == ("descending" if sort[1] else "ascending")
    assert headings[label].href == (f"?sort={sort[0]}" if sort[1] else f"?sort=-{sort[0]}")
    assert headings["Contact"].href == ""
    assert sum(bool(heading.direction) for heading in made["headings"]) == 1


def test_sorting_keeps_the_filters_and_starts_at_the_first_page(
    rf: RequestFactory, sixty: list[Authority]
) -> None:
    made = context(rf, "?q=list&page=2")
    assert made["headings"][1].href == "?q=list&sort=slug"


@pytest.mark.parametrize("query", ["", "?page=2&q=list&used=on&sort=-name"])
def test_a_list_costs_two_queries(
    rf: RequestFactory, sixty: list[Authority], django_assert_num_queries: Any, query: str
) -> None:
    with django_assert_num_queries(2):
        Authorities.as_view()(_request(rf, query)).render()


def _request(rf: RequestFactory, query: str) -> Any:
    request = rf.get(f"/list/{query}")
    request.user = AnonymousUser()
    request.authority = None
    return request


def test_the_page_as_it_is_drawn(rf: RequestFactory, sixty: list[Authority]) -> None:
    body = Authorities.as_view()(_request(rf, "?sort=-name")).render().content.decode()
    assert "Showing 1 to 25 of 60 authorities" in body
    assert (
        '<th scope="row" role="rowheader" class="govuk-table__header"><a class="govuk-link" href="/list-59/">List 59'
        " &lt;b&gt;</a></th>" in body
    )
    assert 'aria-sort="descending"' in body
    assert 'role="region" tabindex="0"' in body
    assert '<input type="hidden" name="sort" value="-name">' in body
    assert "Export this list" not in body  # no export is registered under that name here


def test_a_phone_orders_the_list_by_a_select(rf: RequestFactory, sixty: list[Authority]) -> None:
    made = context(rf, "?q=list&sort=-slug&page=2")
    orders = [(order.value, order.label, order.is_chosen) for order in made["orders"]]
    assert orders[2:4] == [
        ("slug", "Short name, from the start", False),
        ("-slug", "Short name, from the end", True),
    ]
    assert made["order_fields"] == [("q", "list")]


def test_the_line_of_filters_holds_the_search_and_two_more(
    rf: RequestFactory, sixty: list[Authority]
) -> None:
    form = context(rf)["filter_form"]
    assert [bound.name for bound in form.in_line()] == ["q", "colour", "used"]
    assert [bound.name for bound in form.further()] == ["tested_from", "tested_to"]
    assert not form.further_in_use
    assert context(rf, "?tested_to=soon")["filter_form"].further_in_use  # in error
    assert context(rf, "?tested_to=1/1/2026")["filter_form"].further_in_use


def test_the_foot_of_the_printed_list_says_what_it_is(rf: RequestFactory, sixty: list[Authority]) -> None:
    body = Authorities.as_view()(_request(rf, "?q=list")).render().content.decode()
    foot = body[body.index("<tfoot") : body.index("</tfoot>")]
    assert "Authorities" in foot
    assert "Contains “list”" in foot
    assert "Printed on" in foot


def test_an_empty_list_says_why(rf: RequestFactory) -> None:
    empty = Authorities.as_view()(_request(rf, "")).render().content.decode()
    assert "There is nothing here yet." in empty
    filtered = Authorities.as_view()(_request(rf, "?q=nothing")).render().content.decode()
    assert "Nothing matches these filters." in filtered
    assert 'href="?">Clear filters' in filtered


def test_cells_are_escaped_unless_marked_safe_and_values_stand_in_words() -> None:
    columns = (
        Column("a", "A", value=lambda row: row[0]),
        Column("b", "B", value=lambda row: row[1], numeric=True, link=lambda row: row[2]),
        Column("c", "C", value=lambda row: True, tag=lambda row: "red"),
        Column("d", "D", value=lambda row: None, tag=lambda row: "red"),
    )
    drawn = draw_rows(columns, [("<i>", mark_safe("<b>1</b>"), '/x/?a="')])
    assert (
        drawn == '<tr class="govuk-table__row" role="row"><th scope="row" role="rowheader"'
        ' class="govuk-table__header">&lt;i&gt;</th><td role="cell" data-label="B"'
        ' class="govuk-table__cell govuk-table__cell--numeric"><a class="govuk-link"'
        ' href="/x/?a=&quot;"><b>1</b></a></td><td role="cell" data-label="C"'
        ' class="govuk-table__cell app-tagged"><strong class="govuk-tag govuk-tag--red">Yes</strong></td>'
        '<td role="cell" data-label="D" class="govuk-table__cell app-none"></td></tr>'
    )


def test_a_number_with_a_tag_keeps_its_label_on_a_card() -> None:
    """A word says by itself what it is of; "3" does not."""
    columns = (
        Column("a", "A", value=lambda row: "Acorns"),
        Column("b", "Below", Kind.NUMBER, value=lambda row: 3),
    )
    tagged = [columns[0], replace(columns[1], tag=lambda row: "red")]
    drawn = draw_rows(tagged, [()])
    assert 'data-label="Below"' in drawn
    assert "govuk-tag--red" in drawn
    assert "app-tagged" not in drawn


def test_rows_may_be_dictionaries_and_values_methods() -> None:
    class Thing:
        def label(self) -> str:
            return "called"

    assert "called" in draw_rows([Column("label", "A")], [Thing()])
    assert "by key" in draw_rows([Column("name", "A")], [{"name": "by key"}])


def test_a_day_keeps_its_line_and_a_sentence_its_room() -> None:
    drawn = draw_rows(
        [Column("on", "On"), Column("what", "What", wide=True)], [{"on": date(2026, 3, 27), "what": "joined"}]
    )
    assert 'class="govuk-table__header app-date">27 Mar 2026</th>' in drawn
    assert 'class="govuk-table__cell app-sentence">joined</td>' in drawn


def test_an_address_breaks_rather_than_widens_the_table() -> None:
    drawn = draw_rows(
        [Column("at", "At"), Column("client", "From", breaks=True)], [{"at": 1, "client": "2001:db8::1"}]
    )
    assert 'class="govuk-table__cell app-breaks">2001:db8::1</td>' in drawn
