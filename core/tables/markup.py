"""The markup of a table that a template wrote: roles, the label of each cell, and what a card shows of it.

On a phone each row is a card (``static/app/app.css``, "Tables"). ``display: block`` takes a table's meaning
away, so the roles are written out. A cell bears its column's heading as ``data-label``, and what a
style sheet
cannot know about its content as a class: ``EMPTY`` (a card leaves it out), ``TAGGED`` (only a tag:
it stands in
the heading's line), ``ACTS`` (links and buttons: they stand at the foot, and on paper nowhere). Classes of a
heading that say something of its whole column (``ACTS``, ``SECOND``) are given to the column's cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

EMPTY, TAGGED, ACTS, SECOND = "app-none", "app-tagged", "app-acts", "app-second"
OF_COLUMN = frozenset({ACTS, SECOND})
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row"}
PIECE = re.compile(r"<(/?)(thead|tbody|tfoot|tr|th|td)\b([^>]*)>")
UNSAID = re.compile(r'<span (?:class="help"|aria-hidden="true")[^>]*>.*?</span>', re.DOTALL)
ELEMENT = re.compile(r"<[^>]*>")
CONTROL = re.compile(r"<(?:input|select|textarea|button|img|svg|form)\b")
CLASSES = re.compile(r'\bclass="([^"]*)"')
ONLY_A_TAG = re.compile(r'(?:<a\b[^>]*>\s*)?<strong class="govuk-tag[^>]*>[^<]*</strong>(?:\s*</a>)?')
#: A letter or number at the beginning, or just after an element.
SAYS = re.compile(r"(?:^|>)\s*\w")
NOTHING = frozenset({"", "–", "-"})


def words_of(html: str) -> str:
    """What a piece of HTML says, in one line and without its signs for the eye alone."""
    return " ".join(unescape(ELEMENT.sub(" ", UNSAID.sub("", html))).split())


def nature_of(html: str) -> str:
    """EMPTY, TAGGED or "" for the content of a cell."""
    if "<" not in html:
        return EMPTY if html.strip() in NOTHING else ""
    if ONLY_A_TAG.fullmatch(html.strip()):
        return TAGGED
    if SAYS.search(html) and not UNSAID.search(html):
        return ""
    return EMPTY if not CONTROL.search(html) and words_of(html) in NOTHING else ""


def with_classes(attributes: str, classes: list[str]) -> str:
    """The attributes of an element with more classes."""
    known = CLASSES.search(attributes)
    if known is None:
        return f'{attributes} class="{" ".join(classes)}"' if classes else attributes
    every = [*known[1].split(), *(name for name in classes if name not in known[1].split())]
    return f'{attributes[: known.start()]}class="{" ".join(every)}"{attributes[known.end() :]}'


def span_of(attributes: str) -> int:
    """Over how many columns a cell runs."""
    stated = re.search(r'\bcolspan="(\d+)"', attributes)
    return int(stated[1]) if stated else 1


@dataclass
class _Writing:
    """How far the table is written: its columns, the part that is being written, the column of the cell."""

    actions: str
    columns: list[tuple[str, list[str]]] = field(default_factory=list)
    part: str = "tbody"
    number: int = 0

    def cell(self, element: str, attributes: str, content: str) -> str:
        span = span_of(attributes)
        if self.part == "thead":
            words = words_of(content)
            classes = [
                name for name in (CLASSES.search(attributes) or ["", ""])[1].split() if name in OF_COLUMN
            ]
            if words == self.actions and ACTS not in classes:
                classes.append(ACTS)
            self.columns += [(words, classes)] * span
            return self.written(element, attributes, content, "columnheader", classes, "")
        label, classes = ("", []) if self.number >= len(self.columns) else self.columns[self.number]
        self.number += span
        is_heading = element == "th"
        role = "rowheader" if is_heading else "cell"
        if is_heading or span > 1 or self.part == "tfoot":
            label = ""
        nature = "" if is_heading else nature_of(content)
        return self.written(
            element, attributes, content, role, [*classes, nature] if nature else classes, label
        )

    def written(
        self, element: str, attributes: str, content: str, role: str, classes: list[str], label: str
    ) -> str:
        attributes = with_classes(attributes, classes)
        if "data-label=" not in attributes and label:
            attributes += f' data-label="{escape(label)}"'
        if "role=" not in attributes:
            attributes += f' role="{role}"'
        return f"<{element}{attributes}>{content}</{element}>"


def dressed(html: str, *, actions: str) -> str:
    """The parts of a table (thead, tbody, tfoot) with roles, labels and classes.

    ``actions`` is the heading of a column of actions. Cells hold no tables of their own.
    """
    writing, made, place = _Writing(actions), [], 0
    while found := PIECE.search(html, place):
        made.append(html[place : found.start()])
        is_end, element, attributes = bool(found[1]), found[2], found[3]
        place = found.end()
        if element in ("th", "td") and not is_end:
            end = html.index(f"</{element}>", place)
            made.append(writing.cell(element, attributes, html[place:end]))
            place = end + len(element) + 3
            continue
        if element == "tr":
            writing.number = 0
        elif not is_end:
            writing.part = element
        made.append(
            found[0]
            if is_end or "role=" in attributes
            else f'<{element}{attributes} role="{ROLES[element]}">'
        )
    made.append(html[place:])
    return "".join(made)
