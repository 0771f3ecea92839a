"""Building the demonstration: whole or not at all, and once. Each test starts without one."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from accounts.models import Authority, User
from portal.demonstration.build import build, is_built

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_a_build_that_stops_half_way_leaves_nothing_and_can_be_run_again() -> None:
    def fails(words: str) -> None:
        if "settings, collaborations" in words:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(at=AT, say=fails)
    assert not is_built()
    assert not Authority.objects.exists()
    assert not User.objects.filter(email__endswith="shire.example").exists()
    assert build(at=AT, say=lambda words: None) is True


@pytest.mark.django_db
def test_an_authority_made_by_hand_is_named_and_nothing_is_written(larkshire: Authority, settings: Any) -> None:
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
