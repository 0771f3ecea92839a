"""The day on which what a case is about becomes public (O6): from then on the case may act outside itself."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from leadership.models.cases import LeadershipCase
from leadership.rules.stages import Stage
from leadership.selectors.sight import every_case


@transaction.atomic
def publish_case(
    case: LeadershipCase, *, published_on: date, by: User | None, at: datetime
) -> LeadershipCase:
    """Note in an open case that the report is out, and open the succession where the case waited for it.

    In the transaction of whatever brings the news, an officer or Ofsted's file; the first news counts, and
    a second one changes nothing. ``by`` is None where it is the product that finds it.
    """
    with every_case():
        case = LeadershipCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
        waited = case.stage == Stage.PUBLICATION
        if case.closed_at is not None or (case.published_on is not None and not waited):
            return case
        case.published_on = case.published_on or published_on
        if waited:
            case.stage, case.stage_since = Stage.SUCCESSION, timezone.localdate(at)
        case.save(update_fields=["published_on", "stage", "stage_since"])
        record(Action.CASE_MOVED, about=case, by=by, confidential=True)
        return case
