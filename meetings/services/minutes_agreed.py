"""The life of minutes (G5): sent to the members, corrected, agreed by a later meeting, and added to."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.saving import save_in_words
from core.text import one_line, several_lines
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.minutes import CorrectionAnswered, CorrectionProposed, MinutesAmended, MinutesReady
from meetings.models.agenda import AgendaItem
from meetings.models.minutes import Minutes, MinutesAmendment, MinutesCorrection, MinutesSent
from meetings.models.planning import Meeting
from meetings.rules.minutes import (
    Agreement,
    LaterMeeting,
    MinutesState,
    may_amend,
    may_correct,
    may_move,
    refusals_of_agreement,
)
from meetings.rules.moves import Actor
from meetings.rules.states import MeetingState
from meetings.selectors import minutes as selectors
from meetings.selectors import planning
from memberships.selectors.members import membership_of_provider
from providers.models import Provider


@transaction.atomic
def send_minutes(*, meeting_id: int, by: User, at: datetime) -> MinutesSent | None:
    """Send the minutes to the members; sent again, the email says only what changed.

    None where nothing has changed. Raises ValidationError before the meeting is recorded as held, without a
    text, and for agreed minutes.
    """
    meeting = planning.meeting_for_update(meeting_id)
    minutes = selectors.minutes_for_update(meeting)
    now = selectors.written_of(meeting)
    last = selectors.last_sending(minutes) if minutes else None
    changed = last is None or selectors.read(last.contents) != now
    if minutes is not None and minutes.state == MinutesState.CIRCULATED and not changed:
        return None
    today = timezone.localdate(at)
    facts = selectors.facts_of(meeting, text=now.text, changed=changed)
    refuse(may_move(facts, MinutesState.CIRCULATED, actor=Actor.ORGANISER, today=today))
    if minutes is None:  # the rule refuses minutes without a text
        raise ValidationError({NON_FIELD_ERRORS: _("Write the minutes first.")})
    sending = MinutesSent(minutes=minutes, at=at, by=by, contents=selectors.stored(now))
    save_in_words(sending)
    minutes.state, minutes.circulated_at, minutes.circulated_by = MinutesState.CIRCULATED, at, by
    save_in_words(minutes, fields=["state", "circulated_at", "circulated_by"])
    _record(Action.MINUTES_SENT, meeting, by)
    for person in planning.people_told(meeting.collaboration, on=today):
        send_email(MinutesReady(user_id=person.pk, by_id=by.pk, sending_id=sending.pk))
    return sending


@transaction.atomic
def propose_correction(
    *, meeting_id: int, item: AgendaItem | None, words: str, provider: Provider, by: User, at: datetime
) -> MinutesCorrection:
    """A member proposes a correction; whoever sent the minutes hears of it. The same one twice is one.

    Raises ValidationError at "words": for a draft, for agreed minutes, and for somebody of no member.
    """
    meeting = planning.meeting_for_update(meeting_id)
    minutes = selectors.minutes_for_update(meeting)
    today, words = timezone.localdate(at), several_lines(words)
    is_member = membership_of_provider(meeting.collaboration, provider.pk, on=today) is not None
    state = MinutesState(minutes.state) if minutes else MinutesState.DRAFT
    refuse(may_correct(state, is_member=is_member, words=words))
    same = MinutesCorrection.objects.filter(
        minutes=minutes, item=item, words=words, proposed_by=by, state=MinutesCorrection.State.OPEN
    ).first()
    if same is not None:
        return same
    correction = MinutesCorrection(minutes=minutes, item=item, words=words)
    correction.proposed_by, correction.proposed_for, correction.proposed_at = by, provider, at
    save_in_words(correction)
    _record(Action.MINUTES_CORRECTION_PROPOSED, meeting, by)
    organiser = minutes.circulated_by_id if minutes else None
    if organiser is not None and organiser != by.pk:
        send_email(CorrectionProposed(correction_id=correction.pk, user_id=organiser, by_id=by.pk))
    return correction


@transaction.atomic
def answer_correction(
    *, meeting_id: int, correction_id: int, takes_it: bool, answer: str, by: User, at: datetime
) -> MinutesCorrection:
    """Take a correction, or decline it with an answer. Who proposed it hears of it.

    Taking it changes no text: the organiser writes it. Answered already, nothing changes. Raises
    ValidationError at "answer" without a word why not, and once the minutes are agreed.
    """
    meeting = planning.meeting_for_update(meeting_id)
    minutes = selectors.minutes_for_update(meeting)
    correction = selectors.correction_in(minutes, correction_id) if minutes else None
    if minutes is None or correction is None:
        raise ValidationError({NON_FIELD_ERRORS: _("There is no such correction.")})
    if correction.state != MinutesCorrection.State.OPEN:
        return correction
    if minutes.state != MinutesState.CIRCULATED:
        raise ValidationError(
            {NON_FIELD_ERRORS: _("These minutes are agreed, so they cannot change. Add an amendment.")}
        )
    if not takes_it and not one_line(answer):
        raise ValidationError({"answer": _("Say why you do not take it.")})
    correction.state = MinutesCorrection.State.TAKEN if takes_it else MinutesCorrection.State.DECLINED
    correction.answer, correction.answered_by, correction.answered_at = one_line(answer), by, at
    save_in_words(correction, fields=["state", "answer", "answered_by", "answered_at"])
    _record(Action.MINUTES_CORRECTION_ANSWERED, meeting, by)
    if correction.proposed_by_id != by.pk:
        send_email(
            CorrectionAnswered(user_id=correction.proposed_by_id, by_id=by.pk, correction_id=correction.pk)
        )
    return correction


@transaction.atomic
def agree_minutes(
    *, meeting_id: int, at_meeting_id: int, agreement: Agreement | None, changes: str, by: User, at: datetime
) -> Minutes:
    """Record that a later meeting agreed the minutes of an earlier one. From then on nothing writes in them.

    ``changes``: what the meeting changed, in words. Recorded already, by the same meeting, nothing changes.
    Raises ValidationError at "agreement", "changes" and "meeting", while corrections wait, and where the text
    has changed since it was sent and was agreed as it was sent.
    """
    first, second = sorted((meeting_id, at_meeting_id))
    locked = {pk: planning.meeting_for_update(pk) for pk in (first, second)}  # in one order: no deadlock
    meeting, later = locked[meeting_id], locked[at_meeting_id]
    minutes = selectors.minutes_for_update(meeting)
    if minutes is not None and minutes.agreed_by_meeting_id == later.pk:
        return minutes
    refuse(
        [
            *may_move(
                selectors.facts_of(meeting),
                MinutesState.AGREED,
                actor=Actor.ORGANISER,
                today=timezone.localdate(at),
                at_meeting=_as_later(later, of=meeting),
            ),
            *refusals_of_agreement(agreement, changes),
        ]
    )
    if minutes is None or agreement is None:  # the rules refuse both
        raise ValidationError({NON_FIELD_ERRORS: _("Send the minutes to the members first.")})
    now = selectors.written_of(meeting)
    sending = selectors.last_sending(minutes)
    is_as_sent = sending is not None and selectors.read(sending.contents) == now
    if agreement is Agreement.AS_SENT and not is_as_sent:
        sentence = _(
            "The minutes have changed since you sent them. Send the corrected minutes first, or select “With changes”."
        )
        raise ValidationError({"agreement": sentence})
    if selectors.waiting_corrections(minutes):
        raise ValidationError({NON_FIELD_ERRORS: _("Answer each correction that members proposed first.")})
    minutes.state, minutes.agreed_by_meeting, minutes.agreement = MinutesState.AGREED, later, agreement
    minutes.agreement_changes = several_lines(changes) if agreement is Agreement.WITH_CHANGES else ""
    minutes.agreed_at, minutes.agreed_recorded_by = at, by
    minutes.contents = selectors.stored(now)
    save_in_words(minutes)
    day = date_in_words(later.on)
    record(Action.MINUTES_AGREED, about=meeting, by=by, collaboration=meeting.collaboration, day=day)
    return minutes


def _as_later(later: Meeting, *, of: Meeting) -> LaterMeeting | None:
    """The meeting as the rule takes it; None for one of another group."""
    if later.collaboration_id != of.collaboration_id:
        return None
    return LaterMeeting(later.on, later.starts_at, MeetingState(later.state))


@transaction.atomic
def amend_minutes(*, meeting_id: int, words: str, by: User, at: datetime) -> MinutesAmendment:
    """Add to agreed minutes what was learnt later; the members hear of it. Pressed twice is once.

    Raises ValidationError at "words".
    """
    meeting = planning.meeting_for_update(meeting_id)
    minutes = selectors.minutes_for_update(meeting)
    words = several_lines(words)
    refuse(may_amend(MinutesState(minutes.state) if minutes else MinutesState.DRAFT, words))
    last = MinutesAmendment.objects.filter(minutes=minutes).order_by("-number").first()
    if last is not None and last.words == words:
        return last
    amendment = MinutesAmendment(minutes=minutes, number=last.number + 1 if last else 1)
    amendment.words, amendment.by, amendment.at = words, by, at
    save_in_words(amendment)
    _record(Action.MINUTES_AMENDED, meeting, by)
    for person in planning.people_told(meeting.collaboration, on=timezone.localdate(at)):
        send_email(MinutesAmended(user_id=person.pk, by_id=by.pk, amendment_id=amendment.pk))
    return amendment


def _record(action: Action, meeting: Meeting, by: User) -> None:
    record(action, about=meeting, by=by, collaboration=meeting.collaboration)
