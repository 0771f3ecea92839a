"""`make shell A=larkshire`: each statement in the authority's scope, and in a transaction of its own."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Authority
from core.scoping import authority_scope
from portal.management.commands.scoped_shell import Command, ScopedConsole
from providers.models import Provider
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def console(larkshire: Authority) -> ScopedConsole:
    return ScopedConsole(larkshire, Command().get_namespace(verbosity=0))


def test_only_rows_of_the_authority_are_there(
    console: ScopedConsole, larkshire: Authority, marlshire: Authority
) -> None:
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            ProviderFactory.create(name=f"In {authority.slug}")
    console.push("names = list(Provider.objects.values_list('name', flat=True))")
    assert console.locals["names"] == ["In larkshire"]


def test_a_statement_that_fails_leaves_nothing_and_the_next_one_works(
    console: ScopedConsole, larkshire: Authority, capsys: pytest.CaptureFixture[str]
) -> None:
    with authority_scope(larkshire):
        ProviderFactory.create(name="Acorn")
    console.push("Provider.objects.update(name='Oak'), 1 / 0")
    assert "ZeroDivisionError" in capsys.readouterr().err
    console.push("Provider.objects.update(town='Larkham')")
    with authority_scope(larkshire):
        assert Provider.objects.values_list("name", "town").get() == ("Acorn", "Larkham")


def test_a_command_runs_in_the_scope(larkshire: Authority, capsys: pytest.CaptureFixture[str]) -> None:
    call_command(
        "scoped_shell", "larkshire", "--command", "print('settings:', Provider.objects.count())", verbosity=0
    )
    assert "settings: 0" in capsys.readouterr().out


def test_an_authority_that_is_not_there_is_refused(larkshire: Authority, settings: Any) -> None:
    with pytest.raises(CommandError, match="no authority nowhere; there is larkshire"):
        call_command("scoped_shell", "nowhere")
