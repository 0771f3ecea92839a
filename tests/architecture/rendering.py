"""Templates replaced by their names, and templates whose text is collected."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.template import base
from django.template.backends.django import Template
from django.utils.safestring import SafeString, mark_safe

from core.admin.site import OfficerSite


@contextmanager
def names_for_pages() -> Iterator[None]:
    """Each template renders as its name. It is still looked up, and the view still makes the context.

    The admin's frame (the list of all records, on every page) is made by no view, and left out as well.
    """

    def name(self: Any, context: Any = None, request: Any = None) -> SafeString:
        return mark_safe(str(self.template.name))

    def frame(self: Any, request: Any) -> dict[str, Any]:
        return {}

    with mock.patch.object(Template, "render", name), mock.patch.object(OfficerSite, "each_context", frame):
        yield


@contextmanager
def collected_texts() -> Iterator[list[str]]:
    """What each template renders meanwhile: pages, and what goes into PDFs and emails."""
    texts: list[str] = []
    render = Template.render

    def collect(self: Any, context: Any = None, request: Any = None) -> SafeString:
        text = render(self, context, request)
        texts.append(text)
        return text

    def without_signal(self: Any, context: Any) -> SafeString:
        """Django's own, which the test client replaces by one that copies every template's context."""
        return self.nodelist.render(context)

    with (
        mock.patch.object(Template, "render", collect),
        mock.patch.object(base.Template, "_render", without_signal),
    ):
        yield texts


def text_of(content: bytes) -> str:
    """A body as text; of a spreadsheet (a ZIP archive) the text of its parts."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    return content.decode("utf-8", errors="replace")
