"""Entering, changing and removing the school holidays of an authority (G7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.meeting_actions import MeetingAction
from audit.services import record
from collaborations.services import refuse
from core.dates import Span, last_day
from core.saving import refuse_older_text, save_in_words
from core.scoping import current_authority_id
from core.text import one_line
from core.wording import date_in_words
from meetings.models.holidays import SchoolHoliday
from meetings.rules.holidays import Holiday, may_keep
from meetings.selectors import holidays as selectors


@transaction.atomic
def add_holidays(*, holidays: Sequence[Holiday], by: User) -> list[SchoolHoliday]:
    """Enter school holidays, all of them or none. What is entered just so already is passed over, so that a
    list pasted twice is entered once. Answers those that are new.

    Raises ValidationError at "starts_on" and "ends_on".
    """
    _take_turn()
    there = [selectors.as_rule(row) for row in selectors.every_holiday()]
    new = []
    for holiday in holidays:
        said = holiday._replace(name=one_line(holiday.name))
        if said in there:
            continue
        refuse(may_keep(said, there))
        assert said.span.end is not None  # noqa: S101 - may_keep refuses one that goes on
        row = SchoolHoliday(name=said.name, starts_on=said.span.start, ends_on=said.span.end)
        save_in_words(row)
        _record(MeetingAction.SCHOOL_HOLIDAY_ADDED, row, by=by)
        there.append(said)
        new.append(row)
    return new


@transaction.atomic
def change_holiday(
    *, holiday_id: int, seen: str, name: str, starts_on: date, ends_on: date, by: User
) -> SchoolHoliday:
    """Change a school holiday. Raises ValidationError at "starts_on" and "ends_on", for an older text, and
    where it was removed.
    """
    _take_turn()
    row = selectors.holiday_for_update(holiday_id)
    if row is None:
        raise ValidationError(_("Somebody has removed this school holiday meanwhile. Add it again."))
    said = Holiday(one_line(name), Span(starts_on, ends_on))
    if said == selectors.as_rule(row):
        return row
    refuse_older_text(seen=seen, mark=selectors.edition_of_holiday(row))
    refuse(may_keep(said, [selectors.as_rule(each) for each in selectors.every_holiday().exclude(pk=row.pk)]))
    before = row.name
    row.name, row.starts_on, row.ends_on = said.name, starts_on, ends_on
    save_in_words(row)
    _record(MeetingAction.SCHOOL_HOLIDAY_CHANGED, row, by=by, before=before)
    return row


@transaction.atomic
def remove_holiday(*, holiday_id: int, by: User) -> None:
    """Remove a school holiday. Removed already is removed."""
    row = selectors.holiday_for_update(holiday_id)
    if row is not None:
        _record(MeetingAction.SCHOOL_HOLIDAY_REMOVED, row, by=by)
        row.delete()


def _record(action: MeetingAction, row: SchoolHoliday, *, by: User, **facts: Any) -> None:
    first, last = date_in_words(row.starts_on), date_in_words(last_day(row.ends_on))
    record(action, about=row, by=by, first_day=first, last_day=last, **facts)


def _take_turn() -> None:
    """One after another within the authority: two that overlap are told so in words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('school holidays'), %s)", [current_authority_id()]
        )
