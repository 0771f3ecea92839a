"""Appointments that end: whoever it is about is told in time and when it is over, and so is who is to act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from accounts.models import can_work
from accounts.rules import Kind
from documents.services.outbox import send_emails_once
from memberships.emails.ending import AppointmentEnds
from memberships.selectors.telling import MODELS, Appointed, ends_for_good, people_to_act

#: An end is spoken of so many days before, and when it is over; nights that did not run are made up for.
AHEAD, MADE_UP_FOR = timedelta(days=30), timedelta(days=7)


def tell_of_appointments_that_end(*, on: date) -> int:
    """Ask for an email about each appointment that ends within 30 days of a day, or has just ended.

    Once for each end and each of the two occasions: run again it asks for nothing. Answers how many were
    asked for.
    """
    emails = []
    for is_ahead, until in ((1, on + AHEAD), (0, on)):
        for kind in Kind.SETTING_ROLE, Kind.LEADER, Kind.OFFICE:
            for row in _ending(MODELS[kind], until=until):
                facts: dict[str, Any] = {"row_id": row.pk, "ends_on": str(row.ends_on), "is_ahead": is_ahead}
                emails += [AppointmentEnds(kind=kind, user_id=pk, **facts) for pk in _to_tell(row, kind, on)]
    return send_emails_once(emails)


def _ending(model: Any, *, until: date) -> Iterator[Appointed]:
    place = "provider" if hasattr(model, "provider") else "membership__collaboration"
    rows = model.objects.filter(can_work(), ends_on__lte=until, ends_on__gt=until - MADE_UP_FOR)
    return (row for row in rows.select_related("user", place).order_by("pk") if ends_for_good(row))


def _to_tell(row: Appointed, kind: Kind, on: date) -> list[int]:
    """The person, and who is to act; 0 is the team's address, where nobody there can or the team appoints."""
    others = [person.pk for person in people_to_act(row, on=on)]
    return [row.user_id, *others] if others else [row.user_id, 0]
