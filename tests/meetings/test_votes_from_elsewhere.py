"""What is put to the vote from the page that it is about, and how the result fills that page (G6)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.joining import Application
from memberships.models.members import Membership
from memberships.rules.conduct import ConcernState
from memberships.services.conduct import move_concern, raise_concern
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory
from tests.meetings.pages import Browse, base_of, text_of
from tests.meetings.votes import NOW, PUT, TODAY, _now, press

__all__ = ["_now"]
pytestmark = pytest.mark.django_db


def test_an_application_is_put_to_the_vote_and_the_result_fills_its_page(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        application = ApplicationFactory(collaboration=led.collaboration, applied_by=led.mo)
    lena, mo = browse(led.lena), browse(led.mo)
    decide = f"/larkshire/collaborations/{led.collaboration.pk}/applications/{application.pk}/decide/"
    put = f"{base_of(led)}votes/put/?subject=application-{application.pk}"
    assert f"votes/put/?subject=application-{application.pk}" in lena.get(decide).content.decode()
    assert mo.get(put).status_code == 404  # it does not tell a member that somebody has applied
    assert f"{application.provider} joins" in lena.get(put).content.decode()
    address = lena.post(put, PUT)["Location"]
    assert "The members vote on this until" in text_of(lena.get(decide))
    assert lena.get(put).status_code == 200
    assert "The application" in text_of(lena.get(address))
    assert "The application" not in text_of(mo.get(address))
    for client, member in ((lena, led.acorns), (mo, led.bluebells), (browse(led.cara), led.caras)):
        press(client, address, member, "Against")
    lena.post(f"{address}close/")
    form = lena.get(decide).context["form"]
    assert form.initial["accepted"] == "declined"
    assert form.initial["decision"] == "Not carried: 0 for, 3 against, 0 abstained."
    assert form.initial["decided_on"] == TODAY
    with authority_scope(larkshire):
        assert Application.objects.get().state == "open"  # people confirm it there


def test_a_leavers_share_is_put_to_the_vote_and_it_stands_aside(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        Membership.objects.filter(pk=led.caras.pk).update(left_on=TODAY + timedelta(days=30))
    lena = browse(led.lena)
    page = f"/larkshire/collaborations/{led.collaboration.pk}/members/{led.caras.pk}/hand-over/"
    put = f"{base_of(led)}votes/put/?subject=leaver-{led.caras.pk}"
    assert put.split("/larkshire")[1] in lena.get(page).content.decode()
    address = lena.post(put, PUT)["Location"]
    assert "Your setting stands aside" in text_of(browse(led.cara).get(address))
    assert "The members vote on this until" in text_of(lena.get(page))
    assert lena.get(f"{base_of(led)}votes/put/?subject=leaver-{led.bluebells.pk}").status_code == 404


def test_conduct_is_voted_on_by_members_and_the_team_sees_nothing_of_it(
    larkshire: Authority, led: Group, browse: Browse, amina: User
) -> None:
    with authority_scope(larkshire):
        concern = raise_concern(
            collaboration=led.collaboration, about=led.caras, words="Late again", by=led.mo, at=NOW
        )
    put = f"{base_of(led)}votes/put/?subject=conduct-{concern.pk}"
    lena = browse(led.lena)
    assert lena.get(put).status_code == 404  # it is to be talked about first
    with authority_scope(larkshire):
        move_concern(
            concern_id=concern.pk,
            to_state=ConcernState.DISCUSSED,
            on=TODAY,
            words="We talked.",
            by=led.lena,
            at=NOW,
        )
    move = f"/larkshire/collaborations/{led.collaboration.pk}/concerns/{concern.pk}/move/"
    assert put.split("/larkshire")[1] in lena.get(move).content.decode()
    page = lena.get(put).content.decode()
    assert "Everybody who works at a member setting can read this vote." in page
    assert "Late again" not in page
    address = lena.post(put, {**PUT, "title": "How we go on"})["Location"]
    officer = browse(amina)
    assert officer.get(put).status_code == 404
    assert officer.get(address).status_code == 404
    for place in (base_of(led), f"{base_of(led)}votes/", "/larkshire/collaborations/meetings/votes/"):
        assert "How we go on" not in text_of(officer.get(place)), place
    mo = browse(led.mo)
    assert "How we go on" in text_of(mo.get(base_of(led)))
    press(mo, address, led.bluebells, "For")
    press(lena, address, led.acorns, "For")
    lena.post(f"{address}close/")
    assert lena.get(move).context["form"].initial["words"] == "Carried: 2 for, 0 against, 0 abstained."
    assert "What it is about" in text_of(browse(led.cara).get(address))  # she may read the concern by now
    with authority_scope(larkshire):
        entries = Entry.objects.filter(about_type="meetings.vote")
        assert {entry.action for entry in entries} >= {"vote_opened", "vote_cast", "vote_closed"}
        assert all(entry.is_confidential for entry in entries)
