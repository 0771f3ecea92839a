"""Which emails went to the people of an authority: for the page of a person."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.addresses import person_here_with_address
from core.mail import OutgoingEmail
from core.scoping import authority_id_or_none
from documents.models import SentEmail

MAX_SUBJECT, MAX_REFERENCE = 250, 200


def note_email(kind: str, email: OutgoingEmail, was_refused: bool) -> None:
    """Keep that an email went out, or that its address was refused, where its reader is a person of the
    authority in scope. Sent twice after a crash, it is kept once.
    """
    if authority_id_or_none() is None:
        return
    person = person_here_with_address(email.to)
    if person is None:
        return
    SentEmail.objects.update_or_create(
        person=person,
        kind=kind,
        reference=email.reference[:MAX_REFERENCE],
        defaults={
            "subject": email.subject[:MAX_SUBJECT],
            "at": timezone.now(),
            "was_refused": was_refused,
        },
    )


@transaction.atomic
def clear_sent_emails(*, before: datetime) -> int:
    """Forget what was sent long ago; answers how many."""
    number, _kinds = SentEmail.objects.filter(at__lt=before).delete()
    return number
