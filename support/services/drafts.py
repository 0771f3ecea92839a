"""Drafts of messages: kept from the first "Continue", with their files, looked at, tried out, thrown away.

A draft is its writer's alone and changes nothing for anybody, so the audit log does not hold it; what is sent
is recorded (``support.services.messages``). Names of files in a group's own message are for the group: they
are stored under a name that says nothing, as its documents are (decisions 0013 and 0050).
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.files import Checked, Purpose, RefusedFile, check_file
from core.saving import save_in_words
from core.text import one_line, several_lines
from documents.models import StoredFile
from documents.services import files as stored_files
from documents.services.outbox import send_emails_once
from memberships.rules.reaching import AT_SETTINGS
from support.emails.messages import MessageTried
from support.models import Message, MessageFile, MessageTemplate
from support.rules import MAX_FILES_BYTES, refusals_of_text, refusals_to_attach
from support.selectors import messages

#: So long the same text to the same groups is the button pressed twice.
TWICE = timedelta(minutes=10)
MAX_TEMPLATES = 50  # of one person


def may_read_by_its_number(user: User, file: StoredFile) -> bool:
    """Never by the file's own address: the message's page asks who may."""
    return False


MESSAGE_FILES = Purpose(
    "message_file",
    may_read=may_read_by_its_number,
    label=gettext_lazy("File of a message"),
    most_bytes=MAX_FILES_BYTES,
    ending_must_fit=True,
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent: its bytes, and the name that the person gave it."""

    file: BinaryIO
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """To whom: values of ``Message.Audience``, in groups or at settings; with ``of_group``, in that group."""

    audiences: Sequence[str] = ()
    all_collaborations: bool = False
    collaboration_ids: Collection[int] = field(default_factory=tuple)
    setting_ids: Collection[int] = field(default_factory=tuple)
    of_group: Collaboration | None = None

    def columns(self) -> dict[str, Any]:
        of_group = self.of_group
        order = list(Message.Audience.values)
        return {
            "audience": " ".join(sorted(set(self.audiences), key=order.index)),
            "all_collaborations": self.all_collaborations,
            "collaboration_ids": [] if self.all_collaborations else sorted(set(self.collaboration_ids)),
            "setting_ids": sorted(set(self.setting_ids)),
            "of_group_id": of_group.pk if of_group is not None else None,
        }


@transaction.atomic
def keep_draft(
    *,
    addressed: Addressed,
    subject: str,
    text: str,
    uploads: Sequence[Upload] = (),
    person_ids: Collection[int] = (),
    by: User,
    at: datetime,
) -> Message:
    """Begin a message. The same button pressed twice makes one draft.

    Raises ValidationError at its field where nobody is chosen, the text or the subject holds a field that
    there is not, or a file is refused.
    """
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)  # pressed twice: one waits
    addressed = _possible(addressed, subject, text)
    message = Message(
        **addressed.columns(),
        subject=one_line(subject),
        text=several_lines(text),
        person_ids=sorted(set(person_ids)),
        sent_by=by,
        written_at=at,
    )
    same = messages.same_draft(message, within=TWICE, at=at)
    if same is not None:
        message = same
    else:
        save_in_words(message)
    _attach(message, uploads, by=by, at=at)
    return message


@transaction.atomic
def change_draft(
    *,
    message_id: int,
    addressed: Addressed,
    subject: str,
    text: str,
    uploads: Sequence[Upload] = (),
    without: Collection[int] = (),
    by: User,
    at: datetime,
) -> Message:
    """Write a draft anew; ``without`` are ids of its files that are taken out.

    Raises ValidationError as ``keep_draft`` does, and for a message that was sent meanwhile.
    """
    message = own_draft(message_id, by=by)
    addressed = _possible(addressed, subject, text)
    for name, value in addressed.columns().items():
        setattr(message, name, value)
    message.subject, message.text, message.written_at = one_line(subject), several_lines(text), at
    save_in_words(message)
    for row in messages.files_of(message):
        if row.pk in set(without):
            _take_out(row)
    _attach(message, uploads, by=by, at=at)
    return message


