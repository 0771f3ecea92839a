"""Messages to many: sent in the background, one email a person, each once whatever is killed or tried again.

The claim is ``sent_at`` on the copy, committed with the sending. A worker killed between the two sends that
one email again under the same Message-ID, so a mailbox holds it once: more than that the mail's own protocol
does not allow.
"""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

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
from collaborations.selectors import collaboration_for_update
from core.scoping import authority_scope
from core.wording import in_a_row
from documents.services import jobs
from documents.services.outbox import enqueue
from memberships.selectors.reaching import Reached
from support.emails.messages import CopyOfGroupMessage, CopyOfMessage
from support.models import Message, MessageCopy
from support.rules import TEXT_FIELDS, TextName, refusals_to_write_to_members
from support.selectors import messages
from support.services.drafts import TWICE, own_draft

log = logging.getLogger(__name__)
MAX_COLLABORATIONS = 1_000
#: So many settings are named in the record of a message; of more their number.
MAX_NAMED = 20
#: What the mail server says of one address and not of itself: the others go on.
REFUSED_ADDRESS = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)


class LookAgain(ValidationError):
    """What would be sent is not what the person has looked at."""


@transaction.atomic
def send_message(*, message_id: int, seen: str = "", by: User, at: datetime) -> Message:
    """Send a draft; everybody gets one email. Pressed twice it is sent once.

    ``seen`` is ``selectors.messages.fingerprint_of`` what the person looked at, "" where nobody looked.
    Raises LookAgain when that is not what would go, and ValidationError when nobody would get it, the group
    may not write now, a field of the text would stand empty for somebody, or it was sent a moment ago.
    """
    User.objects.select_for_update(of=("self",), no_key=True).get(
        pk=by.pk
    )  # two drafts of one text: one waits
    known = messages.message_by_id(message_id)
    if known is not None and known.sent_by_id == by.pk:
        return known
    message = own_draft(message_id, by=by)
    today = timezone.localdate(at)
    refuse_group(message, at=at, lock=True)
    groups = messages.groups_of(message)
    if len(groups) > MAX_COLLABORATIONS:
        words = _("Choose at most %(most)s collaborations at a time.") % {"most": MAX_COLLABORATIONS}
        raise ValidationError({"collaborations": words})
    people = messages.people_reached(message, on=today)
    if seen and seen != messages.fingerprint_of(message, people):
        raise LookAgain(_("What is sent, or who gets it, has changed. Look at it again."))
    if problem := why_not(message, people):
        raise ValidationError(problem)
    about = _named(message, groups)
    if messages.said_already(message, about=about, since=at - TWICE):
        raise ValidationError(_("You have sent this message to the same people a moment ago."))
    title = message.subject
    if message.of_group is not None:
        title = _("Message to the members of %(group)s") % {"group": message.of_group}
    job = jobs.start_job(kind="message", title=title, by=by, at=at, total=len(people))
    message.about, message.sent_at, message.job = about, at, job
    message.collaboration_ids = [message.of_group_id] if message.of_group_id else groups
    message.save()
    jobs.point_to(job_id=job.pk, about=page_of(message))
    MessageCopy.objects.bulk_create(_copy_for(message, person) for person in people)
    _record(message, people, groups, by=by)
    enqueue("support.send_message_copies", message_id=message.pk)
    return message


def refuse_group(message: Message, *, at: datetime, lock: bool = False) -> None:
    """Raise ValidationError where a group may not write to its members now. Two senders: one waits."""
    group = message.of_group
    if group is None:
        return
    if lock:
        group = collaboration_for_update(group.pk)
    sent_today = messages.sent_on(group.pk, on=timezone.localdate(at))
    reasons = refusals_to_write_to_members(group_state=str(group.state), sent_today=sent_today)
    if reasons:
        raise ValidationError(reasons[0].in_words(_))


def why_not(message: Message, people: Sequence[Reached]) -> dict[str, str]:
    """Why a draft cannot go to these people, by the field of the form; empty when it can."""
    if not people:
        return {"audience": _("Nobody would get this message.")}
    groupless = [person.user for person in people if not person.groups]
    if groupless and TextName.GROUP in TEXT_FIELDS.used_in(message.text):
        words = ngettext(
            "{group} would stand empty for %(number)s person in no group: %(person)s. Take it out of the text.",
            "{group} would stand empty for %(number)s people in no group, for example %(person)s. Take it out of"
            " the text.",
            len(groupless),
        )
        return {"text": words % {"number": len(groupless), "person": groupless[0]}}
    return {}


def page_of(message: Message) -> str:
    """The address of a message's page, whoever asks."""
    urlconf = settings.AUTHORITY_URLCONF
    if message.of_group_id is None:
        return reverse("support:message", urlconf=urlconf, args=[message.pk])
    return reverse("support:group_message", urlconf=urlconf, args=[message.of_group_id, message.pk])


