"""Somebody who uses the pages as they are offered, and counts the clicks.

A click follows a link or presses a button of the page that the click before led to. Typing, choosing and opening what
is folded are no clicks.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client

from accounts.models import User
from tests.cast import sign_in
from tests.frame.pages import Drawn, Form, drawn

HOST = "http://testserver"
Typed = dict[str, Any]


class Reader:
    """Begins at home. ``page`` is what is open, ``clicks`` how many it took."""

    def __init__(self, person: User, slug: str = "larkshire") -> None:
        self.client = Client()
        sign_in(self.client, person)
        self.clicks = 0
        self.path, self.response = "", None
        self.page = Drawn()
        self._open(self.client.get(f"/{slug}/", follow=True), f"/{slug}/")

    def follow(self, text: str, *, region: str = "") -> Reader:
        """Follow the link of these words; several are fine where they lead to one address."""
        links = [link for link in self.page.links if link.text == text and region in ("", link.region)]
        links = links or [link for link in self.page.links if link.text.startswith(text)]
        hrefs = list(dict.fromkeys(link.href for link in links))
        assert hrefs, (
            f"{self.path} has no link “{text}”, but {sorted({link.text for link in self.page.links})}"
        )
        assert len(hrefs) == 1, f"{self.path} has several links “{text}”: {hrefs}"
        return self.visit(hrefs[0])

    def follow_to(self, ending: str) -> Reader:
        """Follow the one link whose address ends so: where the words hold a name that says nothing here."""
        hrefs = list(dict.fromkeys(link.href for link in self.page.links if link.href.endswith(ending)))
        assert len(hrefs) == 1, f"{self.path}: {len(hrefs)} links to …{ending}: {hrefs}"
        return self.visit(hrefs[0])

    def visit(self, href: str) -> Reader:
        self.clicks += 1
        address = urlsplit(urljoin(HOST + self.path, href))
        path = f"{address.path}?{address.query}" if address.query else address.path
        self._open(self.client.get(path, follow=True), path)
        return self

    def press(self, text: str, typed: Typed | None = None, *, action: str = "") -> Reader:
        """Press the button of these words in its form, filled in as the page has it and then as typed."""
        form, name, value = self._form_with(text, action)
        sent: dict[str, Any] = {**form.values(), **(typed or {})}
        unknown = set(typed or {}) - {control.name for control in form.controls}
        assert not unknown, f"{self.path} has no field {sorted(unknown)}: {self.fields(form)}"
        if name:
            sent[name] = value
        self.clicks += 1
        target = urlsplit(urljoin(HOST + self.path, form.action or self.path))
        if form.method == "get":
            self._open(self.client.get(target.path, sent, follow=True), target.path)
        else:
            path = f"{target.path}?{target.query}" if target.query else target.path
            self._open(self.client.post(path, sent, follow=True), path)
        return self

    def choice(self, name: str, label: str = "") -> str:
        """The value of a choice by its label, or the first one that is a choice at all."""
        found = [
            value
            for form in self.page.forms
            for control in form.controls
            if control.name == name
            for value, text in control.options
            if value and (label in text or (not text and label in control.label))
        ]
        assert found, f"{self.path} offers no “{label}” of {name}"
        return found[0]

    def fields(self, form: Form | None = None) -> list[str]:
        forms = [form] if form else self.page.forms
        return [control.name for each in forms for control in each.controls if control.name]

    def _form_with(self, text: str, action: str) -> tuple[Form, str, str]:
        found = [
            (form, name, value)
            for form in self.page.forms
            for words, name, value in form.buttons
            if words.startswith(text) and form.action.endswith(action)
        ]
        buttons = [words for form in self.page.forms for words, _name, _value in form.buttons]
        assert found, f"{self.path} has no button “{text}”, but {buttons}"
        return found[0]

    def _open(self, response: Any, path: str) -> None:
        self.response = response
        chain = getattr(response, "redirect_chain", [])
        self.path = chain[-1][0] if chain else path
        assert response.status_code == 200, f"{self.path}: {response.status_code}"
        is_page = not response.streaming and response.headers["Content-Type"].startswith("text/html")
        if response.streaming:
            b"".join(response.streaming_content)  # to its end, which closes the file
        self.page = drawn(response.text) if is_page else Drawn()

    @property
    def downloaded(self) -> str:
        """The kind of what came instead of a page."""
        response: Any = self.response
        kind = response.headers["Content-Type"].partition(";")[0]
        return "" if kind == "text/html" else kind

    def reads(self, *texts: str) -> Reader:
        for text in texts:
            assert text in self.page.text, f"{self.path} does not say “{text}”: {self.page.text[:3000]}"
        return self
