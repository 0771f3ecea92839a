"""Kinds of email: to whom, while what is true, in which words. One class a kind, and one task sends them all.

A service asks for an email in its own transaction (``documents.services.outbox.send_email``). Only ids
travel: the rows are read when the email is sent, so that nobody is told what is true no longer. An email that
is sent twice after a crash has one Message-ID and is one in the mailbox.
"""

from __future__ import annotations

import smtplib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar, dataclass_transform

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.template import Engine
from django.urls import get_script_prefix, reverse
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _

from core import mail
from core.calendar_files import Event, Party, invitation_file, invitation_method
from core.mail import Attachment, Contact, Link

#: Replies of a mail server from this number on are final (RFC 5321).
PERMANENT = 500
#: Of the file beside an invitation: no second invitation to a mail program, a file to everybody.
FILE_TYPE = "application/ics"
Row = TypeVar("Row")
Kind = TypeVar("Kind", bound="type[Email[Any]]")


class Pace(StrEnum):
    """Whether a kind of email waits for the day's email to its reader, and whether the reader may stop it."""

    #: Something is to be done, or a calendar is wrong until then: at once, and it cannot be stopped.
    AT_ONCE = "at_once"
    #: It waits where nothing is near, and cannot be stopped.
    DAILY = "daily"
    #: It waits where nothing is near, and can be stopped by one click.
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets an email. ``extra`` is what the template says to this person alone."""

    address: str
    name: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AsOf(Generic[Row]):
    """What an email is about, and the day as of which people are looked up."""

    row: Row
    on: date


def invitation(event: Event, to: Recipient, *, by: str) -> Attachment:
    """What puts an event into the calendar of who reads the email, changes it there or takes it out.

    ``by`` names who invites. The address is the emails' own: programs trust an invitation that comes from
    who invites.
    """
    file = invitation_file(
        event, organizer=Party(by, mail.sender_address()), attendee=Party(to.name, to.address)
    )
    return Attachment("invitation.ics", file, FILE_TYPE, invitation_method(event))


class Email(ABC, Generic[Row]):
    """A kind of email. Its fields are the ids that travel: whole numbers and text, nothing personal.

    ``load`` reads the rows as of the moment of sending, which it alone is given.
    ``template`` is the name under ``templates/mail/`` without its ending.
    """

    name: ClassVar[str]
    template: ClassVar[str]
    #: Whether the page of a person says that it went out: never of a concern or a case.
    is_noted: ClassVar[bool] = True
    #: Whether it goes to addresses at which an authority has stopped its emails: that it did so, alone.
    to_blocked: ClassVar[bool] = False
    #: Whether it goes to somebody who chooses in their account which emails come.
    to_account: ClassVar[bool] = False
    #: What can wait goes to one account (``accounts.emails.bases.EmailToUser``).
    pace: ClassVar[Pace] = Pace.AT_ONCE

    @abstractmethod
    def load(self, at: datetime, /) -> Row | None:
        """The rows of the ids, None when they have gone."""

    def still_true(self, row: Row, /) -> bool:
        """Whether what the email says still holds. Where it does not, nobody gets it."""
        return True

    def needed_by(self, row: Row, /) -> date | None:
        """The day before which the reader is to know it. An email that can wait goes at once where it is
        near.
        """
        return None

    @abstractmethod
    def recipients(self, row: Row, /) -> Sequence[Recipient]:
        """Who gets it, as of now. Everybody gets an email of their own."""

    @abstractmethod
    def subject(self, row: Row, to: Recipient, /) -> str:
        """By ``core.subjects.subject_of``: own group or setting, what, by which day.

        It is shown on locked screens, so it names no person outside the team and no case.
        """

    @abstractmethod
    def reference(self, row: Row, /) -> str:
        """The occasion, the same however often it is sent."""

    def context(self, row: Row, /) -> Mapping[str, Any]:
        """What the template says, the same to every recipient. Their names are added as ``name``."""
        return {}

    def link(self, row: Row, to: Recipient, /) -> Link | None:
        """The one link, straight to the task; the home page where there is no page of its own."""
        return Link(_("Sign in"))

    def contact(self, row: Row, to: Recipient, /) -> Contact | None:
        """Whom to ask: who acts, or who leads the group. The team stands in the foot in any case."""
        return None

    def reply_to(self, row: Row, to: Recipient, /) -> Contact | None:
        """To whom an answer goes. The team where nobody is named."""
        return self.contact(row, to)

    def why(self, row: Row, to: Recipient, /) -> str:
        """Why this person gets it, in a sentence."""
        return ""

    def attachments(self, row: Row, to: Recipient, /) -> Sequence[Attachment]:
        """A calendar file with everything that has a time."""
        return ()

    def unsubscribe_url(self, row: Row, to: Recipient, /) -> str:
        """Where one click stops such emails. Only news can be stopped, never what has to be done."""
        return ""

    @property
    def ids(self) -> dict[str, int | str]:
        """The fields, as they travel."""
        return asdict(self)  # type: ignore[call-overload]

    def send(self, *, authority: Any, at: datetime) -> int:
        """Send to everybody who is to have it. Returns the number sent, 0 where it no longer holds."""
        row = self.load(at)
        if row is None or not self.still_true(row):
            return 0
        return self.send_loaded(row, authority=authority)

    def send_loaded(self, row: Row, *, authority: Any) -> int:
        """Send about rows that the caller has read (and locked). Returns the number of emails."""
        number = 0
        for outgoing in self._outgoing(row):
            was_refused = not _deliver(outgoing, authority)
            if self.is_noted:
                for note in _notes:
                    note(self.name, outgoing, was_refused)
            number += not was_refused
        return number

    def _outgoing(self, row: Row) -> Iterator[mail.OutgoingEmail]:
        recipients = self.recipients(row)
        if recipients and not self.to_blocked:
            stopped = frozenset().union(*(stop([each.address for each in recipients]) for stop in _stops))
            recipients = [each for each in recipients if each.address.strip().lower() not in stopped]
        context = self.context(row) if recipients else {}
        for recipient in recipients:
            yield mail.OutgoingEmail(
                to=recipient.address,
                subject=self.subject(row, recipient),
                template=self.template,
                context={**context, "name": recipient.name, **recipient.extra},
                reference=self.reference(row),
                link=self.link(row, recipient),
                contact=self.contact(row, recipient),
                reply_to=self.reply_to(row, recipient),
                why=self._why(row, recipient),
                unsubscribe_url=self.unsubscribe_url(row, recipient),
                attachments=self.attachments(row, recipient),
            )

    def _why(self, row: Row, to: Recipient) -> str:
        """The reason; and that such emails come in any case, where the reader could look for how to stop
        them.
        """
        why = self.why(row, to)
        if not why or not self.to_account or self.unsubscribe_url(row, to):
            return why
        return _("%(why)s Emails like this one cannot be switched off.") % {"why": why}


#: Told of each email that went out, or whose address was refused: ``(kind, email, was_refused)``.
Note = Callable[[str, mail.OutgoingEmail, bool], None]
_notes: list[Note] = []


def note_with(note: Note) -> None:
    """From now on this one keeps which emails went out."""
    _notes[:] = [note]


#: Answers at which of some addresses, in small letters, the authority in scope has stopped its emails.
Stop = Callable[[Sequence[str]], frozenset[str]]
_stops: list[Stop] = []


def stop_with(stop: Stop) -> None:
    """From now on this one says who gets no emails."""
    _stops[:] = [stop]


def _deliver(email: mail.OutgoingEmail, authority: Any) -> bool:
    """Send; False where the mail server refuses the address for good, which no other attempt would change.

    Anything else that it raises is raised.
    """
    try:
        mail.send(email, authority=authority)
    except smtplib.SMTPRecipientsRefused as refusal:
        if not all(code >= PERMANENT for code, _reason in refusal.recipients.values()):
            raise
        return False
    return True


_kinds: dict[str, type[Email[Any]]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def email_kind(name: str) -> Callable[[Kind], Kind]:
    """Make a class a kind of email, under the name by which it is sent: "app.what_happened".

    Its fields become keyword-only. Raises ImproperlyConfigured when another class has the name.
    """

    def register(kind: Kind) -> Kind:
        if name in _kinds:
            classes = f"{_kinds[name].__qualname__}, {kind.__qualname__}"
            raise ImproperlyConfigured(f"two kinds of email are called {name}: {classes}")
        kind.name = name
        _kinds[name] = dataclass(frozen=True, kw_only=True)(kind)
        return kind

    return register


@cache
def load_emails() -> None:
    """Import every app's ``emails``, which names the kinds."""
    autodiscover_modules("emails")


