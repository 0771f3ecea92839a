"""Asking the leaders about a draft (S2): asked by email, answered for each group, and what came of it."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.saving import edition_of, refuse_older_text, save_in_words
from core.text import several_lines
from core.wording import date_in_words
from documents.services.outbox import send_email
from supplement.emails.schemes import LeadersAsked
from supplement.models.consultation import SchemeAnswer, SchemeConsultation
from supplement.rules.scheme_faults import errors_of
from supplement.rules.scheme_states import Opinion, SchemeState, why_not_asked
from supplement.selectors import consultation as selectors
from supplement.selectors import schemes
from supplement.selectors.described import as_kept, described
from supplement.services.schemes import refuse_reason, writable


@transaction.atomic
def ask_leaders(*, scheme_id: int, asked: str, until_on: date, by: User, at: datetime) -> SchemeConsultation:
    """Ask every leader by email. What the draft says now is kept with the question. Pressed twice is once.

    Raises ValidationError at "asked" and "until_on", and while the draft has errors.
    """
    scheme = writable(scheme_id)
    existing = selectors.consultation_of(scheme)
    if existing is not None and (existing.asked, existing.until_on) == (several_lines(asked), until_on):
        return existing
    year = schemes.year_of(scheme)
    refuse_reason(why_not_asked(scheme.state, has_errors=bool(errors_of(schemes.faults_in(year)))))
    on = timezone.localdate(at)
    if until_on <= on:
        raise ValidationError({"until_on": _("The last day to answer must be after today")})
    if not several_lines(asked):
        raise ValidationError({"asked": _("Enter what you ask the leaders")})
    rows = list(
        selectors.leading(on=on)
        .order_by("membership__collaboration_id", "user_id")
        .values_list("user_id", "membership__collaboration_id")
        .distinct()
    )
    consultation = SchemeConsultation(
        scheme=scheme,
        asked=several_lines(asked),
        contents=as_kept(described(year)),
        until_on=until_on,
        asked_by=by,
        asked_at=at,
        groups=len({group for _user, group in rows}),
    )
    save_in_words(consultation)
    scheme.state = SchemeState.CONSULTED
    save_in_words(scheme, fields=["state"])
    for user_id, group in rows:
        send_email(LeadersAsked(user_id=user_id, consultation_id=consultation.pk, collaboration_id=group))
    record(
        Action.SCHEME_ASKED, about=scheme, by=by, number=consultation.groups, until=date_in_words(until_on)
    )
    return consultation


@transaction.atomic
def answer_consultation(
    *,
    scheme_id: int,
    collaboration: Collaboration,
    opinion: str,
    words: str,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> SchemeAnswer:
    """What a group says of a draft; said again until the last day it is changed.

    Raises ValidationError at "opinion" and "words", when another leader of the group has answered meanwhile,
    and when it can no longer be answered.
    """
    scheme = writable(scheme_id)
    consultation = selectors.consultation_of(scheme)
    if consultation is None or scheme.state != SchemeState.CONSULTED:
        raise ValidationError(_("Nobody is asked about this version."))
    if timezone.localdate(at) > consultation.until_on:
        day = date_in_words(consultation.until_on)
        raise ValidationError(_("Answers could be given until %(day)s.") % {"day": day})
    words = several_lines(words)
    if opinion != Opinion.AGREES and not words:
        raise ValidationError({"words": _("Say what you would like to be different")})
    before = selectors.answer_of(consultation, collaboration.pk)
    answer = before or SchemeAnswer(consultation=consultation, collaboration=collaboration)
    if before is not None and (before.opinion, before.words) == (opinion, words):
        return before  # pressed twice
    refuse_older_text(seen=seen, mark=mark_of_answer(before))
    answer.opinion, answer.words, answer.by, answer.at = opinion, words, by, at
    save_in_words(answer)
    record(
        Action.SCHEME_ANSWERED, about=scheme, by=by, collaboration=collaboration.name,
        answer=str(Opinion(opinion).label),
    )  # fmt: skip
    return answer


def mark_of_answer(answer: SchemeAnswer | None) -> str:
    """A mark that changes with what a group has said."""
    return edition_of(answer.opinion, answer.words) if answer else edition_of()


@transaction.atomic
def record_changes(
    *, scheme_id: int, changes: str, seen: str | None = None, by: User, at: datetime
) -> SchemeConsultation:
    """Record what came of the leaders' answers. Raises ValidationError at "changes"."""
    scheme = writable(scheme_id)
    consultation = selectors.consultation_of(scheme)
    if consultation is None:
        raise ValidationError(_("Ask the leaders first."))
    changes = several_lines(changes)
    if not changes:
        raise ValidationError(
            {"changes": _("Say what you changed after the answers, or why you changed nothing")}
        )
    if consultation.changes == changes:
        return consultation
    refuse_older_text(seen=seen, mark=edition_of(consultation.changes))
    consultation.changes, consultation.changes_by, consultation.changes_at = changes, by, at
    save_in_words(consultation, fields=["changes", "changes_by", "changes_at"])
    record(Action.SCHEME_OUTCOME_RECORDED, about=scheme, by=by)
    return consultation
