"""S4: what the product knows for the criteria of a scheme, read for many groups at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from meetings.models.attendance import Attendance
from meetings.models.minutes import Minutes
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from memberships.models.members import LeaderAppointment, Membership
from ofsted.models import Inspection
from providers.models import Provider
from supplement.models.claims import Claim
from supplement.rules.criteria import Consequence, Criterion, Kind, When
from supplement.rules.deciding import Evidence, Standing, decide
from supplement.selectors.evidence import READERS, known_of
from supplement.selectors.members import members_counted
from supplement.services.fund import Decided
from supplement.services.payees import withdraw_mandate
from supplement.services.spend_returns import report_spending
from tests.factories.agreed import agreed
from tests.factories.development import DevelopmentPlanFactory
from tests.factories.events import booked, open_event
from tests.factories.fund import decided, ordered, paid
from tests.factories.groups import Group
from tests.factories.meetings import MeetingFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.ofsted import InspectionFactory
from tests.factories.payees import receives, signed
from tests.factories.supplement import open_period
from tests.supplement.test_deciding_rules import AUTUMN

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 1)


def criterion(kind: Kind, **facts: Any) -> Criterion:
    return Criterion(kind, Consequence.WARN, **facts)


def own(group: Collaboration, kind: Kind, *, on: date = LATER, **facts: Any) -> Evidence | None:
    known = known_of([group.pk], [criterion(kind, **facts)], AUTUMN, on=on)
    return known[group.pk].own.get(kind)


def of_members(group: Collaboration, kind: Kind, *, on: date = LATER, **facts: Any) -> dict[int, int | None]:
    known = known_of([group.pk], [criterion(kind, **facts)], AUTUMN, on=on)[group.pk].members
    return {number: found[kind].value for number, found in known.items() if kind in found}


def met(group: Collaboration, on: date, by: User, marks: dict[Membership, Mark], **facts: Any) -> Meeting:
    """A meeting that was held, with its marks, past the services."""
    values = {"state": "held", "kind": "regular", **facts}
    meeting = MeetingFactory(collaboration=group, on=on, planned_by=by, **values)
    for member, mark in marks.items():
        Attendance.objects.create(
            meeting=meeting, membership=member, mark=mark, marked_at=meeting.planned_at, by=by
        )
    return meeting


@pytest.fixture
def riverside(in_larkshire: Authority, led: Group) -> Collaboration:
    return led.acorns.collaboration


def test_s4_every_criterion_that_rows_can_answer_is_read(in_larkshire: Authority) -> None:
    assert set(Kind) - set(READERS) == {Kind.ACTIVE_MEMBERS}


def test_s4_members_are_those_of_the_count_date(riverside: Collaboration, led: Group) -> None:
    before = len(members_counted([riverside.pk], AUTUMN))
    MembershipFactory(collaboration=riverside, joined_on=date(2026, 10, 2))
    MembershipFactory(collaboration=riverside, joined_on=date(2025, 1, 1), left_on=AUTUMN.count_on)
    last = MembershipFactory(collaboration=riverside, joined_on=AUTUMN.count_on, left_on=date(2026, 10, 2))
    counted = members_counted([riverside.pk], AUTUMN)
    assert len(counted) == before + 1
    assert last in counted


def test_s4_ways_of_working_are_those_of_the_day_and_name_no_payee_by_themselves(
    riverside: Collaboration, led: Group, amina: User
) -> None:
    assert own(riverside, Kind.WAYS_OF_WORKING) is None
    agreed(riverside, amina, on=date(2026, 10, 1), values={"payee": led.acorns.provider_id})
    assert own(riverside, Kind.WAYS_OF_WORKING) == Evidence(1, AUTUMN.count_on, "Ways of working, version 1")
    assert own(riverside, Kind.PAYEE) is None
    assert own(riverside, Kind.WAYS_OF_WORKING, on=date(2026, 9, 30)) is None


def test_s9_the_payee_is_the_one_in_force_on_the_day_as_long_as_it_is_a_member(
    riverside: Collaboration, led: Group
) -> None:
    receives(led.acorns, led.lena, on=date(2026, 9, 14))
    assert own(riverside, Kind.PAYEE) == Evidence(1, date(2026, 9, 14), "Acorns")
    assert own(riverside, Kind.PAYEE, on=date(2026, 9, 13)) is None
    Membership.objects.filter(pk=led.acorns.pk).update(left_on=AUTUMN.count_on)
    assert own(riverside, Kind.PAYEE) is None
    assert own(riverside, Kind.PAYEE, on=date(2026, 9, 30)) is not None


def test_s9_a_mandate_is_the_one_for_the_payee_of_the_day_and_the_payee_needs_none(
    riverside: Collaboration, led: Group
) -> None:
    assert of_members(riverside, Kind.MANDATE) == {}
    payee = receives(led.acorns, led.lena, on=date(2026, 9, 14))
    mandate = signed(payee, led.bluebells, led.mo, on=date(2026, 9, 20))
    assert of_members(riverside, Kind.MANDATE) == {led.acorns.pk: 1, led.bluebells.pk: 1}
    assert of_members(riverside, Kind.MANDATE, on=date(2026, 9, 19)) == {led.acorns.pk: 1}
    with time_machine.travel(datetime(2026, 9, 25, 12, tzinfo=UTC), tick=False):
        withdraw_mandate(mandate_id=mandate.pk, by=led.mo, at=timezone.now())
    assert of_members(riverside, Kind.MANDATE) == {led.acorns.pk: 1}
    assert of_members(riverside, Kind.MANDATE, on=date(2026, 9, 24))[led.bluebells.pk] == 1


@pytest.mark.parametrize(("state", "value"), [("draft", None), ("current", 1), ("closed", 1)])
def test_s4_a_plan_that_was_worked_by_on_the_day_counts(
    riverside: Collaboration, state: str, value: int | None
) -> None:
    DevelopmentPlanFactory(collaboration=riverside, state=state)
    found = own(riverside, Kind.PLAN)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("ends_on", "words", "value"),
    [
        (date(2026, 9, 2), "Children talk more.", date(2026, 9, 2)),
        (date(2026, 9, 1), "Children talk more.", None),
        (date(2026, 9, 2), "", None),
        (date(2026, 10, 3), "Children talk more.", None),
    ],
)
def test_s4_an_evaluation_is_of_a_plan_that_ended_within_the_window(
    riverside: Collaboration, ends_on: date, words: str, value: date | None
) -> None:
    DevelopmentPlanFactory(
        collaboration=riverside,
        state="closed",
        starts_on=date(2025, 9, 1),
        ends_on=ends_on,
        evaluation=words,
    )
    found = own(riverside, Kind.EVALUATION)
    assert (found.known_on if found else None) == value


def test_s4_meetings_that_were_held_within_the_window_count(
    riverside: Collaboration, led: Group, amina: User
) -> None:
    assert own(riverside, Kind.MEETINGS) is None
    met(riverside, date(2026, 8, 31), amina, {})
    met(riverside, date(2026, 9, 1), amina, {})
    met(riverside, AUTUMN.count_on, amina, {}, kind="extra")
    met(riverside, date(2026, 10, 2), amina, {})
    met(riverside, date(2026, 9, 8), amina, {}, state="cancelled")
    met(riverside, date(2026, 9, 9), amina, {}, state="planned")
    assert own(riverside, Kind.MEETINGS) == Evidence(2, AUTUMN.count_on, "2 meetings held")
    assert own(riverside, Kind.MEETINGS, on=date(2026, 9, 20)) == Evidence(
        1, date(2026, 9, 20), "1 meeting held"
    )
    year = own(riverside, Kind.MEETINGS, window_days=365)
    assert year is not None
    assert year.value == 3
    late = own(riverside, Kind.MEETINGS, asked=When.EVIDENCE)
    assert late is not None
    assert (late.value, late.known_on) == (3, AUTUMN.evidence_until_on)


def test_s4_minutes_are_counted_by_meetings_whose_minutes_went_out(
    riverside: Collaboration, amina: User
) -> None:
    assert own(riverside, Kind.MINUTES) is None
    for day, state in ((3, "circulated"), (10, "circulated"), (17, "draft")):
        meeting = met(riverside, date(2026, 9, day), amina, {})
        if day == 17:
            assert own(riverside, Kind.MINUTES) == Evidence(66, AUTUMN.count_on, "Minutes of 2 of 3 meetings")
        _minutes(meeting, state, amina)
    assert own(riverside, Kind.MINUTES) == Evidence(66, AUTUMN.count_on, "Minutes of 2 of 3 meetings")
    Meeting.objects.filter(minutes__state="draft").update(state="cancelled")
    assert own(riverside, Kind.MINUTES) == Evidence(100, AUTUMN.count_on, "Minutes of 2 of 2 meetings")


def _minutes(meeting: Meeting, state: str, by: User) -> None:
    facts = {} if state == "draft" else {"circulated_at": meeting.planned_at, "circulated_by": by}
    Minutes.objects.create(
        meeting=meeting, state=state, started_by=by, started_at=meeting.planned_at, **facts
    )


def test_s4_attendance_counts_substitutes_not_apologies_and_leaves_out_who_was_excused(
    riverside: Collaboration, led: Group, amina: User
) -> None:
    first, second = led.acorns, led.bluebells
    met(riverside, date(2026, 9, 8), amina, {first: Mark.PRESENT, second: Mark.SUBSTITUTE})
    met(riverside, date(2026, 9, 15), amina, {first: Mark.APOLOGIES, second: Mark.EXCUSED})
    met(riverside, date(2026, 9, 22), amina, {first: Mark.ONLINE, second: Mark.ABSENT})
    met(riverside, date(2026, 9, 23), amina, {first: Mark.ABSENT}, kind="group")
    found = of_members(riverside, Kind.ATTENDANCE, threshold=80)
    assert (found[first.pk], found[second.pk]) == (66, 50)
    others = set(found) - {first.pk, second.pk}
    assert {found[number] for number in others} <= {100}


def test_s4_a_staff_number_is_that_of_the_count_date(
    riverside: Collaboration, led: Group, amina: User
) -> None:
    period = ReturnPeriodFactory(count_date=AUTUMN.count_on)
    other = ReturnPeriodFactory(name="Spring", count_date=date(2026, 2, 1))
    StaffReturnFactory(period=period, provider=led.acorns.provider, certified_by=amina, staff=0)
    StaffReturnFactory(period=other, provider=led.bluebells.provider, certified_by=amina)
    assert of_members(riverside, Kind.RETURN) == {led.acorns.pk: 1}


def test_s4_register_and_tenure_are_of_the_member(riverside: Collaboration, led: Group) -> None:
    Provider.objects.filter(pk=led.acorns.provider_id).update(on_early_years_register=False)
    Provider.objects.filter(pk=led.bluebells.provider_id).update(on_early_years_register=None)
    registered = of_members(riverside, Kind.REGISTERED)
    assert (registered[led.acorns.pk], registered[led.bluebells.pk]) == (0, 0)
    Membership.objects.filter(pk=led.acorns.pk).update(joined_on=date(2026, 9, 2))
    assert of_members(riverside, Kind.TENURE)[led.acorns.pk] == 30


def test_s4_a_leader_may_lead_by_what_is_published(riverside: Collaboration, led: Group, amina: User) -> None:
    setting = led.acorns.provider
    InspectionFactory(
        provider=setting, inspected_on=date(2026, 9, 10), published_on=date(2026, 10, 9), overall=4
    )
    before, after = own(riverside, Kind.LEADER), own(riverside, Kind.LEADER, asked=When.EVIDENCE)
    assert before is not None
    assert after is not None
    assert (before.source, after.source) == ("1 leader who may lead", "0 leaders who may lead")
    assert (before.value, after.value) == (1, 0)


def test_s4_where_an_officer_decides_the_decision_counts(riverside: Collaboration, led: Group) -> None:
    Inspection.objects.filter(provider=led.acorns.provider).delete()
    undecided = own(riverside, Kind.LEADER)
    LeaderAppointment.objects.update(officer_decided=True)
    decided = own(riverside, Kind.LEADER)
    assert undecided is not None
    assert decided is not None
    assert (undecided.value, decided.value) == (0, 1)


def test_s4_leaders_days_count_once_for_a_group_and_only_those_that_somebody_came_to(
    riverside: Collaboration, led: Group, amina: User
) -> None:
    assert own(riverside, Kind.LEADERS_DAYS) == Evidence(0, AUTUMN.count_on, "Came to 0 Leaders' Days")
    for title, day, kind, came in (
        ("June", date(2026, 6, 3), "leaders_day", True),
        ("September", date(2026, 9, 16), "leaders_day", True),
        ("Late September", date(2026, 9, 30), "leaders_day", False),
        ("Network", date(2026, 9, 17), "network", True),
    ):
        event = open_event(amina, title=title, on=date(2027, 1, 20), kind=kind, audience="everybody")
        type(event).objects.filter(pk=event.pk).update(on=day)
        booked(event, led.acorns.provider, led.lena, came=came)
    found = own(riverside, Kind.LEADERS_DAYS)
    assert found is not None
    assert (found.value, found.source) == (1, "Came to 1 Leaders' Day")


def test_s4_the_spending_of_the_period_before_is_reported_and_what_is_left_is_known(
    riverside: Collaboration, led: Group, maya: User, fred: User
) -> None:
    assert own(riverside, Kind.SPEND_RETURN) == Evidence(
        1, AUTUMN.count_on, "Nothing came for the period before"
    )
    assert own(riverside, Kind.UNSPENT) == Evidence(0, AUTUMN.count_on, "£0 is left")
    at = datetime(2026, 6, 1, 10, tzinfo=UTC)
    period = open_period(maya, on=date(2026, 6, 1), period={"ends_on": AUTUMN.starts_on})
    paid(period, riverside, {led.acorns: 20_000}, by=fred, approver=maya, at=at)
    decision = decided(
        riverside, 15_000, by=led.lena, at=at, decided=Decided(words="Our meeting", on=date(2026, 6, 1))
    )
    ordered(decision, 5_000, by=led.lena, at=at, paid_on=at.date())
    owed = own(riverside, Kind.SPEND_RETURN)
    assert owed == Evidence(0, AUTUMN.count_on, "The spending of Autumn is not reported")
    assert own(riverside, Kind.UNSPENT) == Evidence(15_000, AUTUMN.count_on, "£150 is left")
    reported = datetime(2026, 9, 15, 10, tzinfo=UTC)
    report_spending(
        collaboration_id=riverside.pk,
        claim_id=Claim.objects.get().pk,
        words="Trained",
        by=led.lena,
        at=reported,
    )
    assert own(riverside, Kind.SPEND_RETURN) == Evidence(1, reported.date(), "Spending of Autumn reported")
    early = own(riverside, Kind.SPEND_RETURN, on=date(2026, 9, 14))
    assert early is not None
    assert early.value == 0


def test_s4_many_groups_are_read_in_as_many_statements_as_one(
    riverside: Collaboration, elsewhere: Collaboration, led: Group, amina: User
) -> None:
    everything = [criterion(kind, threshold=1) for kind in Kind]
    numbers = []
    for groups in ([riverside.pk], [riverside.pk, elsewhere.pk]):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            known = known_of(groups, everything, AUTUMN, on=LATER)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 21
    hillside = known[elsewhere.pk]
    assert set(known) == {riverside.pk, elsewhere.pk}
    assert not set(hillside.members) & set(known[riverside.pk].members)
    verdict = decide(
        [replace(everything[0], threshold=1)], hillside, members=hillside.members, period=AUTUMN, today=LATER
    )
    assert verdict.findings[0].standing is Standing.MET


def test_s4_nothing_of_another_authority_is_known(
    larkshire: Authority, led: Group, marlshire: Authority
) -> None:
    group = led.collaboration.pk
    with authority_scope(larkshire):
        here = known_of([group], [criterion(kind) for kind in Kind], AUTUMN, on=LATER)[group]
    with authority_scope(marlshire):
        there = known_of([group], [criterion(kind) for kind in Kind], AUTUMN, on=LATER)[group]
    assert here.members
    assert not any(evidence.value for evidence in there.own.values())
    assert there.members == {}
