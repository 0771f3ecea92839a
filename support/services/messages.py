"""Messages of officers: written once, sent in the background, one email a person, each once whatever is
killed or tried again.

The claim is ``sent_at`` on the copy, committed with the sending. A worker killed between the two sends that
one email again under the same Message-ID, so a mailbox holds it once: more than that the mail's own protocol
does not allow.
"""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.scoping import authority_scope
from core.text import one_line, several_lines
from documents.services import jobs
from documents.services.outbox import enqueue
from support.emails import CopyOfMessage
from support.models import Message, MessageCopy
from support.selectors import messages

log = logging.getLogger(__name__)
#: So long the same message to the same groups is the button pressed twice.
TWICE = timedelta(minutes=10)
MAX_COLLABORATIONS = 1_000
#: What the mail server says of one address and not of itself: the others go on.
REFUSED_ADDRESS = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)


@transaction.atomic
def send_message(
    *, collaboration_ids: Collection[int], audience: str, subject: str, text: str, by: User, at: datetime
) -> Message:
    """Write to the leaders, or to the managers of all member
    settings, of some groups; everybody gets one email.

    Raises ValidationError when no group was chosen, too many were, nobody would get it, or it was sent a
    moment ago.
    """
    # Pressed twice: one after the other
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)
    groups = messages.chosen_collaborations(set(collaboration_ids))
    if not groups:
        raise ValidationError({"collaborations": _("Choose the collaborations to write to.")})
    if len(groups) > MAX_COLLABORATIONS:
        raise ValidationError(
            {
                "collaborations": _("Choose at most %(most)s collaborations at a time.")
                % {"most": MAX_COLLABORATIONS}
            }
        )
    people = list(
        messages.people_to_write_to(audience, [group.pk for group in groups], on=timezone.localdate(at))
    )
    if not people:
        raise ValidationError({"audience": _("Nobody would get this message.")})
    subject, text, about = one_line(subject), several_lines(text), ", ".join(group.name for group in groups)
    if messages.said_already(by=by, subject=subject, text=text, about=about, since=at - TWICE):
        raise ValidationError(_("You have sent this message to these collaborations a moment ago."))
    job = jobs.start_job(kind="message", title=subject, by=by, at=at, total=len(people))
    message: Message = Message.objects.create(
        subject=subject, text=text, audience=audience, about=about, sent_by=by, sent_at=at, job=job
    )
    jobs.point_to(
        job_id=job.pk, about=reverse("support:message", urlconf=settings.AUTHORITY_URLCONF, args=[message.pk])
    )
    MessageCopy.objects.bulk_create(
        MessageCopy(message=message, user=person, authority_id=message.authority_id) for person in people
    )
    record(Action.MESSAGE_SENT, about=message, by=by, people=len(people), collaborations=len(groups))
    enqueue("support.send_message_copies", message_id=message.pk)
    return message


def send_copies(*, message_id: int, authority_id: int, last_try: bool = False) -> None:
    """Send what is not sent yet, one copy a step.

    Two workers at once take different copies; a killed one is carried on from there.

    An address that the mail server refuses is left unsent and told in the job's log. When the server itself
    is away this raises, and the task is tried again; on the ``last_try`` the job says that it failed.
    """
    with authority_scope(authority_id):
        message = messages.message_by_id(message_id)
        if message is None or not jobs.begin(job_id=message.job_id, at=timezone.now()):
            return
    refused: list[int] = []
    try:
        while _send_next(message_id, message.job_id, authority_id, refused):
            pass
    except Exception:  # whatever the last try met, the job must not look as if it went on; it is raised again
        if last_try:
            with authority_scope(authority_id):
                jobs.fail(
                    job_id=message.job_id,
                    at=timezone.now(),
                    reason=_("The mail server could not be reached. We have been told."),
                )
        raise
    _finish(message_id, message.job_id, authority_id, refused)


def _send_next(message_id: int, job_id: int, authority_id: int, refused: list[int]) -> bool:
    """One copy with its claim. Answers False when there is none left to take."""
    with authority_scope(authority_id):
        copy = messages.next_copy(message_id, but=refused)
        if copy is None:
            return False
        line = ""
        if _is_taken(copy):
            copy.sent_at = timezone.now()
            copy.save(update_fields=["sent_at"])
        else:
            log.warning("a copy of message %s was refused by the mail server", message_id)
            refused.append(copy.pk)
            line = _("The mail server refused the address of %(person)s.") % {"person": copy.user}
        everybody, sent = messages.copies_counted(message_id)
        jobs.advance(job_id=job_id, done=sent, total=everybody, line=line)
        return True


def _is_taken(copy: MessageCopy) -> bool:
    """Send the copy. False where the mail server refuses its address, for good or for now."""
    try:
        return CopyOfMessage(copy_id=copy.pk).send_loaded(copy, authority=copy.authority) > 0
    except REFUSED_ADDRESS:
        return False


def _finish(message_id: int, job_id: int, authority_id: int, refused: Collection[int]) -> None:
    """End the job, unless another worker still has a copy in hand: then it ends it."""
    with authority_scope(authority_id):
        everybody, sent = messages.copies_counted(message_id)
        if sent + len(refused) < everybody:
            return
        words = ngettext("%(sent)s email was sent.", "%(sent)s emails were sent.", sent) % {"sent": sent}
        if refused:
            more = ngettext(
                "%(number)s could not be sent.", "%(number)s could not be sent.", len(refused)
            ) % {"number": len(refused)}
            jobs.fail(job_id=job_id, at=timezone.now(), reason=f"{words} {more}")
        else:
            jobs.finish(job_id=job_id, at=timezone.now(), result={"sent": sent}, message=words)
