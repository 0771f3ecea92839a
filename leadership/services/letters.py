"""L3: letters. The authority's words for each kind; writing, sending and posting one in a case.

A letter that is sent has its PDF, made in the same transaction as the step of the case and the email that
waits for the leader: sent twice, or killed between, it is sent once.
"""

from __future__ import annotations

import io
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.selectors import current_authority
from audit.rules.actions import Action
from audit.services import record
from core import pdf
from core.files import Kind, Purpose
from core.reasons import Reason
from core.text import one_line, several_lines
from documents.models import StoredFile
from documents.services import pdfs
from documents.services.outbox import send_email
from leadership.emails.leader import SomethingForYou
from leadership.models.cases import LeadershipCase
from leadership.models.letters import CaseLetter, LetterTemplate
from leadership.models.steps import CaseStep
from leadership.pdf import LETTER_NAME, LETTER_TEMPLATE, addressed_to, letter_context, reference_of
from leadership.rules import letters as rules
from leadership.rules.letters import LetterKind, Words
from leadership.rules.stages import Stage, stage_after_letter
from leadership.rules.steps import Channel, StepKind
from leadership.selectors import letters as selectors
from leadership.selectors.sight import every_case


def never_by_its_number(user: User, file: StoredFile) -> bool:
    """The page of the case, and the leader's own page, ask who may read it."""
    return False


#: Neutral by name too: a row of a file is seen by whoever keeps the database.
LETTERS = Purpose(
    "letter",
    may_read=never_by_its_number,
    label=LETTER_NAME,
    kinds=frozenset({Kind.PDF}),
    is_confidential=True,
)


# --- the authority's own words ------------------------------------------------------------------------------


@transaction.atomic
def change_words(*, kind: str, subject: str, body: str, by: User, at: datetime) -> Words:
    """Keep another version of the authority's words for a kind of letter. The same words change nothing.

    Raises ValidationError at "subject" or "body" for a field that stands for nothing, with its place.
    """
    words = Words(one_line(subject), several_lines(body))
    _refuse(rules.refusals_of_words(words.subject, words.body))
    if words == selectors.words_of(kind):
        return words
    _keep_words(kind, words, by=by, at=at)
    return words


@transaction.atomic
def use_shipped_words(*, kind: str, by: User, at: datetime) -> None:
    """From now on the shipped words again: an empty version, so that what was before stays to be read."""
    if selectors.own_version(kind) is not None:
        _keep_words(kind, Words("", ""), by=by, at=at)


def _keep_words(kind: str, words: Words, *, by: User, at: datetime) -> None:
    made = LetterTemplate.objects.create(
        kind=LetterKind(kind), subject=words.subject, body=words.body, by=by, at=at
    )
    record(
        Action.CASE_LETTERS_CHANGED,
        about=made,
        by=by,
        confidential=True,
        letter=str(LetterKind(kind).label),
    )


# --- letters of a case --------------------------------------------------------------------------------------


@transaction.atomic
def write_letter(*, case_id: int, kind: str, by: User, at: datetime) -> CaseLetter:
    """Begin a letter from the words of its kind, with all filled in that the case says. One that is being
    written already is that one.

    Raises ValidationError where the case stands elsewhere.
    """
    with every_case():
        case = LeadershipCase.objects.select_for_update(of=("self",)).get(pk=case_id)
        being_written = CaseLetter.objects.filter(case=case, kind=kind, sent_at=None).first()
        if being_written is not None:
            return being_written
        _refuse_kind(kind, case)
        words = selectors.words_of(kind)
        body = rules.LETTER_FIELDS.filled(words.body, selectors.values_for(case, officer=by))
        letter = CaseLetter.objects.create(
            case=case, kind=LetterKind(kind), subject=words.subject, body=body, by=by, at=at
        )
        record(Action.CASE_UPDATED, about=case, by=by, confidential=True)
        return letter


@transaction.atomic
def change_letter(*, letter_id: int, subject: str, body: str, by: User, at: datetime) -> CaseLetter:
    """Change the words of a letter that is not sent. Raises ValidationError for one that is."""
    with every_case():
        letter = selectors.letter_for_update(letter_id)
        if letter.sent_at is not None:
            raise ValidationError(_already_sent())
        before = (letter.subject, letter.body)
        letter.subject, letter.body = one_line(subject), several_lines(body)
        if before != (letter.subject, letter.body):
            letter.by, letter.at = by, at
            letter.save(update_fields=["subject", "body", "by", "at"])
            record(Action.CASE_UPDATED, about=letter.case, by=by, confidential=True)
        return letter


@transaction.atomic
def remove_letter(*, letter_id: int, by: User) -> None:
    """Throw a letter away that is not sent. Raises ValidationError for one that is."""
    with every_case():
        letter = selectors.letter_for_update(letter_id)
        if letter.sent_at is not None:
            raise ValidationError(_already_sent())
        case = letter.case
        letter.delete()
        record(Action.CASE_UPDATED, about=case, by=by, confidential=True)


