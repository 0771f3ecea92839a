"""Audit entries about accounts, made from their signals (docs/events.md)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.dispatch import receiver

from accounts.models import User
from accounts.signals import account_changed
from audit.services import record


@receiver(account_changed, dispatch_uid="audit.account_changed")
def record_account_change(
    sender: Any, *, action: str, about: models.Model, by: User | None, facts: dict[str, Any], **kwargs: Any
) -> None:
    if action == "authority_changed":
        record(action, about=about, by=by, details=facts)
    else:
        record(action, about=about, by=by, **facts)
