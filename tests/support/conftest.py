"""Riverside, led by Lena, is the group that is helped; settings that are in no group are pointed to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import mail as sent

from accounts.models import Authority, User
from core.scoping import authority_scope
from providers.models import Provider
from tests.factories.groups import person_of
from tests.factories.providers import ProviderFactory
from tests.staging import staged

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@staged
def daisies(larkshire: Authority, amina: User) -> Provider:
    """In no group; Nell manages it."""
    with authority_scope(larkshire):
        provider = ProviderFactory(name="Daisies")
        person_of(provider, "Nell Ives", amina)
    return provider


@pytest.fixture
def emails_of(django_capture_on_commit_callbacks: Callable[..., Any]) -> Callable[..., Any]:
    """``emails_of(deed)``: does something and returns the emails that went out once it had committed."""

    def run(deed: Callable[[], Any]) -> list[Any]:
        sent.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        return list(sent.outbox)

    return run
