"""The components of pages: what they draw, and that text from people is escaped wherever it may stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils.functional import lazy
from django.utils.safestring import mark_safe

from core.frame.blocks import Fact
from core.frame.lines import Contact, Line, Tap
from core.frame.tabs import ShownTab
from core.tables.columns import Column, Kind
from core.wording import escaped
from portal.navigation import Link
from portal.selectors.home import ShownLine


def drawn(source: str, **context: Any) -> str:
    """A template that loads the components, as a browser reads it: whitespace between tags does not count."""
    page = engines["django"].from_string("{% load ui %}" + source).render(context)
    return " ".join(page.replace("\n", " ").split())


@pytest.mark.parametrize(
    "source",
    [
        "{% summary_row name %}{{ name }}{% endsummary_row %}",
        '{% summary_row _("Who") direction=name %}{{ name }}{% endsummary_row %}',
        "{% card name name=name key=name %}{{ name }}{% endcard %}",
        "{% table name %}{% column name name %}{% columns name %}{{ name }}{% endtable %}",
        "{% warning %}{{ name }}{% endwarning %}",
        "{% tag name name %}",
        "<a {% button name %}></a>",
    ],
)
def test_text_from_people_is_escaped(source: str) -> None:
    page = drawn(source, name='"><script>')
    assert "<script>" not in page
    assert "&quot;&gt;&lt;script&gt;" in page


def test_a_row_of_a_summary_list() -> None:
    assert (
        drawn('{% summary_row _("Led by") %}<b>Maya</b>{% endsummary_row %}')
        == '<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Led by</dt>'
        '<dd class="govuk-summary-list__value"><b>Maya</b></dd></div>'
    )


def test_a_row_without_the_actions_that_others_have() -> None:
    page = drawn('{% summary_row _("Words") actions=False direction="auto" %}x{% endsummary_row %}')
    assert '<div class="govuk-summary-list__row govuk-summary-list__row--no-actions">' in page
    assert '<dd class="govuk-summary-list__value" dir="auto">x</dd>' in page


def test_a_card_with_a_name_is_a_section_labelled_by_its_heading() -> None:
    page = drawn('{% card "Oaks" level=3 name="group" key=7 %}x{% endcard %}')
    assert page.startswith('<section class="govuk-summary-card" aria-labelledby="group-7">')
    assert '<h3 class="govuk-summary-card__title" id="group-7">Oaks</h3>' in page


def test_a_card_without_a_name_is_no_section() -> None:
    page = drawn('{% card "Oaks" %}x{% endcard %}')
    assert page.startswith('<div class="govuk-summary-card">')
    assert '<h2 class="govuk-summary-card__title">Oaks</h2>' in page


def test_a_table_scrolls_by_itself_and_has_a_name() -> None:
    page = drawn('{% table "Members" %}{% columns "Setting" "Type" %}{% endtable %}')
    assert '<div class="app-scroller" role="region" aria-label="Members" tabindex="0">' in page
    assert '<caption class="govuk-visually-hidden">Members</caption>' in page
    assert page.count('<th scope="col" class="govuk-table__header" role="columnheader">') == 2


def test_a_column_of_numbers() -> None:
    assert (
        drawn('{% column "Places" "numeric" %}')
        == '<th scope="col" class="govuk-table__header govuk-table__header--numeric">Places</th>'
    )


def test_a_link_that_looks_like_a_button() -> None:
    assert (
        drawn('<a {% button "secondary" %} href="/x/">Go</a>')
        == '<a class="govuk-button govuk-button--secondary" role="button" draggable="false"'
        ' data-module="govuk-button" href="/x/">Go</a>'
    )


HOSTILE = '<i>"&'
ESCAPED = "&lt;i&gt;&quot;&amp;"


def lines(*shown: ShownLine) -> str:
    """The list of lines on a page with an address of its own and the token of its forms."""
    request = RequestFactory().get("/home/?a=1&b=2")
    return drawn("{% line_list lines %}", lines=shown, request=request, csrf_token="token")


def test_a_line_says_all_that_it_knows_and_escapes_it() -> None:
    contact = Contact(HOSTILE, telephone="01234 567 890", email="a.b@x.example")
    line = Line(HOSTILE, f"/x/?a={HOSTILE}", detail=HOSTILE, contact=contact, is_urgent=True)
    page = lines(ShownLine(line, about=HOSTILE, day=HOSTILE, word=HOSTILE))
    assert page.startswith('<ul class="govuk-list"><li class="app-line app-line--urgent"><div')
    assert "<i>" not in page
    assert page.count(ESCAPED) == 7
    assert f'<p class="app-line__about">{ESCAPED}, {ESCAPED}</p>' in page
    assert "Set this up first</strong>" in page
    assert (
        'href="tel:01234567890">01234 567 890</a>, <a class="govuk-link" href="mailto:a.b@x.example">' in page
    )


def test_a_line_without_more_is_its_link() -> None:
    page = lines(ShownLine(Line("Meet", "/x/"), about="", day="", word=""))
    assert page == (
        '<ul class="govuk-list"><li class="app-line"><div class="app-line__words"><a class="govuk-link'
        ' govuk-!-font-weight-bold" href="/x/">Meet</a></div></li></ul>'
    )


def test_a_line_has_the_button_that_does_the_whole_job_or_the_link_to_its_page() -> None:
    about = f'<span class="govuk-visually-hidden">: {ESCAPED}</span>'
    tap = Tap(HOSTILE, f"/do/{HOSTILE}", ((HOSTILE, HOSTILE),))
    line = Line(HOSTILE, "/x/", tap=tap, action="Not this")
    page = lines(ShownLine(line, about="", day="", word="due soon"))
    assert '<li class="app-line app-line--soon">' in page
    assert (
        f'<form class="app-line__tap" method="post" action="/do/{ESCAPED}">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="token">'
        '<input type="hidden" name="next" value="/home/?a=1&amp;b=2">'
        f'<input type="hidden" name="{ESCAPED}" value="{ESCAPED}">'
    ) in page
    assert f"{ESCAPED}{about}</button></form>" in page
    assert "Not this" not in page
    page = lines(ShownLine(replace(line, tap=None, action=HOSTILE), about="", day="", word=""))
    assert f'<a class="govuk-link app-line__action" href="/x/">{ESCAPED}{about}</a></li>' in page


def test_facts_at_a_glance_are_pairs() -> None:
    facts = [Fact(HOSTILE, HOSTILE), Fact("Plan", HOSTILE, f"/x/{HOSTILE}", "yellow")]
    assert drawn("{% fact_list facts %}", facts=facts) == (
        f"<div><dt>{ESCAPED}</dt><dd>{ESCAPED}</dd></div>"
        f'<div><dt><a class="govuk-link" href="/x/{ESCAPED}">Plan</a></dt>'
        f'<dd><strong class="govuk-tag govuk-tag--yellow">{ESCAPED}</strong></dd></div>'
    )


def test_tabs_and_entries_say_where_one_is_and_what_waits() -> None:
    tab = ShownTab(HOSTILE, "/x/", is_current=True, is_page=True, waiting=2)
    assert drawn("{% section_tabs tabs %}", tabs=[tab]) == (
        f'<li><a class="app-tabs__link" href="/x/" aria-current="page">{ESCAPED} (2<span'
        ' class="govuk-visually-hidden"> waiting</span>)</a></li>'
    )
    below = replace(tab, is_page=False, waiting=0)
    assert 'aria-current="true">' in drawn("{% section_tabs tabs %}", tabs=[below])
    entries = [Link(HOSTILE, "/x/"), Link("A", "/y/", is_current=True)]
    assert drawn("{% navigation_links entries %}", entries=entries) == (
        f'<li><a class="app-nav__link app-shortened" href="/x/">{ESCAPED}</a></li>'
        '<li><a class="app-nav__link app-shortened" href="/y/" aria-current="true">A</a></li>'
    )


def test_a_table_that_python_draws_has_what_one_of_a_template_has() -> None:
    columns = [
        Column("name", "Setting"),
        Column("places", "Places", Kind.NUMBER),
        Column("do", "Actions", acts=True),
    ]
    rows = [{"name": HOSTILE, "places": 3, "do": "", "at": HOSTILE}]
    page = drawn('{% drawn_table "Members" columns rows row_id="at" %}', columns=columns, rows=rows)
    assert '<div class="app-scroller" role="region" aria-label="Members" tabindex="0">' in page
    assert '<caption class="govuk-visually-hidden">Members</caption><thead class="govuk-table__head"' in page
    assert f'<tr class="govuk-table__row" role="row" id="{ESCAPED}"><th scope="row"' in page
    assert page.count('role="columnheader"') == 3
    assert '<td role="cell" data-label="Actions" class="govuk-table__cell app-acts app-none"></td>' in page


def test_a_word_that_is_drawn_later_keeps_its_markup_and_a_plain_one_is_escaped() -> None:
    drawn_later = lazy(lambda: mark_safe("<ul></ul>"), str)
    assert escaped(drawn_later()) == "<ul></ul>"
    assert escaped(lazy(lambda: HOSTILE, str)()) == ESCAPED
    assert [escaped(value) for value in (HOSTILE, mark_safe("<b>"), 3, None)] == [ESCAPED, "<b>", "3", "None"]
