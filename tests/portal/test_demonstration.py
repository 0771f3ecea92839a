"""The demonstration is built through the services, once, with two authorities in which every feature can be seen."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from leadership.models import LeadershipCase
from memberships.models import LeaderAppointment
from ofsted.imports import scan
from portal.demonstration import CAST, current_code, sign_ins
from portal.demonstration.build import build, is_built
from portal.demonstration.places import third_file
from providers.models import Provider


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Any:
    """Built once for the module and rolled back after it."""
    from django.db import transaction

    with django_db_blocker.unblock():
        atom = transaction.atomic()
        atom.__enter__()
        build(at=datetime(2026, 11, 21, 9, tzinfo=UTC), say=lambda words: None)
        yield
        transaction.set_rollback(True)
        atom.__exit__(None, None, None)


@pytest.mark.django_db
def test_everything_can_be_seen(built: None) -> None:
    assert is_built()
    for slug in ("larkshire", "marlshire"):
        with authority_scope(Authority.objects.get(slug=slug)):
            assert Provider.objects.count() == 61
            assert Provider.objects.filter(unlisted_since__isnull=False).count() == 2
            assert Collaboration.objects.count() == 8
            assert LeaderAppointment.objects.count() >= 8
            assert LeadershipCase.objects.filter(closed_at=None).exists()


@pytest.mark.django_db
def test_each_of_the_cast_can_sign_in(built: None) -> None:
    assert sum(len(people) for _, people in sign_ins()) == len(CAST)
    for person in CAST:
        user = User.objects.get(email=person.email)
        assert user.check_password(person.password), person
        assert bool(current_code(person)) == user.authenticator_set.exists()


@pytest.mark.django_db
def test_the_sign_ins_are_shown(built: None, settings: Any) -> None:
    settings.DEMONSTRATION = True
    page = Client().get("/demonstration/").content.decode()
    assert all(person.email in page for person in CAST)
    printed = io.StringIO()
    call_command("build_demonstration", "--sign-ins", stdout=printed)
    assert "amina@larkshire.example" in printed.getvalue()
    assert Client().get("/").headers["Location"] == "/demonstration/"


@pytest.mark.django_db
def test_the_file_to_try_can_be_loaded(built: None) -> None:
    rows = list(scan(io.BytesIO(third_file())))
    assert sum(hasattr(row, "reason") for row in rows) == 2, "one row of each authority is rejected, to be seen"


@pytest.mark.django_db
def test_not_in_production(settings: Any) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError):
        call_command("build_demonstration")