@transaction.atomic
def discard_draft(*, message_id: int, by: User) -> None:
    """Throw a draft away, with its files. Pressed twice it is done once."""
    message = messages.draft_for_update(message_id)
    if message is None:
        return
    message = own_draft(message_id, by=by)
    for row in messages.files_of(message):
        _take_out(row)
    message.delete()


def remove_old_drafts(*, before: datetime) -> int:
    """Throw away, with their files, the drafts that nobody changed since an instant; answers how many.

    Each is a step of its own, and one that is written or sent meanwhile stays.
    """
    removed = 0
    for message_id in list(messages.drafts_untouched_since(before).values_list("pk", flat=True)):
        with transaction.atomic():
            message = messages.draft_for_update(message_id)
            if (
                message is None
                or message.sent_at
                or message.written_at is None
                or message.written_at >= before
            ):
                continue
            for row in messages.files_of(message):
                _take_out(row)
            message.delete()
            removed += 1
    return removed


@transaction.atomic
def write_again(*, message_id: int, copy_ids: Collection[int] | None, by: User, at: datetime) -> Message:
    """A draft of the same words to some of those whom a message was for; None: to all who do not have it.

    Whoever is not one of them any more is not reached. Raises ValidationError where nobody is chosen.
    """
    message = messages.message_by_id(message_id)
    if message is None:
        raise Message.DoesNotExist
    rows = messages.without_it(message) if copy_ids is None else messages.copies_of(message)
    if copy_ids is not None:
        rows = rows.filter(pk__in=copy_ids)
    person_ids = list(rows.order_by().values_list("user_id", flat=True))
    if not person_ids:
        raise ValidationError(_("Tick the people to write to again."))
    nowhere = message.of_group_id is None and not message.setting_ids and not message.collaboration_ids
    draft = keep_draft(
        addressed=Addressed(
            audiences=message.audiences,
            all_collaborations=nowhere,  # sent before it was kept to which groups
            collaboration_ids=message.collaboration_ids,
            setting_ids=message.setting_ids,
            of_group=message.of_group,
        ),
        subject=message.subject,
        text=message.text,
        person_ids=person_ids,
        by=by,
        at=at,
    )
    held = {row.file_id for row in messages.files_of(draft)}
    for row in messages.files_of(message):
        if row.file_id not in held:
            MessageFile.objects.create(message=draft, file=row.file, name=row.name)
    return draft


@transaction.atomic
def try_out(*, message_id: int, by: User, at: datetime) -> None:
    """Send a draft to its writer, as the first of its readers would get it. Once a minute."""
    message = own_draft(message_id, by=by)
    minute = at.replace(second=0, microsecond=0)
    send_emails_once([MessageTried(message_id=message.pk, user_id=by.pk, asked_at=minute.isoformat())])


# --- templates ---------------------------------------------------------------------------------------------


@transaction.atomic
def keep_template(*, message_id: int, name: str, for_team: bool, by: User, at: datetime) -> MessageTemplate:
    """Keep the words of a draft under a name; the person's own one of that name is written over.

    Raises ValidationError at "name" where it is empty or too long, or there are fifty already.
    """
    message = own_draft(message_id, by=by)
    name = one_line(name)
    own = MessageTemplate.objects.filter(person=by)
    if not name:
        raise ValidationError({"name": _("Enter a name for the template")})
    if len(name) > MessageTemplate._meta.get_field("name").max_length:  # type: ignore[operator]
        raise ValidationError({"name": _("The name must be 60 characters or fewer")})
    if own.exclude(name=name).count() >= MAX_TEMPLATES:
        words = _("You have %(most)s templates. Remove one first") % {"most": MAX_TEMPLATES}
        raise ValidationError({"name": words})
    kept, _made = MessageTemplate.objects.update_or_create(
        person=by,
        name=name,
        defaults={
            "subject": message.subject,
            "text": message.text,
            "for_team": for_team and message.of_group_id is None,
            "kept_at": at,
        },
    )
    record(Action.MESSAGE_TEMPLATE_KEPT, about=kept, by=by, for_team=kept.for_team)
    return kept


