"""The time of a day as people write it: 2pm, 2.30 pm, 14:00, 1400, midday."""

from __future__ import annotations

import re
from datetime import time

_WRITTEN = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2})|(?P<joined>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?"
)
_NAMED = {"midday": time(12), "noon": time(12), "12 noon": time(12), "midnight": time(0)}


def read_time(text: str) -> time | None:
    """The time, None where nothing is written. Raises ValueError for what is no time of a day.

    "2" alone could be either half of the day, so it is refused; "14" is not.
    """
    text = " ".join(text.casefold().split())
    if not text:
        return None
    if text in _NAMED:
        return _NAMED[text]
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    hour, minute = int(match["hour"]), int(match["minute"] or match["joined"] or 0)
    half = (match["half"] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not (match["minute"] or match["joined"]) and hour <= 12:
        raise ValueError(text)
    if hour > 23 or minute > 59:
        raise ValueError(text)
    return time(hour, minute)