def _named(message: Message, groups: Sequence[int]) -> str:
    """To which groups or settings, by name; of many settings how many."""
    if message.of_group is not None:
        return str(message.of_group)
    if not message.setting_ids:
        return ", ".join(group.name for group in messages.chosen_collaborations(groups))
    chosen = messages.chosen_settings(message.setting_ids)
    if len(chosen) <= MAX_NAMED:
        return ", ".join(str(setting) for setting in chosen)
    return ngettext("%(number)s setting", "%(number)s settings", len(chosen)) % {"number": len(chosen)}


def _copy_for(message: Message, person: Reached) -> MessageCopy:
    return MessageCopy(
        message=message,
        user=person.user,
        authority_id=message.authority_id,
        setting_names=in_a_row(person.settings),
        group_names=in_a_row(person.groups),
    )


def _record(message: Message, people: Sequence[Reached], groups: Sequence[int], *, by: User) -> None:
    """Of a group's own message neither words nor files: more people read the audit log than are in the group."""
    if message.of_group is not None:
        record(Action.MEMBERS_WRITTEN_TO, about=message.of_group, by=by, people=len(people))
    elif message.setting_ids:
        number = len(message.setting_ids)
        record(Action.MESSAGE_TO_SETTINGS_SENT, about=message, by=by, people=len(people), settings=number)
    else:
        record(Action.MESSAGE_SENT, about=message, by=by, people=len(people), collaborations=len(groups))


def send_copies(*, message_id: int, authority_id: int, last_try: bool = False) -> None:
    """Send what is not sent yet, one copy a step.

    Two workers at once take different copies; a killed one is carried on from there.

    An address that the mail server refuses is left unsent and told in the job's log; so is a person who was
    blocked or is no longer one of those whom the message is for. When the server itself is away this raises,
    and the task is tried again; on the ``last_try`` the job says that it failed.
    """
    with authority_scope(authority_id):
        message = messages.message_by_id(message_id)
        if (
            message is None
            or message.job_id is None
            or not jobs.begin(job_id=message.job_id, at=timezone.now())
        ):
            return
        job_id = message.job_id
    try:
        while _send_next(message_id, job_id, authority_id):
            pass
    except Exception:  # whatever the last try met, the job must not look as if it went on; it is raised again
        if last_try:
            with authority_scope(authority_id):
                jobs.fail(
                    job_id=job_id,
                    at=timezone.now(),
                    reason=_("The mail server could not be reached. We have been told."),
                )
        raise
    _finish(message_id, job_id, authority_id)


def _send_next(message_id: int, job_id: int, authority_id: int) -> bool:
    """One copy with its claim. Answers False when there is none left to take."""
    with authority_scope(authority_id):
        copy = messages.next_copy(message_id)
        if copy is None:
            return False
        line = ""
        now = timezone.now()
        if not messages.still_for(copy, on=timezone.localdate(now)):
            copy.left_out_at = now
            line = _("%(person)s is no longer one of those whom this is for.") % {"person": copy.user}
        elif _is_taken(copy):
            copy.sent_at = timezone.now()
        else:
            log.warning("a copy of message %s was refused by the mail server", message_id)
            copy.refused_at = now
            line = _("The mail server refused the address of %(person)s.") % {"person": copy.user}
        copy.save(update_fields=["sent_at", "refused_at", "left_out_at"])
        message = messages.message_by_id(message_id)
        if message is not None:
            jobs.advance(job_id=job_id, done=message.sent, total=message.people, line=line)  # type: ignore[attr-defined]
        return True


def _is_taken(copy: MessageCopy) -> bool:
    """Send the copy. False where the mail server refuses its address, for good or for now."""
    kind = CopyOfMessage if copy.message.of_group_id is None else CopyOfGroupMessage
    try:
        return kind(copy_id=copy.pk).send_loaded(copy, authority=copy.authority) > 0
    except REFUSED_ADDRESS:
        return False


def _finish(message_id: int, job_id: int, authority_id: int) -> None:
    """End the job, unless another worker still has a copy in hand: then it ends it."""
    with authority_scope(authority_id):
        message = messages.message_by_id(message_id)
        if message is None:
            return
        row: Any = message
        if row.sent + row.refused + row.left_out < row.people:
            return
        words = [
            ngettext("%(sent)s email was sent.", "%(sent)s emails were sent.", row.sent) % {"sent": row.sent}
        ]
        if row.left_out:
            words.append(
                ngettext("%(number)s person was left out.", "%(number)s people were left out.", row.left_out)
                % {"number": row.left_out}
            )
        if row.refused:
            words.append(
                ngettext("%(number)s could not be sent.", "%(number)s could not be sent.", row.refused)
                % {"number": row.refused}
            )
            jobs.fail(job_id=job_id, at=timezone.now(), reason=" ".join(words))
        else:
            jobs.finish(job_id=job_id, at=timezone.now(), result={"sent": row.sent}, message=" ".join(words))
