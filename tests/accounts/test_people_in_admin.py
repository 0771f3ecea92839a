"""What a manager is shown when people are added, and when something is done to an account (A2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, PersonInvitation, User
from core.scoping import authority_scope

Browse = Callable[[User | None], Client]
PEOPLE, ADD = "/larkshire/admin/accounts/user/", "/larkshire/admin/accounts/user/add/"
pytestmark = pytest.mark.django_db


def test_a2_who_adds_somebody_is_told_whether_an_invitation_goes_out(
    larkshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    client = browse(maya)
    assert "An invitation goes to this address" in client.get(ADD).content.decode()

    def added(email: str, **button: str) -> str:
        typed = {"full_name": "Nia Dale", "email": email, **button}
        return str(client.post(ADD, typed, follow=True).content.decode())

    assert "An invitation goes to nia@x.example." in added("nia@x.example")
    again = added("nia@x.example", _addanother="1")
    assert "Nia Dale was invited on" in again
    assert 'name="full_name"' in again, "the form for another person"
    assert "Amina Yusuf is here already. No invitation was sent." in added(amina.email)
    with authority_scope(larkshire):
        PersonInvitation.objects.update(sent_at=timezone.now() - timedelta(days=29))
    assert "An invitation goes to nia@x.example." in added("nia@x.example"), "the one before was too old"


def test_a2_no_step_with_ones_own_account_is_offered(
    larkshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    manager = browse(maya)
    other, own = (manager.get(f"{PEOPLE}{person.pk}/change/").content.decode() for person in (amina, maya))
    assert f"/larkshire/people/{amina.pk}/lock/" in other
    for step in ("lock", "unlock", "end-sessions", "invite-again"):
        assert f"/larkshire/people/{maya.pk}/{step}/" not in own


def test_the_question_of_locking_is_drawn_as_every_form_is(
    larkshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    page = browse(maya).get(f"/larkshire/people/{amina.pk}/lock/").content.decode()
    assert 'class="govuk-checkboxes__input"' in page
    assert "<p>" not in page.partition("<main")[2].partition("</main>")[0]
