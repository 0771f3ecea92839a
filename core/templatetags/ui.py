"""What our templates need beyond Django's own tags.

Components that wrap what a page writes (table, summary row, card, warning) are block tags; components that
draw what a view prepared (task list, list table, pagination) are templates in ``templates/components/``,
drawn by ``include`` (docs/decisions/0017-template-components.md). Rows of long lists use neither: core.tables
draws them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.forms import BaseForm
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from core import wording
from core.forms.base import ErrorLink, all_error_links
from core.forms.foreign import dress as dress_form
from core.frame import drawing
from core.frame.blocks import Fact
from core.frame.tabs import ShownTab
from core.reasons import Reason
from core.tables.columns import Column, draw_head, draw_rows
from core.tables.markup import SECOND, dressed
from core.wording import escaped

CURRENT = ' aria-current="true"'
register = template.Library()
register.filter("date_words", wording.date_in_words)
register.filter("last_day_words", wording.last_day_in_words)
register.filter("time_words", wording.time_in_words)
register.filter("instant_words", wording.instant_in_words)
register.filter("short_date", wording.short_date)
register.filter("short_last_day", wording.short_last_day)
register.filter("short_instant", wording.short_instant)
register.filter("short_words", wording.in_short_words)
register.filter("pounds", wording.pounds)
register.filter("in_words", wording.in_words)
register.filter("breakable", wording.breakable)


@register.filter
def dress(form: BaseForm) -> BaseForm:
    """A package's form in our clothes: ``{{ form|dress }}``."""
    return dress_form(form)


@register.filter
def of_key(rows: Mapping[Any, Any], key: Any) -> Any:
    """What stands under a key, such as the papers of an item; nothing where nothing does."""
    return rows.get(key, "") if rows else ""


@register.filter
def reason_words(reason: Reason) -> str:
    """A rule's answer, or the label of one, as people read it."""
    return reason.in_words(gettext) if isinstance(reason, Reason) else gettext(str(reason))


@register.filter
def error_links(forms: Any) -> list[ErrorLink]:
    """The lines of the error summary for a form or several."""
    return all_error_links(forms) if forms else []


@register.simple_tag(takes_context=True)
def entry_above(context: Context) -> Any:
    """The entry of the head where the way to the page begins: that of the own groups, or settings, where
    there are too many to stand in the head by name. None elsewhere.
    """
    crumbs = context.get("breadcrumbs")
    first = crumbs[0].url if crumbs else getattr(context.get("request"), "path", "")
    return next((entry for entry in context.get("navigation") or () if first in entry.above), None)


@register.simple_tag
def navigation_links(entries: Sequence[Any]) -> SafeString:
    """The items of the list of the head's entries (``portal.navigation.Link``)."""
    return drawing.draw_items(
        f'<a class="app-nav__link app-shortened" href="{escaped(entry.url)}"'
        f"{CURRENT if entry.is_current else ''}>{escaped(entry.label)}</a>"
        for entry in entries
    )


@register.simple_tag
def section_tabs(tabs: Sequence[ShownTab]) -> SafeString:
    """The items of the list of a section's tabs."""
    return drawing.draw_items(map(drawing.draw_tab, tabs))


@register.simple_tag(takes_context=True)
def line_list(context: Context, lines: Sequence[Any]) -> SafeString:
    """What waits for somebody, each with the words around it (``portal.selectors.home.ShownLine``)."""
    page = context["request"].get_full_path()
    return drawing.draw_lines(lines, token=context.get("csrf_token"), page=page)


@register.simple_tag
def fact_list(facts: Sequence[Fact]) -> SafeString:
    """The pairs of a ``<dl class="app-glance">``."""
    return drawing.draw_facts(facts)


@register.simple_tag
def tag(text: Any, colour: str = "") -> SafeString:
    """A GOV.UK tag: grey, green, turquoise, blue, light-blue, purple, pink, red, orange, yellow."""
    return mark_safe(drawing.draw_tag(text, colour))  # noqa: S308 - escaped


@register.simple_tag
def telephone(number: str) -> SafeString:
    """A number to tap: it does not break at the end of a line, and its link holds the digits only."""
    return mark_safe(drawing.draw_telephone(number))  # noqa: S308 - escaped


@register.simple_tag
def button(kind: str = "") -> SafeString:
    """The attributes of a link that looks like a button: ``<a {% button "secondary" %} href="…">…</a>``."""
    return format_html(
        'class="govuk-button{}" role="button" draggable="false" data-module="govuk-button"',
        f" govuk-button--{kind}" if kind else "",
    )


