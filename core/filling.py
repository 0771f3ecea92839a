"""A page's form filled with what was typed before, in the page as it was drawn: any form of any app or
package.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple

Typed = Mapping[str, Sequence[str]]
#: Controls that hold nothing typed, and those that no page may be given by another.
UNFILLED = frozenset({"password", "file", "submit", "button", "reset", "image"})
TICKED = frozenset({"checkbox", "radio"})
FOREVER_NEW = frozenset({"csrfmiddlewaretoken", "typed_by"})


class Filled(NamedTuple):
    html: str
    #: Names of what was typed and found its place.
    placed: frozenset[str]


@dataclass
class Control:
    """A control, where its start tag stands, and where its content does."""

    tag: str
    attrs: dict[str, str | None]
    start: int
    end: int
    content_end: int = 0
    options: list[Control] = field(default_factory=list)
    text: str = ""

    @property
    def name(self) -> str:
        return self.attrs.get("name") or ""

    @property
    def kind(self) -> str:
        return (self.attrs.get("type") or "text").lower() if self.tag == "input" else self.tag

    @property
    def value(self) -> str:
        value = self.attrs.get("value")
        return (" ".join(self.text.split()) if self.tag == "option" else "on") if value is None else value


@dataclass
class PageForm:
    attrs: dict[str, str | None]
    controls: list[Control] = field(default_factory=list)

    def sends_to(self, path: str, page: str) -> bool:
        actions = [self.attrs.get(name) for name in ("action", "hx-post")]
        return any((action or page).partition("?")[0] == path for action in actions)

    def names(self) -> set[str]:
        return {control.name for control in self.controls if control.name and control.kind not in UNFILLED}


def filled(html: str, typed: Typed, *, sent_to: str, page: str) -> Filled:
    """The page with the typed texts in the form that was sent: the one of this address, or the likeliest.

    ``sent_to`` and ``page`` are paths. Passwords and files stay empty. A box that was not ticked is not
    ticked now.
    """
    parser = _Parser(html)
    wanted = set(typed) - FOREVER_NEW
    forms = [form for form in parser.forms if (form.attrs.get("method") or "").lower() == "post"]
    forms = [form for form in forms if form.names() & wanted]
    if not forms:
        return Filled(html, frozenset())
    form = max(
        forms, key=lambda form: (form.sends_to(sent_to, page), len(form.names() & wanted), -len(form.names()))
    )
    edits = sorted(_edits(form, typed), reverse=True)
    for start, end, text in edits:
        html = html[:start] + text + html[end:]
    return Filled(html, frozenset(form.names() & wanted))


def _edits(form: PageForm, typed: Typed) -> list[tuple[int, int, str]]:
    edits = []
    used: dict[str, int] = defaultdict(int)
    for control in form.controls:
        name, kind = control.name, control.kind
        if not name or name in FOREVER_NEW or kind in UNFILLED or "disabled" in control.attrs:
            continue
        values = typed.get(name, ())
        if kind in TICKED:
            edits.append((control.start, control.end, _tag(control, "checked", control.value in values)))
        elif kind == "select":
            if values:
                edits += [
                    (each.start, each.end, _tag(each, "selected", each.value in values))
                    for each in control.options
                ]
        elif used[name] < len(values):
            value = values[used[name]]
            used[name] += 1
            if kind == "textarea":
                edits.append((control.end, control.content_end, "\n" + escape(value)))
            else:
                drawn = {**control.attrs, "value": value}
                edits.append((control.start, control.end, _drawn(control.tag, drawn)))
    return edits


def _tag(control: Control, mark: str, is_on: bool) -> str:
    attrs = {name: value for name, value in control.attrs.items() if name != mark}
    return _drawn(control.tag, {**attrs, mark: None} if is_on else attrs)


def _drawn(tag: str, attrs: Mapping[str, str | None]) -> str:
    words = [name if value is None else f'{name}="{escape(value)}"' for name, value in attrs.items()]
    return f"<{' '.join([tag, *words])}>"


class _Parser(HTMLParser):
    """The forms of a page and the places of their controls."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.forms: list[PageForm] = []
        self._by_id: dict[str, PageForm] = {}
        self._strays: list[tuple[str, Control]] = []
        self._form: PageForm | None = None
        self._open: Control | None = None
        self._option: Control | None = None
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(html)
        self.close()
        for form_id, control in self._strays:
            if form_id in self._by_id:
                self._by_id[form_id].controls.append(control)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "form":
            self._form = PageForm(named)
            self.forms.append(self._form)
            if named.get("id"):
                self._by_id[str(named["id"])] = self._form
        elif tag in ("input", "textarea", "select"):
            start = self._place()
            control = Control(tag, named, start, start + len(self.get_starttag_text() or ""))
            if named.get("form"):
                self._strays.append((str(named["form"]), control))
            elif self._form is not None:
                self._form.controls.append(control)
            self._open = control if tag != "input" else self._open
        elif tag == "option" and self._open is not None:
            start = self._place()
            self._option = Control(tag, named, start, start + len(self.get_starttag_text() or ""))
            self._open.options.append(self._option)

    def handle_data(self, data: str) -> None:
        if self._option is not None:
            self._option.text += data

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(unescape(f"&#{name};"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "option":
            self._option = None
        elif tag in ("textarea", "select") and self._open is not None:
            self._open.content_end = self._place()
            self._open = self._option = None
