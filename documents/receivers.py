"""Emails that ``accounts`` wants sent, put into the outbox (docs/events.md)."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from accounts.signals import email_wanted
from core.emails import Email
from documents.services.outbox import send_email


@receiver(email_wanted, dispatch_uid="documents.email_wanted")
def put_into_outbox(sender: Any, *, email: Email[Any], **kwargs: Any) -> None:
    send_email(email)
