"""What repeats on a page of the frame, drawn without templates: the lines of what waits for somebody, the
facts "at a glance", tabs, and people with their settings (decisions 0065 and 0075).

Everything is escaped where it is put in (``core.wording.escaped``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.frame.blocks import Fact
from core.frame.lines import Contact, Line, Tap
from core.frame.tabs import ShownTab
from core.telephones import to_dial
from core.wording import breakable, escaped

LINK = '<a class="govuk-link" href="'


def draw_tag(text: Any, colour: str = "") -> str:
    """A GOV.UK tag."""
    shade = f" govuk-tag--{escaped(colour)}" if colour else ""
    return f'<strong class="govuk-tag{shade}">{escaped(text)}</strong>'


def draw_telephone(number: str) -> str:
    """A number to tap: it does not break at the end of a line, and its link holds the digits only."""
    return f'<a class="govuk-link app-nowrap" href="tel:{to_dial(number)}">{escaped(number)}</a>'


def draw_email(address: str) -> str:
    """An address to write to, which may break at its signs."""
    return f'{LINK}mailto:{escaped(address)}">{breakable(address)}</a>'


def draw_not_accepted(person: Any) -> str:
    """The mark of somebody who was invited and has not answered; "" of others."""
    return f" {draw_tag(_('Not accepted yet'), 'yellow')}" if person.invited_to_id else ""


def draw_contact(contact: Contact) -> str:
    """Whom to ask about a line."""
    parts = [escaped(contact.name)]
    if contact.telephone:
        parts.append(draw_telephone(contact.telephone))
    if contact.email:
        parts.append(draw_email(contact.email))
    return ", ".join(parts)


def draw_line_words(shown: Any) -> str:
    """What a line says: its link and the words around it (``portal.selectors.home.ShownLine``)."""
    line = shown.line
    parts = [
        f'<a class="govuk-link govuk-!-font-weight-bold" href="{escaped(line.url)}">{escaped(line.what)}</a>'
    ]
    if line.is_urgent:
        words = escaped(_("Set this up first"))
        parts.append(f' <strong class="govuk-tag govuk-tag--red app-line__tag">{words}</strong>')
    if shown.word:
        parts.append(f' <strong class="govuk-tag app-line__tag">{escaped(shown.word)}</strong>')
    if shown.about or shown.day:
        about = ", ".join(escaped(words) for words in (shown.about, shown.day) if words)
        parts.append(f'<p class="app-line__about">{about}</p>')
    if line.detail:
        parts.append(f'<p class="app-line__detail">{escaped(line.detail)}</p>')
    if line.contact:
        parts.append(f'<p class="app-line__detail">{draw_contact(line.contact)}</p>')
    return "".join(parts)


def draw_lines(lines: Iterable[Any], *, token: Any, page: str) -> SafeString:
    """A list of lines, each with the words around it. ``token`` is what forms prove that they are ours by,
    and ``page`` the address to which a button of one leads back.
    """
    items = []
    for shown in lines:
        line = shown.line
        look = " app-line--urgent" if line.is_urgent else " app-line--soon" if shown.word else ""
        items.append(
            f'<li class="app-line{look}"><div class="app-line__words">{draw_line_words(shown)}</div>'
            f"{_what_to_do(line, token, page)}</li>"
        )
    return mark_safe(f'<ul class="govuk-list">{"".join(items)}</ul>')  # noqa: S308 - escaped


def _what_to_do(line: Line, token: Any, page: str) -> str:
    """The button that does the whole job, or the link that opens its page; "" where the line's words do."""
    about = f'<span class="govuk-visually-hidden">: {escaped(line.what)}</span>'
    if line.tap:
        return _button(line.tap, about, token, page)
    if line.action:
        address = escaped(line.url)
        return f'<a class="govuk-link app-line__action" href="{address}">{escaped(line.action)}{about}</a>'
    return ""


def _button(tap: Tap, about: str, token: Any, page: str) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{escaped(name)}" value="{escaped(value)}">'
        for name, value in (("csrfmiddlewaretoken", token), ("next", page), *tap.values)
    )
    return (
        f'<form class="app-line__tap" method="post" action="{escaped(tap.url)}">{hidden}'
        '<button class="govuk-button govuk-button--secondary" data-module="govuk-button"'
        f' data-prevent-double-click="true">{escaped(tap.label)}{about}</button></form>'
    )


def draw_facts(facts: Iterable[Fact]) -> SafeString:
    """The pairs of a list "at a glance"."""
    pairs = []
    for fact in facts:
        label = escaped(fact.label)
        label = f'{LINK}{escaped(fact.url)}">{label}</a>' if fact.url else label
        value = draw_tag(fact.value, fact.tag) if fact.tag else escaped(fact.value)
        pairs.append(f"<div><dt>{label}</dt><dd>{value}</dd></div>")
    return mark_safe("".join(pairs))  # noqa: S308 - escaped


def draw_tab(tab: ShownTab) -> str:
    """A tab of a group, a setting or a person, with how many things wait behind it."""
    current = f' aria-current="{"page" if tab.is_page else "true"}"' if tab.is_current else ""
    waiting = ""
    if tab.waiting:
        waiting = f' ({tab.waiting}<span class="govuk-visually-hidden"> {escaped(_("waiting"))}</span>)'
    return f'<a class="app-tabs__link" href="{escaped(tab.url)}"{current}>{escaped(tab.label)}{waiting}</a>'


def draw_items(items: Iterable[str]) -> SafeString:
    """The items of a list, of HTML each."""
    return mark_safe("".join(f"<li>{item}</li>" for item in items))  # noqa: S308 - drawn above