def email_kinds() -> Mapping[str, type[Email[Any]]]:
    """Every kind of email by its name."""
    load_emails()
    return _kinds


def email_named(name: str, ids: Mapping[str, int | str]) -> Email[Any]:
    """The email of a message. Raises KeyError for an unknown kind, TypeError for ids that are not its own."""
    return email_kinds()[name](**ids)


@checks.register
def check_email_kinds(**options: Any) -> list[checks.CheckMessage]:
    """At the start: every kind has its template. Two of one name stop the import."""
    errors: list[checks.CheckMessage] = []
    for kind in email_kinds().values():
        template = f"mail/{kind.template}.txt"
        if not _is_there(template):
            words = f"the email {kind.name} has no template {template}"
            errors.append(checks.Error(words, obj=kind, id="emails.E001"))
    return errors


def _is_there(template: str) -> bool:
    """Whether a template's file exists. It is not compiled: every command waits for this check."""
    loaders = Engine.get_default().template_loaders
    origins = chain.from_iterable(loader.get_template_sources(template) for loader in loaders)
    return any(Path(origin.name).is_file() for origin in origins)


def within_authority(name: str, *args: object) -> str:
    """The address of a page below ``service_url``: the same from a worker and from a request."""
    return reverse(name, urlconf=settings.AUTHORITY_URLCONF, args=args).removeprefix(get_script_prefix())