@transaction.atomic
def send_letter(*, letter_id: int, by: User, at: datetime) -> CaseLetter:
    """Send a letter: the leader reads it on the own page, and a neutral email says that there is something
    to read. Sent again it is sent once.

    Raises ValidationError where something is not filled in or the case stands elsewhere;
    core.pdf.PdfUnavailable.
    """
    with every_case():
        letter, is_new = _settle_letter(letter_id, on=timezone.localdate(at), posted=False, by=by, at=at)
        if is_new:
            send_email(SomethingForYou(letter_id=letter.pk, user_id=letter.case.appointment.user_id))
        return letter


@transaction.atomic
def record_posted(*, letter_id: int, posted_on: date, by: User, at: datetime) -> CaseLetter:
    """Record that a letter was printed and posted. No email goes; the leader finds it on the own page too.

    Raises ValidationError at "posted_on" for a day to come, and as ``send_letter`` does.
    """
    if posted_on > timezone.localdate(at):
        raise ValidationError({"posted_on": _("The day must be today or in the past.")})
    with every_case():
        letter, _is_new = _settle_letter(letter_id, on=posted_on, posted=True, by=by, at=at)
        return letter


def _settle_letter(
    letter_id: int, *, on: date, posted: bool, by: User, at: datetime
) -> tuple[CaseLetter, bool]:
    """The letter as sent with its PDF and its step, and whether it was not before."""
    letter = selectors.letter_for_update(letter_id)
    if letter.sent_at is not None:
        return letter, False
    case = letter.case
    _refuse_kind(letter.kind, case)
    _refuse(rules.refusals_to_send(letter.subject, letter.body))
    letter.file = _stored(letter, on=on, at=at)
    letter.sent_at, letter.sent_by = at, by
    letter.save(update_fields=["file", "sent_at", "sent_by"])
    CaseStep.objects.create(
        case=case, kind=StepKind.LETTER, on_day=on, channel="" if posted else Channel.EMAIL, by=by, at=at
    )
    if case.stage == Stage.LETTER and letter.kind == LetterKind.EXPECTATION:
        case.stage = stage_after_letter(is_published=selectors.is_published(case))
        case.stage_since = timezone.localdate(at)
        case.save(update_fields=["stage", "stage_since"])
    record(Action.CASE_LETTER_SENT, about=case, by=by, confidential=True)
    return letter, True


def _stored(letter: CaseLetter, *, on: date, at: datetime) -> StoredFile:
    # The reference has the letter's number, so that two letters of the same words have a file each
    return pdfs.stored_pdf(
        template=LETTER_TEMPLATE,
        context=_document(letter, on=on),
        name=LETTER_NAME,
        purpose=LETTERS.identifier,
        by=None,
        at=at,
    )


def draft_pdf(letter: CaseLetter, *, on: date) -> io.BytesIO:
    """How a letter looks that is not sent, marked as a draft and not kept. Raises core.pdf.PdfUnavailable."""
    html = pdf.document_html(
        LETTER_TEMPLATE, _document(letter, on=on, mark=_("Draft")), authority=current_authority()
    )
    return io.BytesIO(pdf.render(html))


def example_pdf(words: Words, *, on: date) -> io.BytesIO:
    """How the words of a kind look with made-up data. Raises core.pdf.PdfUnavailable."""
    example = rules.EXAMPLE
    context = letter_context(
        subject=words.subject,
        body=rules.LETTER_FIELDS.filled(words.body, example),
        to=[example[rules.Field.LEADER], example[rules.Field.SETTING]],
        authority=current_authority(),
        on=on,
        reference=f"EY/{on.year}/0",
        mark=_("Example"),
    )
    return io.BytesIO(pdf.render(pdf.document_html(LETTER_TEMPLATE, context, authority=current_authority())))


def _document(letter: CaseLetter, *, on: date, mark: str = "") -> dict[str, object]:
    return letter_context(
        subject=letter.subject,
        body=letter.body,
        to=addressed_to(letter.case),
        authority=current_authority(),
        on=on,
        reference=reference_of(letter, on=on),
        mark=mark,
    )


def _refuse_kind(kind: str, case: LeadershipCase) -> None:
    if reasons := rules.refusals_to_write(LetterKind(kind), selectors.letter_facts(case)):
        raise ValidationError([reason.in_words(_) for reason in reasons])


def _refuse(reasons: dict[str, Reason]) -> None:
    if reasons:
        raise ValidationError({field: reason.in_words(_) for field, reason in reasons.items()})


def _already_sent() -> str:
    return _("This letter is sent. What was sent stays as it is: write another one.")
