"""The markup of a table that a template wrote (core.tables.markup)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables.markup import ELEMENT, dressed, nature_of, with_classes

HEAD = (
    '<thead class="h"><tr><th scope="col">Setting</th><th scope="col" class="app-second">Kind <i>of</i> it</th>'
    '<th scope="col"><span class="visually-hidden">State</span><span class="help">says more</span></th>'
    '<th scope="col">Actions</th></tr></thead>'
)


def table(*rows: str, foot: str = "") -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return dressed(f"{HEAD}<tbody>{body}</tbody>{foot}", actions="Actions")


def test_roles_are_written_out_and_each_cell_bears_its_heading() -> None:
    page = table(
        '<th scope="row">Acorns</th><td class="x">Nursery</td><td>On</td><td><a href="/">End</a></td>'
    )
    assert (
        '<thead class="h" role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Setting' in page
    )
    assert '<tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader">Acorns</th>' in page
    assert '<td class="x app-second" data-label="Kind of it" role="cell">Nursery</td>' in page
    assert '<td data-label="State" role="cell">On</td>' in page
    assert '<td class="app-acts" data-label="Actions" role="cell"><a href="/">End</a></td>' in page


def test_a_cell_over_several_columns_and_the_foot_have_no_heading_of_their_own() -> None:
    page = table(
        '<td colspan="2">Both</td><td>On</td><td></td>',
        foot='<tfoot><tr><th scope="row" colspan="3">Sum</th><td>7</td></tr></tfoot>',
    )
    assert '<td colspan="2" class="app-second" role="cell">' not in page
    assert '<td colspan="2" role="cell">Both</td><td data-label="State" role="cell">On</td>' in page
    assert (
        '<tfoot role="rowgroup"><tr role="row"><th scope="row" colspan="3" role="rowheader">Sum</th>' in page
    )
    assert '<td class="app-acts" role="cell">7</td>' in page


@pytest.mark.parametrize(
    ("content", "nature"),
    [
        ("", "app-none"),
        (" \n – ", "app-none"),
        ("<br>–", "app-none"),
        ("0", ""),
        ('<input type="checkbox">', ""),
        ('<strong class="govuk-tag govuk-tag--red">Late</strong>', "app-tagged"),
        (' <a href="/"><strong class="govuk-tag">Late</strong></a> ', "app-tagged"),
        ('<strong class="govuk-tag">Late</strong><br>reminded', ""),
        ("<svg></svg>", ""),
    ],
)
def test_what_a_style_sheet_cannot_know_of_a_cell(content: str, nature: str) -> None:
    assert nature_of(content) == nature


def test_what_an_element_says_itself_stays() -> None:
    page = dressed(
        '<tbody role="none"><tr><td role="x" data-label="y">z</td></tr></tbody>', actions="Actions"
    )
    assert page == '<tbody role="none"><tr role="row"><td role="x" data-label="y">z</td></tr></tbody>'
    assert with_classes(' id="a"', []) == ' id="a"'
    assert with_classes(' class="a b"', ["b", "c"]) == ' class="a b c"'


@given(st.lists(st.text(st.characters(blacklist_characters="<>", blacklist_categories=["Cs"])), max_size=6))
def test_no_word_of_a_table_is_lost_or_changed(words: list[str]) -> None:
    cells = "".join(f"<td>{word}</td>" for word in words)
    source = f"<thead><tr>{cells.replace('td>', 'th>')}</tr></thead><tbody><tr>{cells}</tr></tbody>"
    made = dressed(source, actions="Actions")
    assert ELEMENT.sub("|", made) == ELEMENT.sub("|", source)
    assert len(re.findall(r'role="cell"', made)) == len(words)
