"""The page of security events costs no more for many than for one."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Authority, SecurityEvent, User
from accounts.rules import EventKind
from tests.accounts.test_security_events import Browse

pytestmark = pytest.mark.django_db


def test_the_list_asks_as_little_for_many_as_for_one(
    larkshire: Authority, maya: User, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    client = browse(maya)
    client.get("/larkshire/audit/security/")
    now = timezone.now()
    SecurityEvent.objects.bulk_create(
        SecurityEvent(at=now, kind=EventKind.SIGNED_IN, person=maya, authority=larkshire) for _ in range(30)
    )
    with django_assert_max_num_queries(16):
        client.get("/larkshire/audit/security/")
