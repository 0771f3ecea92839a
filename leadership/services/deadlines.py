"""How long each step may take, who is away, and gentle reminders (L3)."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from documents.services.outbox import send_emails_once
from leadership.emails.cases import CaseAssigned
from leadership.models.support import Away, StepDays
from leadership.rules.stages import haste_of
from leadership.selectors import steps as selectors
from leadership.selectors.sight import every_case


@transaction.atomic
def set_days(
    *,
    contact_days: int,
    support_days: int,
    letter_days: int,
    succession_days: int,
    remind_days: int,
    by: User,
) -> StepDays:
    """Set the authority's own numbers of days. They hold for open cases too. Twice is once."""
    values = {
        "contact_days": contact_days,
        "support_days": support_days,
        "letter_days": letter_days,
        "succession_days": succession_days,
        "remind_days": remind_days,
    }
    there = StepDays.objects.select_for_update(of=("self",)).first()
    if there is not None and all(getattr(there, name) == days for name, days in values.items()):
        return there
    row, _made = StepDays.objects.update_or_create(defaults=values)
    record(Action.CASE_DAYS_SET, about=row, by=by, details=dict(values))
    return row


@transaction.atomic
def record_away(*, user: User, starts_on: date, ends_on: date, by: User, at: datetime) -> Away:
    """Note the days on which somebody is away, ``[starts_on, ends_on)``: no case is given to them then.

    Raises ValidationError when it ends before it begins, or another time away overlaps.
    """
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if ends_on <= starts_on:
        raise ValidationError({"ends_on": _("The last day must be the same as or after the first day.")})
    if Away.objects.filter(user=user, starts_on__lt=ends_on, ends_on__gt=starts_on).exists():
        raise ValidationError({"starts_on": _("These days overlap with days that are noted already.")})
    row = Away.objects.create(user=user, starts_on=starts_on, ends_on=ends_on, by=by, at=at)
    record(Action.AWAY_RECORDED, about=row, by=by, person=row.user)
    return row


@transaction.atomic
def remove_away(*, away_id: int, by: User) -> None:
    """Take days away back that were noted. Twice is once."""
    row = Away.objects.select_for_update(of=("self",)).filter(pk=away_id).first()
    if row is not None:
        record(Action.AWAY_RECORDED, about=row, by=by, person=row.user)
        row.delete()


@transaction.atomic
@every_case()
def remind_of_cases(*, on: date) -> int:
    """Remind officers of steps that are due soon, and once more when the day is over.

    The email is the neutral one of a new task. Run twice, or killed and run again, it is asked for once.
    Answers how many were asked for.
    """
    remind = selectors.days_in_force().remind
    emails = []
    for case in selectors.due_cases(on=on):
        due = case.due_on  # type: ignore[attr-defined]
        occasion = f"{case.stage}-{case.stage_since:%Y-%m-%d}-{haste_of(due, on, remind)}"
        emails.append(CaseAssigned(case_id=case.pk, user_id=case.assigned_to_id or 0, assigned_at=occasion))
    return send_emails_once(emails)