@transaction.atomic
def remove_template(*, template_id: int, by: User) -> None:
    """Remove a template of one's own. Raises MessageTemplate.DoesNotExist, also for one of somebody else."""
    kept = MessageTemplate.objects.get(pk=template_id, person=by)
    record(Action.MESSAGE_TEMPLATE_REMOVED, about=kept, by=by)
    kept.delete()


# --- parts -------------------------------------------------------------------------------------------------


def own_draft(message_id: int, *, by: User) -> Message:
    """The draft, locked. Raises ValidationError where it has gone, is somebody else's, or was sent."""
    message = messages.draft_for_update(message_id)
    if message is None or message.sent_by_id != by.pk:
        raise ValidationError(_("This draft is not there any more."))
    if message.sent_at is not None:
        raise ValidationError(_("This message has been sent already. Write a new one."))
    return message


def _possible(addressed: Addressed, subject: str, text: str) -> Addressed:
    """The groups and settings that are there. Raises ValidationError where it cannot be written so."""
    refusals: dict[str, str] = {}
    groups = messages.chosen_collaborations(addressed.collaboration_ids)
    settings = messages.chosen_settings(addressed.setting_ids)
    audiences = set(addressed.audiences)
    if not audiences:
        refusals["audience"] = _("Choose whom to write to.")
    elif addressed.setting_ids and not audiences <= AT_SETTINGS:
        refusals["audience"] = _("At settings you can write to the managers, or to everybody.")
    if addressed.of_group is None and not (addressed.all_collaborations or groups or settings):
        refusals["collaborations"] = _("Choose the collaborations to write to.")
    for name, reason in refusals_of_text(one_line(subject), several_lines(text)).items():
        refusals[name] = reason.in_words(_)
    if refusals:
        raise ValidationError(refusals)
    return replace(
        addressed,
        collaboration_ids=[group.pk for group in groups],
        setting_ids=[setting.pk for setting in settings],
    )


def _attach(message: Message, uploads: Sequence[Upload], *, by: User, at: datetime) -> None:
    """Add files. One that is there already, with the same bytes under the same name, is not added again."""
    there = messages.files_of(message)
    known = {(row.name, row.file.sha256) for row in there}
    checked = [(upload, _checked(upload)) for upload in uploads]
    new = [(upload, facts) for upload, facts in checked if (facts.name, facts.sha256) not in known]
    sizes = [row.file.size for row in there] + [facts.size for _upload, facts in new]
    if reasons := refusals_to_attach(sizes):
        raise ValidationError({"files": reasons[0].in_words(_)})
    for upload, facts in new:
        if message.of_group_id is None:
            stored = stored_files.keep_checked(
                file=upload.file, checked=facts, purpose=MESSAGE_FILES.identifier, by=by, at=at
            )
        else:
            ending = facts.name.rpartition(".")[2].lower()
            neutral = Checked(f"{uuid.uuid4()}.{ending}", facts.content_type, facts.size, facts.sha256)
            stored = stored_files.store(
                file=upload.file, checked=neutral, purpose=MESSAGE_FILES.identifier, by=by, at=at
            )
        with stored_files.removed_unless_kept(stored):
            MessageFile.objects.create(message=message, file=stored, name=facts.name)


def _checked(upload: Upload) -> Checked:
    try:
        return check_file(upload.file, name=upload.name, purpose=MESSAGE_FILES)
    except RefusedFile as refused:
        raise ValidationError({"files": f"{upload.name}: {refused}"}) from None


def _take_out(row: MessageFile) -> None:
    """Take a file out of a draft; its bytes go unless another message has them too."""
    stored = row.file
    row.delete()
    if not MessageFile.objects.filter(file=stored).exists():
        stored_files.remove(file=stored)
