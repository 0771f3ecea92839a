"""What an officer records of the conversation with a leader (L3): each deed is one entry, and moves the case on."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
from leadership.models.steps import CaseStep, CaseSupport
from leadership.rules.stages import Stage, refusals_to_move, refusals_to_talk
from leadership.rules.steps import Answer, StepKind
from leadership.selectors import steps as selectors
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case, derive_grants, open_case


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said of a conversation. ``agreed`` is what the leader reads too; ``words`` stay with the team."""

    on_day: date
    channel: str = ""
    agreed: str = ""
    words: str = ""
    preference: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Support that is offered, and what became of it."""

    answer: str
    planned_for: date | None = None
    given_on: date | None = None
    words: str = ""


@transaction.atomic
@every_case()
def record_contact(*, case_id: int, talk: Talk, by: User, at: datetime) -> CaseStep:
    """Record the first conversation: from now on the leader reads what was agreed.

    Raises ValidationError when the case is closed or stands elsewhere, or the day is still to come.
    """
    case = open_case(case_id)
    move_case(case, to=Stage.SUPPORT, at=at)
    step = _write(case, StepKind.CONTACT, talk, by=by, at=at)
    case.told_leader_at = case.told_leader_at or at
    case.save(update_fields=["told_leader_at"])
    derive_grants(case, on=timezone.localdate(at))
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return step


@transaction.atomic
@every_case()
def record_talk(
    *, case_id: int, talk: Talk, by: User, at: datetime, kind: StepKind = StepKind.TALK
) -> CaseStep:
    """Record another conversation, whatever the step; of kind SUCCESSION it opens the way to those who could
    lead.

    Raises ValidationError before the first conversation, and when the case is closed.
    """
    case = open_case(case_id)
    if refused := refusals_to_talk(Stage(case.stage)):
        raise ValidationError([reason.in_words(_) for reason in refused])
    step = _write(case, kind, talk, by=by, at=at)
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return step


@transaction.atomic
@every_case()
def correct_step(*, case_id: int, step_id: int, talk: Talk, by: User, at: datetime) -> CaseStep:
    """Correct an entry by a new one; the first one stays, and the page says that it is corrected.

    Raises ValidationError when somebody has corrected it already, or the case is closed.
    """
    case = open_case(case_id)
    wrong = selectors.step_in(case, step_id)
    if wrong is None:
        raise ValidationError(_("This entry has been corrected already. Correct the newer one."))
    step = _write(case, StepKind(wrong.kind), talk, by=by, at=at, corrects=wrong)
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return step


@transaction.atomic
@every_case()
def offer_support(
    *, case_id: int, kind: str, offered_on: date, offer: Offer, by: User, at: datetime
) -> CaseSupport:
    """Record what was offered. Where the case stood at this step, it goes on to the letter.

    Raises ValidationError before the first conversation, and when the case is closed.
    """
    case = open_case(case_id)
    if refused := refusals_to_talk(Stage(case.stage)):
        raise ValidationError([reason.in_words(_) for reason in refused])
    row = CaseSupport(case=case, kind=kind, by=by, at=at, offered_on=_not_ahead("offered_on", offered_on, at))
    _fill(row, offer, at=at)
    if case.stage == Stage.SUPPORT:
        move_case(case, to=Stage.LETTER, at=at)
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return row


@transaction.atomic
@every_case()
def skip_support(*, case_id: int, offered_on: date, words: str, by: User, at: datetime) -> CaseStep:
    """Record that the leader would like no support now; it can be offered at any time again."""
    case = open_case(case_id)
    move_case(case, to=Stage.LETTER, at=at)
    talk = Talk(
        on_day=offered_on,
        agreed=_("You would like no support at the moment. You can ask for it at any time."),
        words=words,
    )
    step = _write(case, StepKind.SUPPORT, talk, by=by, at=at, field="offered_on")
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return step


@transaction.atomic
@every_case()
def change_support(*, support_id: int, offer: Offer, by: User, at: datetime) -> CaseSupport:
    """Record what the leader said to an offer, the day that is planned, and the day on which it was given."""
    row = CaseSupport.objects.select_for_update(of=("self",)).get(pk=support_id)
    case = open_case(row.case_id)
    _fill(row, offer, at=at)
    record(Action.CASE_STEP_RECORDED, about=case, by=by, confidential=True)
    return row


@transaction.atomic
@every_case()
def record_stepped_down(*, case_id: int, talk: Talk, by: User, at: datetime) -> CaseStep:
    """Record that the leader has stepped down: the report is out, and the time in the collaboration has ended."""
    return _move_with_entry(case_id, Stage.STEPPED_DOWN, StepKind.STEPPED_DOWN, talk, by=by, at=at)


@transaction.atomic
@every_case()
def record_stays(*, case_id: int, talk: Talk, by: User, at: datetime) -> CaseStep:
    """Record that the leader stays, with why in words. What changes of the support is a page of its own."""
    return _move_with_entry(case_id, Stage.STAYS, StepKind.STAYS, talk, by=by, at=at)


@transaction.atomic
@every_case()
def hand_over_case(*, case_id: int, officer: User, words: str, by: User, at: datetime) -> LeadershipCase:
    """Give a case to another officer, with what they should know. Twice is once."""
    case = open_case(case_id)
    if case.assigned_to_id == officer.pk:
        return case
    talk = Talk(on_day=timezone.localdate(at), words=words)
    _write(case, StepKind.HAND_OVER, talk, by=by, at=at)
    return assign_case(case_id=case.pk, officer=officer, by=by, at=at)


def move_case(case: LeadershipCase, *, to: Stage, at: datetime) -> None:
    """Move a locked case on, or raise ValidationError with the rule's sentences."""
    today = timezone.localdate(at)
    if refused := refusals_to_move(to, selectors.standing_of(case, on=today)):
        raise ValidationError([reason.in_words(_) for reason in refused])
    case.stage, case.stage_since = to, today
    case.save(update_fields=["stage", "stage_since"])


def _move_with_entry(
    case_id: int, to: Stage, kind: StepKind, talk: Talk, *, by: User, at: datetime
) -> CaseStep:
    case = open_case(case_id)
    move_case(case, to=to, at=at)
    step = _write(case, kind, talk, by=by, at=at)
    record(Action.CASE_MOVED, about=case, by=by, confidential=True)
    return step


def _write(
    case: LeadershipCase,
    kind: StepKind,
    talk: Talk,
    *,
    by: User,
    at: datetime,
    corrects: CaseStep | None = None,
    field: str = "on_day",
) -> CaseStep:
    talk = replace(talk, agreed=several_lines(talk.agreed), words=several_lines(talk.words))
    _not_ahead(field, talk.on_day, at)
    return CaseStep.objects.create(
        case=case,
        kind=kind,
        on_day=talk.on_day,
        channel=talk.channel,
        agreed=talk.agreed,
        words=talk.words,
        preference=talk.preference,
        corrects=corrects,
        by=by,
        at=at,
    )


def _fill(row: CaseSupport, offer: Offer, *, at: datetime) -> None:
    if offer.given_on is not None:
        _not_ahead("given_on", offer.given_on, at)
        if offer.answer != Answer.YES:
            raise ValidationError(
                {"answer": _("Select yes if it was given, or take the day away on which it was given.")}
            )
    row.answer, row.planned_for, row.given_on = offer.answer, offer.planned_for, offer.given_on
    row.words = several_lines(offer.words)
    row.save()


def _not_ahead(field: str, day: date, at: datetime) -> date:
    if day > timezone.localdate(at):
        raise ValidationError({field: _("The day must be today or in the past.")})
    return day
