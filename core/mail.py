"""Mail: one email in text and HTML with the headers a careful sender
sets, and the Maildir it goes to in development.

Kinds of email are in ``core.emails``.
"""

from __future__ import annotations

import hashlib
import mailbox
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email import policy
from email.message import EmailMessage as ReceivedMessage
from email.parser import BytesHeaderParser, BytesParser
from email.utils import formataddr, parseaddr, parsedate_to_datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template import Context
from django.template.loader import get_template, render_to_string

from core.addresses import absolute
from core.names import team_of
from core.scoping import authority_id_or_none
from core.text import one_line, with_line_ends

AUTHORITY_HEADER = "X-Authority"
MAX_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file. ``calendar_method``: mail programs are to take it as an invitation (or its end) by itself: it
    stands beside the texts too, as one more way to read the email (RFC 6047).
    """

    name: str
    content: bytes
    content_type: str
    calendar_method: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Where an email leads: what the button says, and the path below ``service_url`` ("" is the home page),
    or a whole address.
    """

    label: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask. ``of_team``: one of the early years team, reached by the team's telephone as well."""

    name: str
    email: str
    telephone: str = ""
    of_team: bool = False


@dataclass(frozen=True, slots=True)
class OutgoingEmail:
    """What is sent to one person. ``template`` is the name under ``templates/mail/`` without its ending, or a
    whole name.

    The template is the text alone, in paragraphs; both parts of the email are made from it, with the
    greeting, the button of ``link``, ``contact``, ``why`` the person gets it, and the team's foot. A
    paragraph ``{{ link }}`` or ``{{ code }}`` says where these stand; a link that is not placed comes last.
    ``reference`` names the occasion: two emails of one reference have one Message-ID, so an email sent twice
    after a crash is one in the mailbox. ``reply_to`` is who acts, the team where nobody is named.
    ``unsubscribe_url`` is the one-click address where the person may stop such emails.
    """

    to: str
    subject: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    reference: str = ""
    link: Link | None = None
    code: str = ""
    contact: Contact | None = None
    reply_to: Contact | None = None
    why: str = ""
    unsubscribe_url: str = ""
    attachments: Sequence[Attachment] = ()


def send(email: OutgoingEmail, *, authority: Any) -> None:
    """Send the email in the authority's name.

    Raises what the mail server raises; the task that calls tries again.
    """
    compose(email, authority=authority).send()


def compose(email: OutgoingEmail, *, authority: Any) -> EmailMultiAlternatives:
    """The email as a message with a text and an HTML part."""
    subject = one_line(email.subject)
    service_url = absolute(f"/{authority.slug}/")
    context = {
        **email.context,
        "subject": subject,
        "authority": authority,
        "team": team_of(authority.name, authority.team_name),
        "service_url": service_url,
        "code": email.code,
        "link": email.link,
        "link_url": _address(email.link, service_url),
        "contact": email.contact,
        "contact_phone": _telephone_of(email.contact, authority),
        "why": email.why,
        "unsubscribe_url": email.unsubscribe_url,
    }
    context["parts"] = _parts(email, context)
    message = EmailMultiAlternatives(
        subject,
        _tidy(_render("mail/base.txt", context)) + "\n",
        _from(authority),
        [email.to],
        reply_to=_reply_to(email, authority),
        headers=_headers(email, authority),
    )
    message.attach_alternative(render_to_string("mail/base.html", context), "text/html")
    for attachment in email.attachments:
        if attachment.calendar_method:
            kind = f"text/calendar; method={attachment.calendar_method}"
            message.attach_alternative(attachment.content.decode(), kind)
        message.attach(attachment.name, attachment.content, attachment.content_type)
    return message


#: Stand in the rendered text for what is no text. No text that is kept holds such a character (core.text).
_LINK, _CODE = "\x02link", "\x02code"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a list, the button or the code."""

    kind: str
    lines: Sequence[str] = ()

    @property
    def items(self) -> list[tuple[str, str]]:
        """The lines of a list, each with the address at its end: “See it: https://…” is a link in HTML."""
        return [_with_address(line) for line in self.lines]


_ADDRESS_AT_THE_END = re.compile(r"(.+): (https?://\S+)")


def _with_address(line: str) -> tuple[str, str]:
    match = _ADDRESS_AT_THE_END.fullmatch(line)
    return (match[1], match[2]) if match else (line, "")


def _parts(email: OutgoingEmail, context: Mapping[str, Any]) -> list[Part]:
    name = email.template if email.template.endswith(".txt") else f"mail/{email.template}.txt"
    text = _tidy(_render(name, {**context, "link": _LINK, "code": _CODE}))
    parts = [part for paragraph in text.split("\n\n") for part in _parts_of(paragraph)]
    if email.link and not any(part.kind == "link" for part in parts):
        parts.append(Part("link"))
    if parts and parts[0].lines:
        first = parts[0].lines[0]
        parts[0] = Part(parts[0].kind, [first[:1].upper() + first[1:], *parts[0].lines[1:]])
    return parts


