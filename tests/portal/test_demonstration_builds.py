"""Building the demonstration: once, and not where somebody has begun by hand.

Each test starts without one.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from accounts.models import Authority
from portal.demonstration.build import build

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_an_authority_made_by_hand_is_named_and_nothing_is_written(
    larkshire: Authority, settings: Any
) -> None:
    settings.DEMONSTRATION = True
    with pytest.raises(CommandError, match="nothing was written"):
        call_command("build_demonstration", stdout=io.StringIO())
    assert list(Authority.objects.all()) == [larkshire]


@pytest.mark.django_db
def test_a_second_build_waits_for_the_first() -> None:
    first = connection.get_new_connection(connection.get_connection_params())
    try:
        first.cursor().execute("SELECT pg_advisory_lock(hashtext('portal.demonstration'))")
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '200ms'")
        with pytest.raises(OperationalError, match="lock timeout"):
            build(at=AT, say=lambda words: None)
    finally:
        first.close()
