"""Chair, administrator and safeguarding contact as the members
decided; and leaders by the members' own decision (L1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given as over
from hypothesis import strategies as st

from accounts.models import Authority, User
from accounts.services.appointments import end_appointment, withdraw_appointment
from audit.models import Entry
from collaborations.models import Collaboration
from core.dates import Span
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment
from memberships.models.offices import OfficeHolder
from memberships.rules.leaders import ASK_THE_TEAM, WantedLeader, refusals_of
from memberships.rules.permissions import MemberOf, OfficeOf, PersonAt, permissions_from
from memberships.services.leaders import appoint_leader
from memberships.services.members import leave
from memberships.services.offices import OFFICE, give_office
from memberships.services.people import SETTING_ROLE
from memberships.services.permissions import drift
from ofsted.rules.policy import Decision, Verdict
from tests.concurrency import at_once
from tests.factories.groups import APPOINTED, Group, judged, person_of
from tests.staging import around_layers

TODAY = date(2026, 11, 21)
SEES, RUNS, LEADS = (f"collaborations.{name}_collaboration" for name in ("view", "run", "lead"))
DECIDED = "Elected at the meeting of 12 May, unopposed."


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


@around_layers
def in_scope(larkshire: Authority, led: Group, otto: User) -> Iterator[None]:
    with authority_scope(larkshire):
        yield


def given(group: Group, by: User, **more: object) -> OfficeHolder:
    facts = {
        "membership": group.bluebells,
        "user": group.mo,
        "office": "chair",
        "starts_on": APPOINTED,
        "decision": DECIDED,
        "by": by,
    }
    return give_office(**{**facts, **more})  # type: ignore[arg-type]


def refusal(call: Callable[..., object], **facts: object) -> dict[str, list[str]]:
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        call(**facts)
    assert Entry.objects.count() == before
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else {"": caught.value.messages}


def may(user: User, permission: str, about: Collaboration, on: date) -> bool:
    with time_machine.travel(on, tick=False):
        return User.objects.get(pk=user.pk).has_perm(permission, about)


def last_sentence() -> str:
    return Entry.objects.latest("pk").sentence


# --- services and permissions ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_an_office_is_given_as_the_members_decided(led: Group) -> None:
    row = given(led, led.lena)
    assert row.decision == DECIDED
    assert last_sentence() == "recorded Mo Siddiqui of Bluebells as chair of Riverside from 5 January 2026"
    end_appointment(OFFICE, row, ends_on=date(2027, 3, 1), by=led.lena)
    assert last_sentence() == "ended Mo Siddiqui's time as chair of Riverside: last day 28 February 2027"
    before = Entry.objects.count()
    end_appointment(OFFICE, row, ends_on=date(2027, 3, 1), by=led.lena)
    assert Entry.objects.count() == before, "pressed twice"


@pytest.mark.usefixtures("in_scope")
@pytest.mark.parametrize(
    ("office", "runs"), [("chair", True), ("administrator", True), ("safeguarding", False)]
)
def test_chair_and_administrator_run_the_group_between_their_dates_without_any_job(
    led: Group, office: str, runs: bool
) -> None:
    given(led, led.lena, office=office, ends_on=date(2027, 3, 1))
    riverside = led.collaboration
    assert not may(led.mo, RUNS, riverside, date(2026, 1, 4))
    assert may(led.mo, RUNS, riverside, APPOINTED) is runs
    assert may(led.mo, RUNS, riverside, date(2027, 2, 28)) is runs
    assert not may(led.mo, RUNS, riverside, date(2027, 3, 1))
    assert may(led.mo, SEES, riverside, date(2027, 3, 1)), "still a member's manager"
    assert not may(led.mo, LEADS, riverside, TODAY)
    assert not drift()


@pytest.mark.usefixtures("in_scope")
def test_an_office_ends_with_the_membership_and_with_the_role_at_the_setting(led: Group, amina: User) -> None:
    chair, contact = (
        given(led, amina),
        given(led, amina, membership=led.caras, user=led.cara, office="safeguarding"),
    )
    leave(membership=led.bluebells, on=date(2027, 6, 1), reason="Closing", by=amina)
    end_appointment(SETTING_ROLE, led.cara.setting_roles.get(), ends_on=date(2027, 5, 1), by=amina)
    chair.refresh_from_db()
    contact.refresh_from_db()
    assert (chair.ends_on, contact.ends_on) == (date(2027, 6, 1), date(2027, 5, 1))
    assert may(led.mo, RUNS, led.collaboration, date(2027, 5, 31))
    assert not may(led.mo, RUNS, led.collaboration, date(2027, 6, 1))
    assert not drift()


@pytest.mark.usefixtures("in_scope")
def test_an_office_that_begins_later_stands_in_the_way_of_leaving_before(led: Group, amina: User) -> None:
    later = given(led, amina, starts_on=date(2027, 9, 1))
    said = refusal(leave, membership=led.bluebells, on=date(2027, 6, 1), reason="Closing", by=amina)
    assert said == {
        "left_on": ["Mo Siddiqui is to be chair from 1 September 2027, which is later. End that first."]
    }
    assert set(
        refusal(
            end_appointment,
            kind=SETTING_ROLE,
            row=led.mo.setting_roles.get(),
            ends_on=date(2027, 6, 1),
            by=amina,
        )
    ) == {"ends_on"}
    withdraw_appointment(OFFICE, later, today=TODAY, by=led.lena)
    assert not OfficeHolder.objects.exists()
    leave(membership=led.bluebells, on=date(2027, 6, 1), reason="Closing", by=amina)


@pytest.mark.usefixtures("in_scope")
def test_what_has_begun_is_ended_and_never_taken_back(led: Group, amina: User) -> None:
    row = given(led, amina)
    assert (
        "only be ended" in refusal(withdraw_appointment, kind=OFFICE, row=row, today=TODAY, by=amina)[""][0]
    )


@pytest.mark.usefixtures("in_scope")
@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"starts_on": date(2024, 8, 1)}, "starts_on", "not a member of the collaboration on 1 August 2024"),
        ({"ends_on": APPOINTED}, "ends_on", "must be the first day or later"),
        ({"decision": " "}, "decision", "cannot be blank"),
        ({"office": "treasurer"}, "office", "not a valid choice"),
    ],
)
def test_offices_that_are_refused(
    led: Group, amina: User, changes: dict[str, object], field: str, words: str
) -> None:
    facts = {
        "membership": led.bluebells,
        "user": led.mo,
        "office": "chair",
        "starts_on": APPOINTED,
        "decision": DECIDED,
        "by": amina,
    }
    said = refusal(give_office, **{**facts, **changes})
    assert words in said[field][0]


@pytest.mark.usefixtures("in_scope")
def test_one_person_in_an_office_at_a_time_and_one_office_a_person(led: Group, amina: User) -> None:
    row = given(led, amina, ends_on=date(2027, 1, 1))
    facts = {"membership": led.caras, "user": led.cara, "office": "chair", "decision": DECIDED, "by": amina}
    said = refusal(give_office, starts_on=date(2026, 12, 31), **facts)
    assert said == {"office": ["Mo Siddiqui holds this office in that time. End that first."]}
    give_office(starts_on=date(2027, 1, 1), **facts)  # type: ignore[arg-type]
    other = {
        "membership": led.bluebells,
        "user": led.mo,
        "office": "administrator",
        "decision": DECIDED,
        "by": amina,
    }
    assert refusal(give_office, starts_on=TODAY, **other) == {
        "user": ["Mo Siddiqui already holds an office in that time."]
    }
    for ends_on, words in (
        (date(2026, 1, 5), "5 January 2026, the first one in office, or later"),
        (date(2028, 1, 1), "ended already, on 31 December 2026"),
    ):
        assert (
            words in refusal(end_appointment, kind=OFFICE, row=row, ends_on=ends_on, by=amina)["ends_on"][0]
        )


@pytest.mark.usefixtures("in_scope")
def test_a_person_who_is_not_at_the_setting_holds_no_office_for_it(led: Group, amina: User) -> None:
    facts = {
        "membership": led.bluebells,
        "user": led.lena,
        "office": "chair",
        "starts_on": TODAY,
        "decision": DECIDED,
        "by": amina,
    }
    assert "not recorded at the setting" in refusal(give_office, **facts)["starts_on"][0]


@pytest.mark.usefixtures("in_scope")
def test_a_role_that_an_office_hangs_on_is_not_taken_back(led: Group, amina: User) -> None:
    nell = person_of(led.bluebells.provider, "Nell Ives", amina, starts_on=date(2027, 1, 1))
    given(led, amina, user=nell, starts_on=date(2027, 2, 1))
    assert (
        "End that first"
        in refusal(
            withdraw_appointment, kind=SETTING_ROLE, row=nell.setting_roles.get(), today=TODAY, by=amina
        )[""][0]
    )


@pytest.mark.django_db(transaction=True)
def test_two_leaders_record_two_chairs_at_once(larkshire: Authority, led: Group, amina: User) -> None:
    facts = {"office": "chair", "starts_on": APPOINTED, "decision": DECIDED}
    said = at_once(
        larkshire,
        [
            lambda: give_office(membership=led.bluebells, user=led.mo, **facts, by=led.lena),  # type: ignore[arg-type]
            lambda: give_office(membership=led.caras, user=led.cara, **facts, by=amina),  # type: ignore[arg-type]
        ],
    )
    assert said[1] == "done"
    assert "holds this office in that time. End that first." in said[0]
    with authority_scope(larkshire):
        assert OfficeHolder.objects.count() == 1
        assert not drift()


# --- leaders by the members' own decision -------------------------------------------------------------------


@pytest.mark.usefixtures("in_scope")
def test_l1_the_members_record_who_leads(led: Group) -> None:
    facts = {"manner": "joint", "starts_on": TODAY, "members_decision": DECIDED, "by": led.lena}
    row = appoint_leader(membership=led.bluebells, user=led.mo, **facts)  # type: ignore[arg-type]
    assert (row.members_decision, row.officer_decided) == (DECIDED, False)
    assert may(led.mo, LEADS, led.collaboration, TODAY)


@pytest.mark.usefixtures("in_scope")
def test_l1_below_the_line_and_left_to_an_officer_read_the_same(led: Group) -> None:
    """The members are told neither which of both it is nor why:

    Cara's is not inspected yet, Bluebells falls below.
    """
    judged(led.bluebells.provider, 4, date(2026, 6, 1))
    facts = {"manner": "joint", "starts_on": TODAY, "members_decision": DECIDED, "by": led.lena}
    said = [
        refusal(appoint_leader, membership=membership, user=user, **facts)
        for membership, user in ((led.bluebells, led.mo), (led.caras, led.cara))
    ]
    assert said == [{"membership": [ASK_THE_TEAM]}] * 2
    assert not LeaderAppointment.objects.exclude(user=led.lena).exists()


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


# --- rules --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdict", "by_members", "refused"),
    [
        (Verdict.MAY_LEAD, True, False),
        (Verdict.OFFICER_DECIDES, True, True),
        (Verdict.BELOW_LINE, True, True),
        (Verdict.MAY_LEAD, False, False),
    ],
)
def test_l1_the_members_record_only_whom_the_policy_lets_lead_by_itself(
    verdict: Verdict, by_members: bool, refused: bool
) -> None:
    time = Span(TODAY)
    wanted = WantedLeader(
        time, time, [time], Decision(verdict, (), 1), officers_words="They are trusted", by_members=by_members
    )
    said = [(one.field, one.reason.sentence) for one in refusals_of(wanted)]
    assert said == ([("membership", ASK_THE_TEAM)] if refused else [])


@over(
    st.integers(1, 40), st.none() | st.integers(41, 60), st.integers(1, 40), st.none() | st.integers(41, 60)
)
def test_an_office_brings_its_right_only_while_office_membership_and_role_hold(
    office_from: int, office_until: int | None, membership_from: int, membership_until: int | None
) -> None:
    def span(start: int, end: int | None) -> Span:
        return Span(TODAY + timedelta(start), None if end is None else TODAY + timedelta(end))

    office, membership, role = (
        span(office_from, office_until),
        span(membership_from, membership_until),
        span(0, 50),
    )
    found = permissions_from(
        [PersonAt(1, 7, False, role)], [MemberOf(3, 5, 7, membership)], [], [OfficeOf(1, 3, office)]
    )
    runs = [
        Span(right.starts_on, right.ends_on)
        for right in found.on_collaborations
        if right.permission == "run_collaboration"
    ]
    for number in range(65):
        day = TODAY + timedelta(number)
        assert any(one.holds_on(day) for one in runs) == all(
            one.holds_on(day) for one in (office, membership, role)
        )
    assert not {right for right in found.on_collaborations if right.permission == "lead_collaboration"}
