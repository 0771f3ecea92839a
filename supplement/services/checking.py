"""S8: every check of the money, run at night or when somebody asks; what newly fails is an alarm."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from accounts.selectors import people_with_role
from audit.rules.actions import Action
from audit.services import record
from documents.services.outbox import send_email
from supplement.emails.payments import MoneyAlarm
from supplement.models.checks import MoneyCheck
from supplement.selectors.invariants.all import CHECKS
from supplement.selectors.invariants.check import MAX_KEPT

#: So many are kept.
MAX_CHECKS = 100


@transaction.atomic
def check_money(*, at: datetime, by: User | None = None) -> MoneyCheck:
    """Run every check. Finance and the managers get an email when something fails that did not fail before.

    ``by`` is None for the timetable.
    """
    before = MoneyCheck.objects.first()
    results: dict[str, Any] = {}
    for check in CHECKS:
        failing = check.failing()
        if failing:
            results[check.name] = {"count": len(failing), "ids": failing[:MAX_KEPT]}
    row = MoneyCheck.objects.create(at=at, by=by, checks=len(CHECKS), failed=len(results), results=results)
    record(Action.MONEY_CHECKED, about=row, by=by, checks=len(CHECKS), failed=len(results))
    old = MoneyCheck.objects.order_by("-at", "-pk").values("pk")[MAX_CHECKS:]
    MoneyCheck.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()
    if set(results) - set(before.results if before else ()):
        for person in people_with_role(Role.FINANCE, Role.MANAGER, on=timezone.localdate(at)):
            send_email(MoneyAlarm(check_id=row.pk, user_id=person.pk))
    return row
