"""Leading again after a positive re-inspection (L3). The closed case stays closed."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record, record_each
from core.text import several_lines
from leadership.models.cases import LeadershipCase
from leadership.models.steps import Reinstatement
from leadership.selectors import reinstatement as selectors
from leadership.selectors.sight import every_case


@transaction.atomic
@every_case()
def raise_reinstatements(*, on: date, at: datetime, by: User | None = None) -> int:
    """Ask the question of each closed case whose leader's setting has a new judgement with which it may lead.

    Once a case, ever; from published facts alone. Answers how many were raised.
    """
    cases = selectors.cases_to_raise(on=on)
    locked = LeadershipCase.objects.select_for_update(of=("self",)).filter(pk__in=cases, reinstatements=None)
    ids = list(locked.order_by("pk").values_list("pk", flat=True)) if cases else []
    Reinstatement.objects.bulk_create([Reinstatement(case_id=case, raised_at=at) for case in ids])
    record_each(Action.CASE_UPDATED, about=LeadershipCase, ids=ids, by=by)
    return len(ids)


@transaction.atomic
@every_case()
def discuss_reinstatement(
    *, case_id: int, discussed_on: date, is_reinstated: bool | None, words: str, by: User, at: datetime
) -> Reinstatement:
    """Record the conversation about leading again, and what was decided; None: it is still open.

    Raises ValidationError on a day to come, without words where it is decided, and when it is decided already.
    """
    row = (
        Reinstatement.objects.select_for_update(of=("self",))
        .select_related("case")
        .filter(case_id=case_id)
        .order_by("-raised_at", "-pk")
        .first()
    )
    if row is None or row.decided_at is not None:
        raise ValidationError(_("This is decided already."))
    if discussed_on > timezone.localdate(at):
        raise ValidationError({"discussed_on": _("The day must be today or in the past.")})
    row.discussed_on, row.words = discussed_on, several_lines(words)
    if is_reinstated is not None:
        if not row.words:
            raise ValidationError({"words": _("Say in a few words what you decided and why.")})
        row.is_reinstated, row.decided_at, row.decided_by = is_reinstated, at, by
    row.save()
    record(Action.CASE_STEP_RECORDED, about=row.case, by=by, confidential=True)
    return row
