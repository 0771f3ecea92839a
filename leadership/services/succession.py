"""Who leads next (L3): noted inside a case; asked once the report is out and it was talked over with the leader."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.text import several_lines
from leadership.models.cases import LeadershipCase
from leadership.models.steps import PossibleSuccessor
from leadership.rules.steps import Answer, refusals_to_contact
from leadership.selectors import steps as selectors
from leadership.selectors.sight import every_case
from leadership.services.cases import open_case
from memberships.models.members import Membership


@transaction.atomic
@every_case()
def note_successor(
    *, case_id: int, membership: Membership, user_id: int | None, words: str = "", by: User, at: datetime
) -> PossibleSuccessor:
    """Note somebody who might lead next, or a setting. Nobody is told of it. Twice is once."""
    case = open_case(case_id)
    wanted = (membership.pk, user_id)
    noted = {(row.membership_id, row.user_id): row for row in selectors.successors_of(case)}
    there = noted.get(wanted)
    if there is not None:
        return there
    row = PossibleSuccessor.objects.create(
        case=case,
        membership=membership,
        user_id=user_id,
        words=several_lines(words),
        noted_at=at,
        noted_by=by,
    )
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return row


@transaction.atomic
@every_case()
def remove_successor(*, successor_id: int, by: User, at: datetime) -> None:
    """Take somebody off the list who was not asked. Twice is once."""
    case, row = _locked(successor_id)
    if row.contacted_on is not None:
        raise ValidationError(_("This person was asked already. Record what they said instead."))
    if row.removed_at is None:
        row.removed_at = at
        row.save(update_fields=["removed_at"])
        record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)


@transaction.atomic
@every_case()
def contact_successor(
    *, successor_id: int, contacted_on: date, answer: str, by: User, at: datetime
) -> PossibleSuccessor:
    """Record that somebody was asked whether they would lead, and what they said. The first day stays.

    The case is locked, so that what it says of publication holds while this is written.

    Raises ValidationError before the report is out or before it was talked over with the leader (L3, O6), on
    a day to come, and when the person was taken off the list.
    """
    case, row = _locked(successor_id)
    refused = refusals_to_contact(
        is_published=selectors.is_published(case), is_talked_over=selectors.is_talked_over(case)
    )
    if refused:
        raise ValidationError([reason.in_words(_) for reason in refused])
    if row.removed_at is not None:
        raise ValidationError(_("This person is no longer on the list. Note them again first."))
    if contacted_on > timezone.localdate(at):
        raise ValidationError({"contacted_on": _("The day must be today or in the past.")})
    if row.contacted_on is None:
        row.contacted_on, row.contacted_by = contacted_on, by
    row.answer = Answer(answer)
    row.save(update_fields=["contacted_on", "contacted_by", "answer"])
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return row


def _locked(successor_id: int) -> tuple[LeadershipCase, PossibleSuccessor]:
    """The open case, then the person noted, always in this order: two who write at once wait for each other."""
    case = open_case(PossibleSuccessor.objects.only("case_id").get(pk=successor_id).case_id)
    return case, PossibleSuccessor.objects.select_for_update(of=("self",)).get(pk=successor_id)
