"""L3: each kind of support is switched off and comes back by its day, in its own group and authority alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.support import SupportSwitch
from leadership.rules.support import Switch
from leadership.selectors.sight import every_case
from leadership.services.switches import switch_support_off, switch_support_on
from meetings.selectors.invited import invited, people_without_support
from memberships.models.members import LeaderAppointment
from memberships.rules.paused import Support
from memberships.selectors.joining import collaborations_to_find
from memberships.selectors.paused import groups_without, pauses
from support.models import SupportRequest
from support.services.referrals import refer
from support.services.support import accept_request, ask_support
from tests.factories.events import open_event
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.providers import ProviderFactory
from tests.meetings.event_steps import NOW, now
from tests.staging import staged

__all__ = ["now"]
pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = timedelta(days=1)
Off = Callable[..., list[SupportSwitch]]


@pytest.fixture(autouse=True)
def scope(request: pytest.FixtureRequest) -> Iterator[None]:
    """The authority; a test of two of them opens each for itself."""
    if "marlshire" in request.fixturenames:
        yield
        return
    with authority_scope(request.getfixturevalue("larkshire")):
        yield


@staged
def case(larkshire: Authority, led: Group) -> LeadershipCase:
    """Lena stays; the judgement is published."""
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointment.objects.get(user=led.lena)
        return LeadershipCaseFactory(appointment=appointment, stage="stays", published_on=date(2026, 6, 1))


@pytest.fixture
def off(case: LeadershipCase, maya: User) -> Off:
    """``off(Switch.PAYMENT)``: from today on, or from the day given."""

    def run(*kinds: Switch, on: date = TODAY, at: datetime = NOW) -> list[SupportSwitch]:
        return switch_support_off(case_id=case.pk, kinds=kinds, off_on=on, by=maya, at=at)

    return run


def on_again(case: LeadershipCase, row: SupportSwitch, by: User, *, on: date) -> SupportSwitch:
    return switch_support_on(case_id=case.pk, row_id=row.pk, on_again_on=on, by=by, at=NOW)


@pytest.mark.parametrize("switch", list(Switch))
def test_l3_each_switch_acts_and_unacts_by_its_day(
    switch: Switch, off: Off, case: LeadershipCase, led: Group, elsewhere: Collaboration, maya: User
) -> None:
    [row] = off(switch, on=TODAY + DAY)
    on_again(case, row, maya, on=TODAY + 3 * DAY)
    days = [groups_without(Support(switch), on=TODAY + number * DAY) for number in range(5)]
    group = {led.collaboration.pk}
    assert days == [frozenset(), group, group, frozenset(), frozenset()]
    assert {pause.support for pause in pauses(on=TODAY + DAY)} == {Support(switch)}


def test_l3_another_authority_and_its_people_notice_nothing(
    off: Off, larkshire: Authority, marlshire: Authority
) -> None:
    with authority_scope(larkshire):
        off(*Switch)
        assert len(pauses(on=TODAY)) == len(Switch)
    with authority_scope(marlshire):
        assert pauses(on=TODAY) == ()
        assert people_without_support(on=TODAY) == frozenset()


def test_l3_the_leader_alone_is_not_invited_to_leaders_days(
    off: Off, case: LeadershipCase, led: Group, amina: User, maya: User
) -> None:
    event = open_event(amina, places=5, audience="leaders", kind="leaders_day")
    assert led.lena.pk in {row.person_id for row in invited(event, on=TODAY)}
    [row] = off(Switch.LEADERS_DAYS)
    assert row.user == led.lena
    assert people_without_support(on=TODAY) == {led.lena.pk}
    assert led.lena.pk not in {row.person_id for row in invited(event, on=TODAY)}
    on_again(case, row, maya, on=TODAY)
    assert led.lena.pk in {row.person_id for row in invited(event, on=TODAY)}


def test_l3_nobody_is_referred_and_nobody_finds_it(
    off: Off, case: LeadershipCase, led: Group, elsewhere: Collaboration, amina: User, maya: User
) -> None:
    newcomer = ProviderFactory(name="Daisies")

    def refers(group: Collaboration) -> Any:
        return refer(
            provider_ids=[newcomer.pk], collaboration_id=group.pk, words="Near you.", by=amina, at=NOW
        )

    [row] = off(Switch.SIGNPOSTING)
    with pytest.raises(ValidationError, match="Referrals to this group are paused"):
        refers(led.collaboration)
    found = set(collaborations_to_find(newcomer, on=TODAY))
    assert elsewhere in found
    assert led.collaboration not in found
    assert led.collaboration in set(collaborations_to_find(led.bluebells.provider, on=TODAY))  # a member
    assert refers(elsewhere).made
    on_again(case, row, maya, on=TODAY)
    assert led.collaboration in set(collaborations_to_find(newcomer, on=TODAY))
    assert refers(led.collaboration).made


@pytest.mark.parametrize(
    ("switch", "kind"), [(Switch.ATTENDANCE, "attend"), (Switch.FACILITATION, "first_meeting")]
)
def test_l3_the_team_is_neither_asked_nor_sent(
    switch: Switch, kind: str, off: Off, case: LeadershipCase, led: Group, amina: User, maya: User
) -> None:
    def asks(day: date) -> SupportRequest:
        facts = {"kind": kind, "wanted_on": day, "place": "", "words": "Come to us."}
        return ask_support(collaboration_id=led.collaboration.pk, **facts, by=led.lena, at=NOW)

    waits = asks(TODAY + 9 * DAY)
    [row] = off(switch)
    with pytest.raises(ValidationError, match="paused") as refusal:
        asks(TODAY + 10 * DAY)
    assert list(refusal.value.message_dict) == ["kind"]
    answer = {"request_id": waits.pk, "officer": amina, "words": "", "by": amina, "at": NOW}
    with pytest.raises(ValidationError, match="nobody can be sent"):
        accept_request(**answer)
    on_again(case, row, maya, on=TODAY)
    assert accept_request(**answer).state == "accepted"
    assert asks(TODAY + 10 * DAY).state == "asked"


def test_l3_o6_nothing_is_switched_off_before_publication(off: Off, case: LeadershipCase) -> None:
    with every_case():
        LeadershipCase.objects.filter(pk=case.pk).update(published_on=None, ground="told")
    with pytest.raises(ValidationError, match="not published yet"):
        off(Switch.LEADERS_DAYS)
    assert not SupportSwitch.objects.exists()


def test_l3_all_or_nothing_and_at_its_field(off: Off) -> None:
    off(Switch.PAYMENT)
    for kinds, on, field in (
        ((Switch.SIGNPOSTING, Switch.PAYMENT), TODAY, "kinds"),
        ((), TODAY, "kinds"),
        ((Switch.SIGNPOSTING,), TODAY - DAY, "off_on"),
    ):
        with pytest.raises(ValidationError) as refusal:
            off(*kinds, on=on)
        assert list(refusal.value.message_dict) == [field]
    assert SupportSwitch.objects.get().kind == Switch.PAYMENT


def test_l3_switching_is_recorded_inside_the_case_once(
    off: Off, case: LeadershipCase, led: Group, maya: User
) -> None:
    [row] = off(Switch.PAYMENT)
    on_again(case, row, maya, on=TODAY + DAY)
    on_again(case, row, maya, on=TODAY + DAY)  # pressed twice
    entries = list(Entry.objects.filter(action="support_switched").order_by("pk"))
    assert [entry.is_confidential for entry in entries] == [True, True]
    assert {entry.about_id for entry in entries} == {case.pk}
    assert ["off from" in entries[0].sentence, "on again from" in entries[1].sentence] == [True, True]
    assert not any(str(led.lena) in entry.sentence for entry in entries)


def test_l3_it_comes_back_also_from_a_closed_case(
    off: Off, case: LeadershipCase, led: Group, maya: User
) -> None:
    [row] = off(Switch.PAYMENT)
    with every_case():
        closed = {"stage": "closed", "outcome": "stays", "closed_at": NOW}
        LeadershipCase.objects.filter(pk=case.pk).update(**closed)
    with pytest.raises(ValidationError, match="only once it is recorded"):
        off(Switch.SIGNPOSTING)
    on_again(case, row, maya, on=TODAY)
    assert pauses(on=TODAY) == ()
