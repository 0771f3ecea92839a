"""A page as a person meets it: its title, its links and forms by their words, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
#: Elements in which nothing is a person's to read.
UNREAD = frozenset({"script", "style", "svg", "template"})
#: Where a link stands: the head and the foot are on every page, the rest is the page's own.
HEAD, FOOT, CRUMBS, TABS, MAIN = "head", "foot", "crumbs", "tabs", "main"
#: Landmarks of the admin's pages too, which have an element of their own for the head.
_BY_CLASS = {
    "app-head": HEAD,
    "govuk-template__footer": FOOT,
    "app-crumbs": CRUMBS,
    "breadcrumbs": CRUMBS,
    "govuk-breadcrumbs": CRUMBS,
    "app-tabs": TABS,
    "app-tabs-folded": TABS,
}


@dataclass(frozen=True, slots=True)
class Link:
    """``text`` is its name: all its words, those for screen readers too."""

    text: str
    href: str
    region: str


@dataclass(slots=True)
class Control:
    """A field of a form; ``value`` is what it sends as the page stands, None for nothing."""

    name: str
    kind: str
    value: str | None
    label: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Form:
    method: str
    action: str
    region: str
    controls: list[Control] = field(default_factory=list)
    #: Words of each button with the name and value that it sends.
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def values(self) -> dict[str, list[str]]:
        """What it sends as the page stands, without a button."""
        sent: dict[str, list[str]] = {}
        for control in self.controls:
            if control.name and control.value is not None:
                sent.setdefault(control.name, []).append(control.value)
        return sent


@dataclass(slots=True)
class Drawn:
    """A page that was drawn. ``title`` is that of the browser's tab, ``heading`` its first h1."""

    title: str = ""
    heading: str = ""
    text: str = ""
    links: list[Link] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)

    def of(self, *regions: str) -> Iterator[Link]:
        return (link for link in self.links if link.region in regions)

    @property
    def name(self) -> str:
        """The title without the product and the authority, as in a list of open tabs."""
        return self.title.split(" – Early years collaborations")[0].strip()


def drawn(html: str) -> Drawn:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.page.text = plain(" ".join(parser.words))
    for form in parser.page.forms:
        for control in form.controls:
            control.label = parser.labels.get(control.label, "")
    return parser.page


def plain(words: str) -> str:
    return " ".join(words.split())


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Drawn()
        self.words: list[str] = []
        self.labels: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self._texts: list[tuple[str, list[str], dict[str, str]]] = []
        self._form: Form | None = None
        self._forms_by_id: dict[str, Form] = {}
        self._unread = 0

    @property
    def _region(self) -> str:
        return next((region for _tag, region in reversed(self._open) if region), MAIN)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag not in VOID:
            classes = attrs.get("class", "").split()
            self._open.append((tag, next((_BY_CLASS[name] for name in classes if name in _BY_CLASS), "")))
        if tag in UNREAD:
            self._unread += 1
        if tag in ("a", "button", "h1", "title", "label", "textarea", "option", "legend"):
            self._texts.append((tag, [], attrs))
        if tag == "form":
            self._form = Form(
                attrs.get("method", "get").lower() or "get", attrs.get("action", ""), self._region
            )
            self.page.forms.append(self._form)
            if attrs.get("id"):
                self._forms_by_id[attrs["id"]] = self._form
        elif tag == "input":
            self._input(attrs)
        elif tag == "select" and (form := self._form_of(attrs)):
            form.controls.append(Control(attrs.get("name", ""), "select", None, attrs.get("id", "")))

    def _form_of(self, attrs: dict[str, str]) -> Form | None:
        return self._forms_by_id.get(attrs["form"]) if "form" in attrs else self._form

    def _input(self, attrs: dict[str, str]) -> None:
        form = self._form_of(attrs)
        if form is None:
            return
        kind = attrs.get("type", "text").lower()
        name, value = attrs.get("name", ""), attrs.get("value", "")
        if kind == "submit":
            form.buttons.append((plain(value), name, value))
        elif "disabled" not in attrs and kind not in ("button", "reset", "image"):
            if kind in ("checkbox", "radio"):
                sent = value or "on"
                control = Control(name, kind, sent if "checked" in attrs else None, attrs.get("id", ""))
                control.options = [(sent, "")]
            else:
                control = Control(name, kind, None if kind == "file" else value, attrs.get("id", ""))
            form.controls.append(control)

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        for _tag, words, _attrs in self._texts:
            words.append(data)
        if not self._texts or self._texts[0][0] != "title":
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD and self._unread:
            self._unread -= 1
        place = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at][0] == tag), None)
        region = self._region
        if place is not None:
            del self._open[place:]
        at = next((at for at in range(len(self._texts) - 1, -1, -1) if self._texts[at][0] == tag), None)
        if at is not None:
            _tag, words, attrs = self._texts[at]
            del self._texts[at:]
            self._close(tag, plain("".join(words)), "".join(words), attrs, region)
        if tag == "form":
            self._form = None

    def _close(self, tag: str, text: str, raw: str, attrs: dict[str, str], region: str) -> None:
        if tag == "a" and "href" in attrs:
            self.page.links.append(Link(attrs.get("aria-label") or text, attrs["href"], region))
        elif tag == "title" and not self.page.title:
            self.page.title = text
        elif tag == "h1" and not self.page.heading:
            self.page.heading = text
        elif tag == "label":
            self.labels[attrs.get("for", "")] = text
        elif tag == "button" and attrs.get("type", "submit") == "submit":
            if form := self._form_of(attrs):
                form.buttons.append(
                    (attrs.get("aria-label") or text, attrs.get("name", ""), attrs.get("value", ""))
                )
        elif tag == "textarea" and (form := self._form_of(attrs)):
            value = raw.removeprefix("\n")
            form.controls.append(Control(attrs.get("name", ""), "textarea", value, attrs.get("id", "")))
        elif tag == "option" and self._form and self._form.controls:
            self._option(text, attrs)

    def _option(self, text: str, attrs: dict[str, str]) -> None:
        control = self._form.controls[-1] if self._form else None
        if control is None or control.kind != "select":
            return
        value = attrs.get("value", text)
        control.options.append((value, text))
        if "selected" in attrs or len(control.options) == 1:
            control.value = value
