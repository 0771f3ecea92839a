"""Messages to many: the email to one person, and the one by which its writer tries it out.

They are emails of the service, so none has a link to stop them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser, recipient, short_name
from accounts.models import User
from core.emails import Email, Recipient, email_kind, within_authority
from core.mail import Attachment, Contact, Link
from core.subjects import subject_of
from core.wording import in_a_row
from memberships.selectors.contacts import contact_of
from support.models import Message, MessageCopy
from support.rules import TEXT_FIELDS, TextName, greets_itself
from support.selectors import messages


def text_for(message: Message, person: User, *, settings: str, groups: str) -> str:
    """What a message says to one person."""
    values = {
        TextName.FIRST_NAME: short_name(person.full_name),
        TextName.SETTING: settings,
        TextName.GROUP: groups,
    }
    return TEXT_FIELDS.filled(message.text, values)


def subject_for(message: Message) -> str:
    """As it was written; of a group's own message with its name, since some belong to several groups."""
    if message.of_group is None:
        return message.subject
    return subject_of(str(message.of_group), message.subject)


def _context(message: Message, text: str) -> dict[str, Any]:
    """Greeted once, by the email or by the text itself; signed once."""
    name = message.sent_by.full_name
    is_signed = text.rstrip().rpartition("\n")[2].strip().casefold() == name.casefold()
    return {"text": text, "signature": "" if is_signed else name, "greets_itself": greets_itself(text)}


def _files(message: Message) -> Sequence[Attachment]:
    attached = []
    for row in message.files.all():
        with default_storage.open(row.file.storage_key) as file:
            attached.append(Attachment(row.name, file.read(), row.file.content_type))
    return attached


@email_kind("support.message_copy")
class CopyOfMessage(Email[MessageCopy]):
    """A message to one person. ``services.messages`` sends it, about a copy that it has locked."""

    template = "support/message"
    copy_id: int

    def load(self, at: datetime, /) -> MessageCopy | None:
        unsent = MessageCopy.objects.select_related("message__sent_by", "message__of_group", "user")
        return unsent.filter(sent_at=None, refused_at=None, left_out_at=None, pk=self.copy_id).first()

    def recipients(self, copy: MessageCopy, /) -> Sequence[Recipient]:
        """Each on an email of their own: nobody learns from it who else has it."""
        return [recipient(copy.user)]

    def subject(self, copy: MessageCopy, to: Recipient, /) -> str:
        return subject_for(copy.message)

    def reference(self, copy: MessageCopy, /) -> str:
        return f"message-{copy.pk}"

    def context(self, copy: MessageCopy, /) -> Mapping[str, Any]:
        message = copy.message
        text = text_for(message, copy.user, settings=copy.setting_names, groups=copy.group_names)
        return _context(message, text)

    def link(self, copy: MessageCopy, to: Recipient, /) -> Link:
        if copy.message.of_group_id is not None:
            path = within_authority("collaborations:detail", copy.message.of_group_id)
            return Link(_("See your group"), path)
        return Link(_("Sign in"))

    def contact(self, copy: MessageCopy, to: Recipient, /) -> Contact | None:
        return contact_of(copy.message.sent_by, on=timezone.localdate(copy.message.sent_at))

    def why(self, copy: MessageCopy, to: Recipient, /) -> str:
        """By the group, where there is one: of a childminder nobody says that she manages herself."""
        message = copy.message
        if message.of_group is not None:
            words = {"group": message.of_group, "person": message.sent_by}
            return (
                _("You get this email because you belong to %(group)s: %(person)s writes to all its members.")
                % words
            )
        if message.audience == Message.Audience.LEADERS:
            return _("You get this email because you lead a collaboration.")
        if copy.group_names:
            return _("You get this email because you belong to %(group)s.") % {"group": copy.group_names}
        if copy.setting_names:
            return _("You get this email because it is for %(setting)s.") % {"setting": copy.setting_names}
        return _("You get this email because you belong to a collaboration.")

    def attachments(self, copy: MessageCopy, to: Recipient, /) -> Sequence[Attachment]:
        return _files(copy.message)


@email_kind("support.group_message_copy")
class CopyOfGroupMessage(CopyOfMessage):
    """The same of a group's own message: the team's page of a person does not say that it went (decision
    0050).
    """

    is_noted: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Trial:
    """A draft, and what stands for its fields."""

    message: Message
    settings: str
    groups: str


@email_kind("support.message_tried")
class MessageTried(EmailToUser[Trial]):
    """To its writer: a draft as the first of its readers would get it. ``asked_at`` is the minute, ISO 8601."""

    template = "support/message_tried"
    is_noted: ClassVar[bool] = False
    message_id: int
    asked_at: str

    def load(self, at: datetime, /) -> Trial | None:
        drafts = Message.objects.select_related("sent_by", "of_group").filter(sent_at=None)
        message = drafts.filter(pk=self.message_id, sent_by=self.user_id).first()
        if message is None:
            return None
        people = messages.people_reached(message, on=timezone.localdate(at))
        first = people[0] if people else None
        return Trial(
            message,
            in_a_row(first.settings) if first else "",
            in_a_row(first.groups) if first else "",
        )

    def subject(self, trial: Trial, to: Recipient, /) -> str:
        return _("Test: %(subject)s") % {"subject": subject_for(trial.message)}

    def reference(self, trial: Trial, /) -> str:
        return f"message-tried-{trial.message.pk}-{self.asked_at}"

    def context(self, trial: Trial, /) -> Mapping[str, Any]:
        message = trial.message
        text = text_for(message, message.sent_by, settings=trial.settings, groups=trial.groups)
        return _context(message, text)

    def link(self, trial: Trial, to: Recipient, /) -> Link:
        message = trial.message
        if message.of_group_id is None:
            path = within_authority("support:check_message", message.pk)
        else:
            path = within_authority("support:check_group_message", message.of_group_id, message.pk)
        return Link(_("Send it, or change it"), path)

    def why(self, trial: Trial, to: Recipient, /) -> str:
        return _("You get this email because you asked for a test of your message. Nobody else has it.")

    def attachments(self, trial: Trial, to: Recipient, /) -> Sequence[Attachment]:
        return _files(trial.message)
