"""S8: every check of the money, run at night or when somebody asks; what newly fails is an alarm."""

from __future__ import annotations

from datetime import datetime, timedelta
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

#: Asked for again within this time by the same person, it is the same check.
AT_ONCE = timedelta(minutes=1)
#: So many are kept.
MAX_CHECKS = 100


@transaction.atomic
def check_money(*, at: datetime, by: User | None = None) -> MoneyCheck:
    """Run every check. Finance and the managers get an email when something fails that did not fail before.

    ``by`` is None for the timetable. Pressed twice it is one check: asked for within a minute by the same
    person, the newest is given.
    """
    before = MoneyCheck.objects.select_for_update(of=("self",)).first()
    if before is not None and by is not None and before.by_id == by.pk and at - before.at < AT_ONCE:
        return before
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
