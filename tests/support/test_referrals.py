"""Referring settings to a group, following up, and what shows by itself (L4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.services.members import join, leave
from providers.models import Provider
from support.models import Referral
from support.selectors import referrals
from support.services.referrals import Referred, follow_up, take_back_referral
from support.services.referrals import refer as refer_setting
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory
from tests.factories.providers import ProviderFactory
from tests.support.conftest import NOW

EmailsOf = Callable[..., Any]


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def refer(larkshire: Authority, led: Group, amina: User) -> Callable[..., Referred]:
    """``refer(daisies)``: Amina refers settings to Riverside."""

    def run(*settings: Provider, **more: Any) -> Referred:
        facts = {
            "collaboration_id": led.collaboration.pk,
            "words": "They meet in the evening.",
            "by": amina,
            "at": NOW,
            **more,
        }
        with authority_scope(larkshire):
            return refer_setting(provider_ids=[each.pk for each in settings], **facts)

    return run


@pytest.fixture
def referral(refer: Callable[..., Referred], daisies: Provider) -> Referral:
    return refer(daisies).made[0]


def standing(referral: Referral) -> str:
    found: Any = referrals.referral_by_id(referral.pk)
    return found.standing


def test_l4_a_setting_is_referred_with_a_word_in_the_audit_log(
    larkshire: Authority, referral: Referral, amina: User
) -> None:
    with authority_scope(larkshire):
        entry = Entry.objects.get(action="referral_made")
        assert str(entry) == "Amina Yusuf referred Daisies to Riverside"
        assert (referral.state, referral.referred_by, referral.referred_at) == ("open", amina, NOW)


def test_l4_the_emails_tell_the_setting_how_to_reach_the_group_and_the_leaders_whom_to_expect(
    refer: Any, daisies: Provider, emails_of: EmailsOf, larkshire: Authority, led: Group
) -> None:
    with authority_scope(larkshire):
        other = ProviderFactory(name="Clover")  # nobody manages it
    to_setting, to_leader = sorted(
        emails_of(lambda: refer(daisies, other)), key=lambda email: email.to, reverse=True
    )
    assert (to_setting.to, to_leader.to) == (["nell@larkshire.example"], ["lena@larkshire.example"])
    assert (to_setting.subject, to_leader.subject) == (
        "Daisies: a group that could suit you, Riverside",
        "Riverside: settings that may get in touch",
    )
    for words in (
        "Hello Nell",
        "Amina Yusuf of the early years team thinks that Riverside could suit Daisies",
        "They meet in the evening.",
        "Lena Hartley, lena@larkshire.example",
        f"/larkshire/collaborations/{led.collaboration.pk}/apply/{daisies.pk}/",
    ):
        assert words in to_setting.body
    for words in (
        "Hello Lena",
        "- Clover",
        "- Daisies",
        "told these settings about Riverside",
        f"/larkshire/collaborations/{led.collaboration.pk}/",
    ):
        assert words in to_leader.body
    assert "nell@" not in to_leader.body
    assert "Clover" not in to_setting.body
    assert "List-Unsubscribe" not in to_setting.extra_headers
    assert to_setting.extra_headers["Message-ID"] != to_leader.extra_headers["Message-ID"]


def test_l4_a_group_without_a_leader_is_reached_through_the_team(
    larkshire: Authority, group: Group, daisies: Provider, amina: User, emails_of: EmailsOf
) -> None:
    def deed() -> None:
        with authority_scope(larkshire):
            refer_setting(
                provider_ids=[daisies.pk], collaboration_id=group.collaboration.pk, words="", by=amina, at=NOW
            )

    (email,) = emails_of(deed)
    assert "Nobody leads the group at the moment" in email.body


def test_l4_nothing_is_sent_of_a_referral_that_was_taken_back_meanwhile(
    refer: Any, daisies: Provider, emails_of: EmailsOf, larkshire: Authority, amina: User
) -> None:
    def deed() -> None:
        made = refer(daisies).made[0]
        with authority_scope(larkshire):
            take_back_referral(referral_id=made.pk, by=amina, at=NOW)

    assert emails_of(deed) == []


def test_l4_those_that_cannot_be_referred_are_told_one_by_one_and_the_rest_goes_through(
    refer: Any, referral: Referral, led: Group, daisies: Provider, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        fresh = ProviderFactory(name="Foxgloves")
    done = refer(led.acorns.provider, daisies, fresh)
    assert [str(one.provider) for one in done.made] == ["Foxgloves"]
    assert [(str(one.provider), one.reasons) for one in done.refused] == [
        ("Acorns", ("It is a member already, or is to join.",)),
        ("Daisies", ("It has been referred there already, and that referral is still open.",)),
    ]


def test_l4_when_none_can_be_referred_nothing_happens_and_each_is_told(
    refer: Any, referral: Referral, led: Group, daisies: Provider
) -> None:
    with pytest.raises(ValidationError) as refusal:
        refer(led.acorns.provider, daisies)
    assert refusal.value.message_dict["collaboration"] == [
        "Acorns: It is a member already, or is to join.",
        "Daisies: It has been referred there already, and that referral is still open.",
    ]


@pytest.mark.parametrize("state", ["closed", "dormant", "dividing", "merging", "enquiry"])
def test_l4_nobody_is_referred_to_a_group_that_takes_nobody(
    refer: Any, led: Group, daisies: Provider, larkshire: Authority, state: str
) -> None:
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(state=state)
        assert not referrals.groups_to_refer_to().exists()
    word = {"dormant": "resting"}.get(state, state)
    with pytest.raises(ValidationError, match=word):
        refer(daisies)


def test_choosing_none_too_many_or_an_unknown_group_is_refused(
    refer: Any, daisies: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValidationError, match="Choose the settings"):
        refer()
    with pytest.raises(ValidationError) as refusal:
        refer(daisies, collaboration_id=0)
    assert list(refusal.value.message_dict) == ["collaboration"]
    monkeypatch.setattr("support.services.referrals.MAX_AT_ONCE", 0)
    with pytest.raises(ValidationError, match="at most 0"):
        refer(daisies)


# --- what becomes of it -------------------------------------------------------------------------------------


def test_l4_an_application_and_a_membership_show_by_themselves(
    referral: Referral, larkshire: Authority, led: Group, daisies: Provider, amina: User
) -> None:
    with authority_scope(larkshire):
        assert standing(referral) == "open"
        facts = {"collaboration": led.collaboration, "provider": daisies, "applied_by": amina}
        ApplicationFactory(**facts, applied_at=NOW - timedelta(days=9), declined=True)
        assert standing(referral) == "open", "an application from before says nothing"
        asked = ApplicationFactory(**facts, applied_at=NOW + timedelta(days=1))
        assert standing(referral) == "applied"
        asked.state, asked.decided_on, asked.decision = "declined", date(2026, 11, 23), "All agreed."
        asked.save()
        assert standing(referral) == "turned_down"
        join(collaboration=led.collaboration, provider=daisies, on=date(2026, 11, 1), by=amina)
        assert standing(referral) == "joined", "also when the membership was recorded for an earlier day"
        assert referrals.by_standing(referrals.referrals(), "joined").count() == 1
        assert referrals.by_standing(referrals.referrals(), "waiting").count() == 0


def test_l4_a_stay_that_had_ended_before_is_no_answer(
    larkshire: Authority, led: Group, refer: Any, amina: User
) -> None:
    with authority_scope(larkshire):
        leave(membership=led.bluebells, on=date(2026, 11, 1), reason="Closing", by=amina)
    made = refer(led.bluebells.provider).made[0]
    with authority_scope(larkshire):
        assert standing(made) == "open"


def test_l4_following_up(referral: Referral, larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire):
        for _twice in range(2):
            follow_up(referral_id=referral.pk, state="in_touch", words="They have spoken.", by=amina, at=NOW)
        with pytest.raises(ValidationError) as refusal:
            follow_up(referral_id=referral.pk, state="not_joined", words=" ", by=amina, at=NOW)
        assert list(refusal.value.message_dict) == ["words"]
        with pytest.raises(ValidationError) as refusal:
            follow_up(referral_id=referral.pk, state="joined", words="", by=amina, at=NOW)
        assert list(refusal.value.message_dict) == ["state"]
        ended = follow_up(referral_id=referral.pk, state="not_joined", words="Too far.", by=amina, at=NOW)
        assert (ended.state, ended.outcome_words, ended.ended_on) == (
            "not_joined",
            "Too far.",
            date(2026, 11, 21),
        )
        sentences = [entry.sentence for entry in Entry.objects.filter(action="referral_moved").order_by("pk")]
        assert sentences == [
            "followed up the referral of Daisies to Riverside: They are in touch",
            "followed up the referral of Daisies to Riverside: Did not join",
        ]
        with pytest.raises(ValidationError, match="has ended already"):
            follow_up(referral_id=referral.pk, state="in_touch", words="", by=amina, at=NOW)
        with pytest.raises(ValidationError, match="has ended already"):
            take_back_referral(referral_id=referral.pk, by=amina, at=NOW)


def test_l4_further_notes_while_they_are_in_touch(
    referral: Referral, larkshire: Authority, amina: User
) -> None:
    note = {"referral_id": referral.pk, "state": "in_touch", "by": amina, "at": NOW}
    with authority_scope(larkshire):
        for words in ("They have spoken.", "They visit next week.", "They visit next week."):
            followed = follow_up(**note, words=words)
        assert (followed.state, followed.outcome_words, followed.ended_on) == (
            "in_touch",
            "They visit next week.",
            None,
        )
        kept = [
            entry.facts["words"] for entry in Entry.objects.filter(action="referral_moved").order_by("pk")
        ]
        assert kept == ["They have spoken.", "They visit next week."]
        with pytest.raises(ValidationError) as refusal:
            follow_up(**note, words=" ")
        assert refusal.value.message_dict == {"words": ["Say what is new."]}


def test_l4_a_referral_that_led_to_a_membership_is_closed_before_a_new_one(
    referral: Referral, refer: Any, larkshire: Authority, led: Group, daisies: Provider, amina: User
) -> None:
    with authority_scope(larkshire):
        membership = join(collaboration=led.collaboration, provider=daisies, on=date(2026, 11, 22), by=amina)
        leave(membership=membership, on=date(2026, 12, 1), reason="Too far", by=amina)
    later = NOW + timedelta(days=20)
    with time_machine.travel(later, tick=False):
        again = refer(daisies, at=later).made[0]
    with authority_scope(larkshire):
        first = Referral.objects.get(pk=referral.pk)
        assert (first.state, first.ended_on) == ("joined", date(2026, 11, 22))
        assert standing(again) == "open"


def test_taking_back_twice_is_once(referral: Referral, larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire):
        for _twice in range(2):
            take_back_referral(referral_id=referral.pk, by=amina, at=NOW)
        assert Entry.objects.filter(action="referral_moved").count() == 1
