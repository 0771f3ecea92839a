"""Reminding those who have not answered: by one tap, and by the timetable (W2)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from ways_of_working.models import WaysOfWorking
from ways_of_working.rules.agreement import to_be_asked
from ways_of_working.selectors.agreement import agreement_of, asked_in, versions_circulated
from ways_of_working.selectors.writing import version_for_update
from ways_of_working.services.terms_asking import Asked, ask


@transaction.atomic
def remind_members(*, ways_id: int, by: User, at: datetime) -> Asked:
    """One tap: every member that has not answered gets an email, unless it had one today.

    Raises ValidationError when the version waits for no answers, or everybody has answered.
    """
    ways = version_for_update(ways_id)
    if ways.state != WaysOfWorking.State.CIRCULATED or not ways.is_material:
        raise ValidationError(_("This version does not wait for answers."))
    silent = agreement_of(ways, on=timezone.localdate(at)).silent
    if not silent:
        raise ValidationError(_("Every member has answered. Nobody needs a reminder."))
    asked = ask(ways, [row.membership for row in silent], by=by, at=at)
    _record(ways, asked, by=by)
    return asked


@transaction.atomic
def remind_by_timetable(*, at: datetime) -> int:
    """The nightly turn of one authority: who joined since is asked too, and seven days, two days and the day
    before it is too late the silent ones are reminded. Answers how many members were written to; run again on
    the same day, it is none.
    """
    today, written = timezone.localdate(at), 0
    for found in versions_circulated():
        ways = version_for_update(found.pk)
        if ways.state != WaysOfWorking.State.CIRCULATED:
            continue
        silent = {row.membership.pk: row.membership for row in agreement_of(ways, on=today).silent}
        chosen = to_be_asked(silent.keys(), asked_in(ways), answer_by=ways.answer_by_on, today=today)
        asked = ask(
            ways, [membership for number, membership in silent.items() if number in chosen], by=None, at=at
        )
        _record(ways, asked, by=None)
        written += asked.now
    return written


def _record(ways: WaysOfWorking, asked: Asked, *, by: User | None) -> None:
    if asked.now:
        record(Action.TERMS_REMINDED, about=ways, by=by, number=asked.now, collaboration=ways.collaboration)
