"""Referrals, requests for support and messages for tests, past the services.

People are to be given: they are not this app's.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import factory
from django.db import models
from factory.django import DjangoModelFactory

from accounts.models import User
from core.files import Checked
from documents.services import files
from support.models import (
    Message,
    MessageCopy,
    MessageFile,
    MessageTemplate,
    Referral,
    SupportRequest,
)
from tests.factories.collaborations import CollaborationFactory
from tests.factories.documents import JobFactory
from tests.factories.providers import ProviderFactory

AT = datetime(2026, 7, 1, 9, tzinfo=UTC)


class ReferralFactory(DjangoModelFactory[Referral]):
    """``referred_by`` is to be given."""

    class Meta:
        model = Referral

    provider = factory.SubFactory(ProviderFactory)
    collaboration = factory.SubFactory(CollaborationFactory)
    words = "They meet in the evening, which suits you."
    referred_at = AT


class SupportRequestFactory(DjangoModelFactory[SupportRequest]):
    """``asked_by`` is to be given."""

    class Meta:
        model = SupportRequest

    collaboration = factory.SubFactory(CollaborationFactory)
    kind = SupportRequest.Kind.OTHER
    words = "Help us to find a room."
    asked_at = AT


class MessageFactory(DjangoModelFactory[Message]):
    """``sent_by`` is to be given."""

    class Meta:
        model = Message

    subject = "Dates of the autumn term"
    text = "We have put the dates on our website."
    audience = Message.Audience.LEADERS
    about = "Riverside"
    sent_at = AT
    job = factory.SubFactory(JobFactory, kind="message")


class MessageCopyFactory(DjangoModelFactory[MessageCopy]):
    """``user`` is to be given."""

    class Meta:
        model = MessageCopy

    message = factory.SubFactory(MessageFactory)


class MessageTemplateFactory(DjangoModelFactory[MessageTemplate]):
    """``person`` is to be given."""

    class Meta:
        model = MessageTemplate

    name = factory.Sequence(lambda n: f"Dates {n}")
    subject = "Dates"
    text = "We have put the dates on our website."
    kept_at = AT


def draft_of(writer: User, group: Any, **facts: Any) -> Message:
    """A draft past the services, to a group's leaders."""
    facts = {"collaboration_ids": [group.pk], "written_at": AT, **facts}
    draft: Message = MessageFactory(sent_by=writer, sent_at=None, job=None, **facts)
    return draft


def attached(message: Message, by: User) -> MessageFile:
    """A file with its bytes."""
    content = b"1 May"
    checked = Checked("Dates.txt", "text/plain", len(content), hashlib.sha256(content).hexdigest())
    stored = files.store(file=BytesIO(content), checked=checked, purpose="message_file", by=by, at=AT)
    return MessageFile.objects.create(message=message, file=stored, name="Dates.txt")


def support_rows(group: Any, leader: User, officer: User) -> dict[str, models.Model]:
    """A referral to the group, a request of its leader's that waits, messages to the leader and of the group."""
    message = MessageFactory(sent_by=officer, job__started_by=officer)
    MessageCopyFactory(message=message, user=leader, refused_at=AT)
    of_group = {"of_group": group, "audience": "managers"}
    group_message = MessageFactory(sent_by=leader, job__started_by=leader, **of_group)
    MessageCopyFactory(message=group_message, user=officer, refused_at=AT)
    return {
        "referral": ReferralFactory(collaboration=group, referred_by=officer),
        "support request": SupportRequestFactory(collaboration=group, asked_by=leader),
        "message": message,
        "message draft": draft_of(officer, group),
        "message file": attached(message, officer),
        "message template": MessageTemplateFactory(person=officer),
        "group message": group_message,
        "group draft": draft_of(leader, group, **of_group),
    }
