"""What the lists of the admin show besides their rows: filters in words, and their orders as a select."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.contrib.admin.views.main import ORDER_VAR
from django.utils.dates import MONTHS
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from core.tables.pages import ORDERED, Choice
from core.wording import short_months

register = template.Library()
WHOLE_DAY = re.compile(r">(\d{1,2}) ([^\W\d_]+) (\d{4})(?=[,<])")


@register.filter
def short_cell(cell: SafeString) -> SafeString:
    """A cell that Django drew; one that holds a day has its month cut to three letters (``core.wording``)."""
    return mark_safe(WHOLE_DAY.sub(_cut, cell))  # noqa: S308 - of what is safe a word is cut


def _cut(found: re.Match[str]) -> str:
    names = {str(name): short for name, short in zip(MONTHS.values(), short_months(), strict=True)}
    return f">{found[1]} {names.get(found[2], found[2])} {found[3]}"


@register.simple_tag
def filters_in_words(cl: Any) -> list[str]:
    """What narrows the list: the words searched for, and each filter with its choice."""
    words = [f"“{cl.query}”"] if cl.query else []
    for spec in cl.filter_specs:
        chosen = [choice["display"] for choice in list(spec.choices(cl))[1:] if choice["selected"]]
        words += [f"{capfirst(str(spec.title))}: {', '.join(map(str, chosen))}"] if chosen else []
    return words


@register.simple_tag
def narrowing(cl: Any, specs: Any) -> bool:
    """Whether one of these filters is in use."""
    return any(choice["selected"] for spec in specs for choice in list(spec.choices(cl))[1:])


@register.simple_tag
def orders_of(cl: Any, headers: Any) -> list[Choice]:
    """Each order of the list, for the select that a phone has instead of headings."""
    asked = cl.params.get(ORDER_VAR, "")
    now = asked.split(".")[0]
    return [
        Choice(value, words % {"column": capfirst(str(header["text"]))}, value == now)
        for number, header in enumerate(headers)
        if header.get("sortable")
        for value, words in zip((str(number), f"-{number}"), ORDERED, strict=True)
    ]


@register.simple_tag
def other_parameters(cl: Any, *names: str) -> list[tuple[str, str]]:
    """What the address of the list holds besides these, for the hidden fields of a form."""
    parameters = {**cl.params, **({"q": cl.query} if cl.query else {})}
    flat = [(name, value[-1] if isinstance(value, list) else value) for name, value in parameters.items()]
    return [(name, value) for name, value in flat if name not in {*names, "p", "all", "e"}]
