"""PDF: the only caller of WeasyPrint.

Tagged PDF/UA-1 from our templates, with our fonts, and nothing fetched from anywhere.

Pango is loaded by the first document, so nothing but PDFs depends on it. Prefork workers only: the style
sheet and the font configuration are kept for the life of a process and are not made for threads.
"""

from __future__ import annotations

import atexit
import hashlib
import io
import mimetypes
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from core.addresses import parsed
from core.collector import without_collector
from core.text import with_line_ends

VARIANT = "pdf/ua-1"
STYLE_SHEET = "app/pdf.css"
FONT_FOLDER = "fonts"
READABLE = frozenset({".ttf", ".svg", ".png", ".jpg", ".css"})
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
PLAIN_COLOUR = "#1d70b8"
BOX = "□"
NOT_TEXT = frozenset({"Cc", "Cs", "Cn", "Co"})  # controls, surrogates, unassigned, private


class PdfUnavailable(RuntimeError):
    """This machine cannot make PDFs; the message says what to install."""


class RefusedAddress(ValueError):
    """A document asked for something that it may not read."""


class Enclosed(NamedTuple):
    """A file inside the document: what it is called there, what it is in words, its bytes, and since when it
    is there.
    """

    name: str
    words: str
    content: bytes
    at: datetime


class Engine(NamedTuple):
    """What is loaded once in a process and kept."""

    html: Any
    style_sheet: Any
    fonts: Any
    fetcher: Any


def document_html(template: str, context: Mapping[str, Any], *, authority: Any) -> str:
    """The document as HTML: a template that extends
    ``pdf/base.html``, with the authority's name and colour.
    """
    colour = str(getattr(authority, "brand_colour", ""))
    brand = {
        "authority_name": str(getattr(authority, "name", "")),
        "brand_colour": colour if COLOUR.match(colour) else PLAIN_COLOUR,
    }
    return render_to_string(template, {**context, **brand})


def fingerprint(html: str) -> str:
    """A hash of everything that a PDF is made from.

    The same hash is the same document, so it need not be made again.
    """
    digest = hashlib.sha256(_house_fingerprint())
    digest.update(html.encode())
    return digest.hexdigest()


def render(html: str, *, enclosed: Sequence[Enclosed] = ()) -> bytes:
    """The document as PDF/UA-1, with files inside. Raises PdfUnavailable where Pango is missing."""
    engine = _engine()
    target = io.BytesIO()
    with without_collector():
        document = engine.html(
            string=drawable(html), base_url=_folder().as_uri() + "/", url_fetcher=engine.fetcher
        )
        document.write_pdf(
            target,
            stylesheets=[engine.style_sheet],
            font_config=engine.fonts,
            pdf_variant=VARIANT,
            attachments=[_attachment(file) for file in enclosed] or None,
        )
    return target.getvalue()


def _attachment(file: Enclosed) -> Any:
    from weasyprint import Attachment

    return Attachment(
        file_obj=io.BytesIO(file.content),
        name=drawable(file.name),
        description=drawable(file.words),
        created=file.at,
        modified=file.at,
    )


def drawable(text: str) -> str:
    """The text with a box for each character that none of our fonts can draw, and without control characters.

    A letter without a glyph would make the file fail PDF/UA, and what the machine's own fonts hold differs by
    machine.
    """
    text = with_line_ends(text)
    known = _drawn_characters()
    strange = {letter for letter in set(text) if ord(letter) not in known and not _is_unseen(letter)}
    if not strange:
        return text
    return text.translate(
        {ord(letter): None if unicodedata.category(letter) in NOT_TEXT else BOX for letter in strange}
    )


def _is_unseen(letter: str) -> bool:
    return letter in "\n\r\t" or unicodedata.category(letter) in ("Cf", "Zs")


@cache
def _drawn_characters() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # comes with WeasyPrint

    drawn: set[int] = set()
    for path in sorted((_folder() / FONT_FOLDER).glob("*-Regular.ttf")):
        with TTFont(path, lazy=True) as font:
            drawn.update(font.getBestCmap())
    return frozenset(drawn)


def _folder() -> Path:
    return (Path(settings.BASE_DIR) / "static").resolve()


@cache
def _house_fingerprint() -> bytes:
    from importlib.metadata import version

    digest = hashlib.sha256(version("weasyprint").encode())
    for path in [_folder() / STYLE_SHEET, *sorted((_folder() / FONT_FOLDER).glob("*.ttf"))]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.digest()


@cache
def _engine() -> Engine:
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:  # what WeasyPrint raises when a shared library is missing
        raise PdfUnavailable(
            _(
                "PDFs cannot be made on this machine because Pango is missing. On Debian, install it with:"
                " %(command)s"
            )
            % {"command": "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"}
        ) from error
    fonts = FontConfiguration()
    fetcher = _closed_fetcher()
    style_sheet = CSS(filename=str(_folder() / STYLE_SHEET), font_config=fonts, url_fetcher=fetcher)
    atexit.register(_engine.cache_clear)  # Pango wants its fonts back before Python forgets how to give them
    return Engine(HTML, style_sheet, fonts, fetcher)


def _closed_fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class HouseFilesOnly(URLFetcher):
        """Reads the fonts and the application's static files from disk.

        No network, no other file, no redirect.
        """

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            path = allowed_path(url)
            content_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, body=path.read_bytes(), headers={"Content-Type": content_type})

    return HouseFilesOnly(allowed_protocols=("file",))


def allowed_path(url: str) -> Path:
    """The file behind an address inside our static folder. Raises RefusedAddress for every other address."""
    parts = parsed(url)
    if parts is None or parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise RefusedAddress("a document may read our own fonts and static files only")
    path = Path(unquote(parts.path)).resolve()
    if not path.is_relative_to(_folder()) or path.suffix not in READABLE or not path.is_file():
        raise RefusedAddress("a document may read our own fonts and static files only")
    return path
