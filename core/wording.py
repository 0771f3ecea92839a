"""Values in words, the same on a page, in a sheet and in a mail: dates, times, money, yes and no."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core import money
from core.dates import last_day


def date_in_words(value: datetime.date | None) -> str:
    """21 November 2026 (of an instant: its date in London)."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = _local(value)
    return f"{value.day} {_months(get_language())[value.month - 1]} {value.year}"


@lru_cache(maxsize=8)
def _months(language: str | None) -> tuple[str, ...]:
    """The names of the months, kept: lists write thousands of dates,
    and Django's formatting costs ten times as much.
    """
    return tuple(str(MONTHS[number]) for number in range(1, 13))


def day_and_month(value: datetime.date | None) -> str:
    """21 November, for subjects of emails and for days of the coming weeks."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = _local(value)
    return f"{value.day} {_months(get_language())[value.month - 1]}"


def last_day_in_words(end: datetime.date | None) -> str:
    """The last day, of an end that is stored (the first day on which it no longer holds)."""
    return date_in_words(last_day(end))


def from_to_in_words(start: datetime.date, end: datetime.date | None) -> str:
    """from 1 September 2026 to 31 August 2027; without an end, from 1 September 2026."""
    words = {"start": date_in_words(start), "last": last_day_in_words(end)}
    return (_("from %(start)s to %(last)s") if end else _("from %(start)s")) % words


def short_date(value: datetime.date | None) -> str:
    """21 Nov 2026, for the columns of a table (of an instant: its date in London)."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = _local(value)
    return f"{value.day} {short_months()[value.month - 1]} {value.year}"


@lru_cache(maxsize=8)
def _short_months(language: str | None) -> tuple[str, ...]:
    return tuple(str(MONTHS_3[number]).capitalize() for number in range(1, 13))


def short_months() -> tuple[str, ...]:
    """Jan to Dec, in the language of whoever reads."""
    return _short_months(get_language())


def short_last_day(end: datetime.date | None) -> str:
    """The last day, of an end that is stored, for the columns of a table."""
    return short_date(last_day(end))


def short_instant(value: datetime.datetime | None) -> str:
    """21 Nov 2026, 5:30pm, for a column in which the time of day matters."""
    return "" if value is None else f"{short_date(value)}, {time_in_words(value)}"


def day_with_times(
    day: datetime.date | None, starts_at: datetime.time | None, ends_at: datetime.time | None
) -> str:
    """8 December 2026, 4pm to 6pm; the day alone without a time, and "" without a day."""
    if day is None or starts_at is None:
        return date_in_words(day)
    if ends_at is None:
        return _("%(day)s, %(time)s") % {"day": date_in_words(day), "time": time_in_words(starts_at)}
    facts = {"day": date_in_words(day), "from": time_in_words(starts_at), "until": time_in_words(ends_at)}
    return _("%(day)s, %(from)s to %(until)s") % facts


def time_in_words(value: datetime.time | datetime.datetime | None) -> str:
    """5:30pm, 9am, midday, midnight."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = _local(value)
    if value.minute == 0 and value.hour in (0, 12):
        return _("midday") if value.hour else _("midnight")
    hour = value.hour % 12 or 12
    half = _("pm") if value.hour >= 12 else _("am")
    return f"{hour}:{value.minute:02}{half}" if value.minute else f"{hour}{half}"


def instant_in_words(value: datetime.datetime | None) -> str:
    """21 November 2026 at 5:30pm."""
    if value is None:
        return ""
    return _("%(date)s at %(time)s") % {"date": date_in_words(value), "time": time_in_words(value)}


def duration_in_words(seconds: float) -> str:
    """How long something works: 10 minutes, 1 hour, 3 days; rounded down to what people count in."""
    minutes = int(seconds // 60)
    if minutes >= 48 * 60:
        days = minutes // (24 * 60)
        return ngettext("%(number)d day", "%(number)d days", days) % {"number": days}
    if minutes >= 60 and minutes % 60 == 0:
        hours = minutes // 60
        return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}


def pounds(pence: int | None) -> str:
    """Pence as pounds: £1,234 or £1,234.50; nothing as nothing."""
    return "" if pence is None else money.pounds(pence)


def in_words(value: Any) -> Any:
    """Any value as a page shows it. Text that is marked safe stays as it is."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime):
        return instant_in_words(value)
    if isinstance(value, datetime.date):
        return date_in_words(value)
    if isinstance(value, datetime.time):
        return time_in_words(value)
    return value


def in_short_words(value: Any) -> Any:
    """Any value as a cell of a table shows it: as ``in_words``, with short months."""
    if isinstance(value, datetime.datetime):
        return short_instant(value)
    return short_date(value) if isinstance(value, datetime.date) else in_words(value)


def listed(names: Iterable[Any]) -> str:
    """Several names in one cell, of a page and of a sheet: a name may hold a comma."""
    return "; ".join(map(str, names))


def in_a_row(names: Sequence[str]) -> str:
    """Several names within a sentence: "Acorns, Bluebells and Clover"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def breakable(text: str) -> SafeString:
    """A file's name or an address for a page: it may break after its
    punctuation, where it would otherwise break anywhere.
    """
    return mark_safe(re.sub(r"(?<=\w)([_.@/-]+)(?=\w)", r"\1<wbr>", html.escape(str(text))))  # noqa: S308 - escaped before


def escaped(value: Any) -> str:
    """As Django's conditional_escape, without the lazy wrapping that costs more than the escaping."""
    if type(value) is str:
        return html.escape(value)
    if isinstance(value, Promise):
        value = str(value)  # what a word is translated to, or drawn, may be marked safe
    return str(value.__html__()) if hasattr(value, "__html__") else html.escape(str(value))


def _local(value: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value