@register.simple_block_tag
def table(
    content: str, caption: str, look: str = "page", identifier: str = "", shown: bool = False
) -> SafeString:
    """The one component of a table: {% table _("Members") %}<thead>…<tbody>…{% endtable %}.

    Cells are plain HTML; roles and labels come by themselves (``core.tables.markup``), and on a phone each
    row is a card. The first cell of a row is its heading, ``<th scope="row">``; a column of links that do
    something is called "Actions". ``look="admin"`` is for pages of the admin, ``shown`` where the caption is
    to be seen.
    """
    parts = mark_safe(dressed(content, actions=gettext("Actions")))  # noqa: S308 - drawn by the template
    return _table(parts, caption, look, identifier, shown)


@register.simple_tag
def drawn_table(caption: str, columns: Sequence[Column], rows: Sequence[Any], row_id: str = "") -> SafeString:
    """The same table of columns that Python draws, for one of several rows with much in each: ten times as
    fast. ``columns`` are those of ``core.tables``; ``row_id`` is what gives the id of a row.
    """
    parts = format_html(
        '<thead class="govuk-table__head" role="rowgroup">{}</thead>'
        '<tbody class="govuk-table__body" role="rowgroup">{}</tbody>',
        draw_head(columns),
        draw_rows(columns, rows, row_id),
    )
    return _table(parts, caption)


def _table(
    parts: SafeString, caption: str, look: str = "page", identifier: str = "", shown: bool = False
) -> SafeString:
    """A table around its dressed parts."""
    in_admin = look == "admin"
    hidden = "visually-hidden" if in_admin else "govuk-visually-hidden"
    visible = "" if in_admin else "govuk-table__caption govuk-table__caption--s"
    return format_html(
        '<div class="{box}" role="region" aria-label="{caption}" tabindex="0">'
        '<table class="{table}"{identified} role="table"><caption class="{look}">{caption}</caption>{parts}'
        "</table></div>",
        box="results" if in_admin else "app-scroller",
        table="app-table" if in_admin else "govuk-table app-table",
        identified=format_html(' id="{}"', identifier) if identifier else "",
        look=visible if shown else hidden,
        caption=caption,
        parts=parts,
    )


@register.simple_tag
def column(label: str, kind: str = "", second: bool = False) -> SafeString:
    """One heading of a table: ``{% column _("Setting") %}``, ``{% column _("Members") "numeric" %}``.

    ``second`` is of second rank: hidden between a phone and a desktop.
    """
    modifier = f" govuk-table__header--{kind}" if kind else ""
    rank = f" {SECOND}" if second else ""
    return format_html('<th scope="col" class="govuk-table__header{}{}">{}</th>', modifier, rank, label)


@register.simple_tag
def columns(*labels: str) -> SafeString:
    """The whole head of a table whose columns are all alike: ``{% columns _("Setting") _("Type") %}``."""
    headings = format_html_join(
        "", '<th scope="col" class="govuk-table__header">{}</th>', ((label,) for label in labels)
    )
    return format_html(
        '<thead class="govuk-table__head"><tr class="govuk-table__row">{}</tr></thead>', headings
    )


@register.simple_block_tag
def summary_row(content: str, label: str, actions: bool = True, direction: str = "") -> SafeString:
    """One line of a ``<dl class="govuk-summary-list">``:

    ``{% summary_row _("Led by") %}…{% endsummary_row %}``.

    ``actions=False`` where other lines of the same list have actions and this one has none;
    ``direction="auto"`` around text that people wrote.
    """
    return format_html(
        '<div class="govuk-summary-list__row{}"><dt class="govuk-summary-list__key">{}</dt>'
        '<dd class="govuk-summary-list__value"{}>{}</dd></div>',
        "" if actions else " govuk-summary-list__row--no-actions",
        label,
        format_html(' dir="{}"', direction) if direction else "",
        content,
    )


@register.simple_block_tag
def card(content: str, title: str, level: int = 2, name: str = "", key: object = "") -> SafeString:
    """A summary card: ``{% card group.name name="group" key=group.pk %}…{% endcard %}``.

    With a name it is a section of the page, labelled by its heading, whose id is ``name-key``.
    """
    return format_html(
        '<{element} class="govuk-summary-card"{labelled}><div class="govuk-summary-card__title-wrapper">'
        '<h{level} class="govuk-summary-card__title"{identified}>{title}</h{level}></div>'
        '<div class="govuk-summary-card__content">{content}</div></{element}>',
        element="section" if name else "div",
        labelled=format_html(' aria-labelledby="{}-{}"', name, key) if name else "",
        level=level,
        identified=format_html(' id="{}-{}"', name, key) if name else "",
        title=title,
        content=content,
    )


@register.simple_block_tag
def warning(content: str) -> SafeString:
    """A GOV.UK warning text: ``{% warning %}…{% endwarning %}``."""
    return format_html(
        '<div class="govuk-warning-text"><span class="govuk-warning-text__icon"'
        ' aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span'
        ' class="govuk-visually-hidden">{}</span>{}</strong></div>',
        gettext("Warning"),
        content,
    )
