"""Cells of a list by which somebody is reached: a number to tap, an address to write to.

A column of telephone numbers or email addresses shows its value by one of these; its sheet holds the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.tables.columns import Getter, getter
from core.telephones import to_dial
from core.wording import breakable

#: Between two in one cell, as in a sheet.
BETWEEN = "; "


def rings(path: str | Getter) -> Callable[[Any], SafeString | str]:
    """Shows the telephone number, or the several, that ``path`` reads; nothing where there is none."""
    return _each(path, lambda number: f"tel:{to_dial(number)}", "govuk-link app-nowrap")


def writes_to(path: str | Getter) -> Callable[[Any], SafeString | str]:
    """Shows the email address, or the several, that ``path`` reads; nothing where there is none."""
    return _each(path, lambda address: f"mailto:{address}", "govuk-link")


def _each(
    path: str | Getter, address: Callable[[str], str], classes: str
) -> Callable[[Any], SafeString | str]:
    read = getter(path)

    def show(row: Any) -> SafeString | str:
        texts = [text for text in str(read(row) or "").split(BETWEEN) if text]
        links = [
            format_html('<a class="{}" href="{}">{}</a>', classes, address(text), breakable(text))
            for text in texts
        ]
        return format_html_join(BETWEEN, "{}", ([link] for link in links)) if links else ""

    return show
