"""Two at once: one outcome, and a clear message for the other."""

from __future__ import annotations

from datetime import date

import pytest

from core.scoping import authority_scope
from support.models import Referral, SupportRequest
from support.services.referrals import follow_up, refer, take_back_referral
from support.services.support import accept_request, ask_support
from tests.concurrency import at_once
from tests.factories.support import ReferralFactory, SupportRequestFactory
from tests.support.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_officers_refer_one_setting(larkshire, led, daisies, amina, maya):
    facts = {"provider_ids": [daisies.pk], "collaboration_id": led.collaboration.pk, "words": "", "at": NOW}
    said = at_once(larkshire, [lambda by=by: refer(**facts, by=by) for by in (amina, maya)])
    assert said == ["Daisies: It has been referred there already, and that referral is still open.", "done"]
    with authority_scope(larkshire):
        assert Referral.objects.count() == 1


def test_one_officer_takes_back_what_the_other_follows_up(larkshire, led, daisies, amina, maya):
    with authority_scope(larkshire):
        row = ReferralFactory(provider=daisies, collaboration=led.collaboration, referred_by=amina)
    said = at_once(
        larkshire,
        [
            lambda: take_back_referral(referral_id=row.pk, by=amina, at=NOW),
            lambda: follow_up(referral_id=row.pk, state="not_joined", words="Too far.", by=maya, at=NOW),
        ],
    )
    assert said == ["This referral has ended already.", "done"]


def test_two_officers_answer_one_request_differently(larkshire, led, amina, maya):
    with authority_scope(larkshire):
        row = SupportRequestFactory(collaboration=led.collaboration, asked_by=led.lena)
    said = at_once(
        larkshire,
        [
            lambda by=by: accept_request(request_id=row.pk, officer=by, words="", by=by, at=NOW)
            for by in (amina, maya)
        ],
    )
    assert said == ["This request is at another step now. Look at it again before you go on.", "done"]


def test_two_people_of_the_group_ask_for_the_same(larkshire, led):
    facts = {
        "collaboration_id": led.collaboration.pk,
        "kind": "attend",
        "wanted_on": date(2026, 12, 3),
        "place": "",
        "words": "Returns",
        "at": NOW,
    }
    said = at_once(larkshire, [lambda by=by: ask_support(**facts, by=by) for by in (led.lena, led.mo)])
    assert said == [
        "Your collaboration has asked for this already. You can follow it in the list of your requests.",
        "done",
    ]
    with authority_scope(larkshire):
        assert SupportRequest.objects.count() == 1
