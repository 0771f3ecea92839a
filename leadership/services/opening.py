"""A case that an officer opens: an outcome told before it is published (O6), or another reason in words."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.text import several_lines
from leadership.models.cases import LeadershipCase
from leadership.rules.cases import Ground
from leadership.rules.stages import Stage
from leadership.selectors.sight import every_case
from leadership.services.cases import derive_grants
from leadership.services.outcomes import record_outcome
from memberships.models.members import LeaderAppointment
from memberships.selectors.days import leads_on
from ofsted.selectors.standing import relevant_judgements


@transaction.atomic
@every_case()
def open_case(
    *, appointment_id: int, inspected_on: date | None, words: str, by: User, at: datetime
) -> LeadershipCase:
    """Open a case of somebody who leads today. With the day of an inspection ``words`` are the outcome that was
    told and is not published yet; without one they are another reason.

    Whoever opens it has it. Where one is open already, at the same moment too, it is that one, and what was
    told is kept in it: its list stays as it is, so the caller asks whether the person may see it
    (decision 0079). Raises ValidationError when the person leads no longer or the inspection is still to come.
    """
    today = timezone.localdate(at)
    leads = LeaderAppointment.objects.filter(leads_on(today), pk=appointment_id)
    appointment = leads.select_for_update(of=("self",), no_key=True).select_related("membership").first()
    if appointment is None:
        raise ValidationError(
            {"leader": _("This person leads no collaboration today. Choose somebody else.")}
        )
    case = _open_one(appointment) or _made(
        appointment, ground=Ground.OTHER if inspected_on is None else Ground.TOLD, words=words, by=by, at=at
    )
    if inspected_on is not None:
        record_outcome(case_id=case.pk, inspected_on=inspected_on, outcome=words, by=by, at=at)
    return case


def _open_one(appointment: LeaderAppointment) -> LeadershipCase | None:
    open_cases = LeadershipCase.objects.filter(appointment=appointment, closed_at=None)
    return open_cases.select_for_update(of=("self",)).first()


def _made(
    appointment: LeaderAppointment, *, ground: Ground, words: str, by: User, at: datetime
) -> LeadershipCase:
    """A new case, or the one that a check has opened at the same moment."""
    today, provider_id = timezone.localdate(at), appointment.membership.provider_id
    case = LeadershipCase(
        appointment=appointment,
        ground=ground,
        # What counts today was known: the case waits for another inspection
        inspection_id=relevant_judgements([provider_id], on=today)[provider_id].inspection_id,
        reason=several_lines(words) if ground is Ground.OTHER else "",
        opened_at=at,
        opened_by=by,
        assigned_to=by,
        stage=Stage.CONTACT,
        stage_since=today,
    )
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError:
        there = _open_one(appointment)
        if there is None:
            raise
        return there
    derive_grants(case, on=today)
    record(Action.CASE_OPENED, about=case, by=by, confidential=True)
    return case
