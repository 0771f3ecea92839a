"""Where Ofsted says what it found at a setting."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

OFSTED_REPORTS: Final = "https://reports.ofsted.gov.uk/search"


def page_at_ofsted(urn: str) -> str:
    """The search of Ofsted's reports by a URN, which leads to the provider's page; empty without one."""
    return f"{OFSTED_REPORTS}?{urlencode({'q': urn})}" if urn else ""