def _parts_of(paragraph: str) -> Iterator[Part]:
    if paragraph in (_LINK, _CODE):
        yield Part(paragraph.removeprefix("\x02"))
        return
    for is_list, group in groupby(paragraph.split("\n"), key=lambda line: line.startswith("- ")):
        lines = list(group)
        yield Part("list", [line[2:] for line in lines]) if is_list else Part("text", lines)


def _render(template: str, context: Mapping[str, Any]) -> str:
    """A template of text: nothing in it is escaped."""
    backend: Any = get_template(template)
    return str(backend.template.render(Context(dict(context), autoescape=False)))


def _tidy(text: str) -> str:
    """One empty line between paragraphs, no space at the ends of lines."""
    lines = "\n".join(line.strip() for line in with_line_ends(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _address(link: Link | None, service_url: str) -> str:
    if link is None:
        return ""
    return link.path if link.path.startswith(("https://", "http://")) else service_url + link.path


def sender_address() -> str:
    """The address that every email comes from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _from(authority: Any) -> str:
    return formataddr((team_of(authority.name, authority.team_name), sender_address()))


def _reply_to(email: OutgoingEmail, authority: Any) -> list[str] | None:
    if email.reply_to is not None:
        return [formataddr((email.reply_to.name, email.reply_to.email))]
    return [authority.contact_email] if authority.contact_email else None


def _telephone_of(contact: Contact | None, authority: Any) -> str:
    if contact is None:
        return ""
    return contact.telephone or (authority.contact_phone if contact.of_team else "")


def _headers(email: OutgoingEmail, authority: Any) -> dict[str, str]:
    headers = {
        "Auto-Submitted": "auto-generated",  # no holiday answers, no loops
        "X-Auto-Response-Suppress": "All",
    }
    if authority.pk is not None:  # the platform's own name has none
        headers[AUTHORITY_HEADER] = str(authority.pk)
    if email.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{email.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if email.reference:
        name = hashlib.sha256(f"{authority.pk}|{email.to}|{email.reference}".encode()).hexdigest()[:40]
        domain = sender_address().rpartition("@")[2] or "localhost"
        headers["Message-ID"] = f"<{name}@{domain}>"
    return headers


class MaildirBackend(BaseEmailBackend):
    """Development and demonstration: each message becomes a file in
    ``MAIL_ROOT`` that any mail program can open.
    """

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        box = _box(create=True)
        for message in email_messages:
            authority_id = authority_id_or_none()
            if authority_id is not None:
                message.extra_headers.setdefault(AUTHORITY_HEADER, str(authority_id))
            box.add(message.message().as_bytes(linesep="\r\n"))
        return len(email_messages)


@dataclass(frozen=True, slots=True)
class SentMail:
    """One line of the outbox page."""

    key: str
    to: str
    subject: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """One message of the outbox page: both parts and what is attached."""

    summary: SentMail
    sender: str
    headers: Sequence[tuple[str, str]]
    text: str
    html: str
    attachments: Sequence[str]


def sent_mail(authority_id: int, *, most: int = MAX_SHOWN) -> list[SentMail]:
    """The newest messages sent for an authority, newest first."""
    messages: list[SentMail] = []
    for key, path in _newest_first():
        with path.open("rb") as file:
            message = BytesHeaderParser(policy=policy.default).parse(file)
        if message.get(AUTHORITY_HEADER) == str(authority_id):
            messages.append(_summary(key, message))
            if len(messages) == most:
                break
    return messages


def open_mail(authority_id: int, key: str) -> OpenedMail | None:
    """One message, or None when there is none of this key for this authority."""
    path = dict(_newest_first()).get(key)
    if path is None:
        return None
    with path.open("rb") as file:
        message = BytesParser(policy=policy.default).parse(file)
    if message.get(AUTHORITY_HEADER) != str(authority_id):
        return None
    return OpenedMail(
        summary=_summary(key, message),
        sender=str(message.get("From", "")),
        headers=[
            (name, str(message[name]))
            for name in ("Reply-To", "List-Unsubscribe", "Auto-Submitted")
            if name in message
        ],
        text=_part(message, "plain"),
        html=_part(message, "html"),
        attachments=[part.get_filename() or part.get_content_type() for part in message.iter_attachments()],
    )


def _summary(key: str, message: Any) -> SentMail:
    date = message.get("Date")
    return SentMail(
        key=key,
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")),
        sent_at=parsedate_to_datetime(str(date)) if date else None,
    )


def _part(message: ReceivedMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()).strip() if part is not None else ""


def _box(*, create: bool) -> mailbox.Maildir:
    root = Path(settings.MAIL_ROOT)
    if create:  # mailbox makes its folders only with the root itself, which may be there already, empty
        for name in ("tmp", "new", "cur"):
            (root / name).mkdir(parents=True, exist_ok=True)
    return mailbox.Maildir(str(root), create=create)


def _newest_first() -> Iterator[tuple[str, Path]]:
    folder = Path(settings.MAIL_ROOT) / "new"
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        files = [(entry.stat().st_mtime_ns, entry.name) for entry in entries if entry.is_file()]
    for _moment, name in sorted(files, reverse=True):
        yield name, folder / name
