"""School holidays of the authority, and why schools are closed on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from core.dates import Span
from core.reasons import Reason
from core.saving import edition_of
from meetings.models.holidays import SchoolHoliday
from meetings.rules.bank_holidays import bank_holidays, bank_holidays_of
from meetings.rules.holidays import Holiday, why_closed


def every_holiday() -> QuerySet[SchoolHoliday]:
    """The school holidays, by their first day."""
    return SchoolHoliday.objects.order_by("starts_on", "pk")


def holiday_by_id(pk: int) -> SchoolHoliday | None:
    """One of the authority."""
    return SchoolHoliday.objects.filter(pk=pk).first()


def holiday_for_update(pk: int) -> SchoolHoliday | None:
    """The row, locked until the transaction ends; None where it was removed."""
    return SchoolHoliday.objects.select_for_update().filter(pk=pk).first()


def edition_of_holiday(holiday: SchoolHoliday) -> str:
    """A mark that changes with what the form shows."""
    return edition_of(holiday.name, holiday.starts_on, holiday.ends_on)


def as_rule(holiday: SchoolHoliday) -> Holiday:
    """As the rules read it."""
    return Holiday(holiday.name, Span(holiday.starts_on, holiday.ends_on))


def school_holidays(start: date, end: date) -> tuple[Holiday, ...]:
    """Those that have a day in ``[start, end)``. One query."""
    rows = every_holiday().filter(starts_on__lt=end, ends_on__gt=start)
    return tuple(as_rule(row) for row in rows)


def days_off(start: date, end: date) -> dict[str, object]:
    """What a plan of a year avoids in ``[start, end)``: bank holidays and school holidays."""
    return {
        "bank_holidays": bank_holidays(range(start.year, end.year + 1)),
        "school_holidays": school_holidays(start, end),
    }


def closed_on(day: date) -> Reason | None:
    """Why schools are closed on a day, by the name of the holiday; None when they are not. One query."""
    rows = every_holiday().filter(starts_on__lte=day, ends_on__gt=day)
    return why_closed(
        day, bank_holidays=bank_holidays_of(day.year), school_holidays=[as_rule(row) for row in rows]
    )
