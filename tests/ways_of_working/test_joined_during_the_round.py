"""A member that joins while a version is with the members is written to that night, or at once (W2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from tests.factories.agreeing import circulated, drafted
from tests.factories.groups import Group, person_of
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import ProviderFactory

Browse = Callable[[User | None], Client]
BY_ITSELF, TONIGHT = "once somebody manages the setting", "It goes tonight."


@pytest.mark.parametrize("is_known", [True, False])
def test_w2_the_page_says_when_the_email_goes(
    larkshire: Authority, led: Group, amina: User, browse: Browse, is_known: bool
) -> None:
    with authority_scope(larkshire):
        ways = circulated(drafted(led.collaboration, led.lena), led.lena, at=timezone.now())
        elm = ProviderFactory(name="Elm Tree")
        MembershipFactory(collaboration=led.collaboration, provider=elm, joined_on=date(2026, 1, 1))
        if is_known:
            person_of(elm, "Ella Moss", amina)
    where = f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/{ways.version}/"
    page = browse(led.lena).get(f"{where}answers/").content.decode()
    assert (TONIGHT in page, BY_ITSELF in page) == (is_known, not is_known)
    assert (f"{where}remind/" in page.split("No email has gone yet.")[1]) is is_known
    to_member = browse(led.mo).get(f"{where}answers/").content.decode()
    assert "Send it now" not in to_member
