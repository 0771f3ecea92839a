"""Referrals, requests for support and messages for tests, past the services.

People are to be given: they are not this app's.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import factory
from django.db import models
from factory.django import DjangoModelFactory

from accounts.models import User
from support.models import Message, MessageCopy, Referral, SupportRequest
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


def support_rows(group: Any, leader: User, officer: User) -> dict[str, models.Model]:
    """A referral to the group, a request of its leader's that waits, and a message to the leader."""
    message = MessageFactory(sent_by=officer, job__started_by=officer)
    MessageCopyFactory(message=message, user=leader)
    return {
        "referral": ReferralFactory(collaboration=group, referred_by=officer),
        "support request": SupportRequestFactory(collaboration=group, asked_by=leader),
        "message": message,
    }
