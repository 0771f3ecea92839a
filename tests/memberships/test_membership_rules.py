"""C2, L1 and the dates, as tables and as properties. No database."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import Span, merge_spans, part_within, shared_span
from core.reasons import Reason
from memberships.rules.leaders import WantedLeader, refusals_of
from memberships.rules.permissions import DatedPermission, LeaderOf, MemberOf, PersonAt, permissions_from
from memberships.rules.size import Size, bounds_of, size_advice, size_of
from ofsted.rules.policy import Decision, Verdict

DAY = date(2026, 1, 1)
days = st.integers(0, 60).map(lambda number: DAY + timedelta(number))


@st.composite
def spans(draw):
    start = draw(days)
    length = draw(st.none() | st.integers(1, 30))
    return Span(start, None if length is None else start + timedelta(length))


ALL_DAYS = [DAY + timedelta(number) for number in range(100)]


def on(number: int) -> date:
    return DAY + timedelta(number)


# --- dates --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("span", "day", "holds"),
    [
        (Span(on(0), on(2)), on(-1), False),
        (Span(on(0), on(2)), on(0), True),
        (Span(on(0), on(2)), on(1), True),
        (Span(on(0), on(2)), on(2), False),
        (Span(on(0)), on(5000), True),
    ],
)
def test_a_span_holds_from_its_first_day_to_the_day_before_its_end(span, day, holds):
    assert span.holds_on(day) is holds


@given(st.lists(spans(), min_size=1, max_size=4))
def test_shared_time_is_exactly_the_days_on_which_all_hold(several):
    together = shared_span(*several)
    for day in ALL_DAYS:
        assert (together is not None and together.holds_on(day)) is all(
            span.holds_on(day) for span in several
        )


@given(st.lists(spans(), max_size=6))
def test_merged_time_is_the_same_days_without_overlap_or_touch(several):
    made = merge_spans(several)
    for day in ALL_DAYS:
        assert sum(span.holds_on(day) for span in made) == any(span.holds_on(day) for span in several)
    assert all(one.end is not None and one.end < other.start for one, other in pairwise(made))


@given(spans(), st.lists(spans(), max_size=4))
def test_the_part_within_has_no_gap_and_cannot_be_longer(wanted, several):
    part = part_within(wanted, several)
    covered = [day for day in ALL_DAYS if any(span.holds_on(day) for span in several)]
    if part is None:
        assert wanted.start not in covered
        return
    assert part.start == wanted.start
    assert all(day in covered and wanted.holds_on(day) for day in ALL_DAYS if part.holds_on(day))
    assert part.end is None or part.end == wanted.end or part.end not in covered


# --- C2 -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "size", "words"),
    [
        (0, Size.EMPTY, "no members yet"),
        (1, Size.SMALL, "small group"),
        (5, Size.SMALL, "small group"),
        (6, Size.ADVISED, None),
        (8, Size.ADVISED, None),
        (9, Size.LARGE, "large group"),
        (40, Size.LARGE, "large group"),
    ],
)
def test_c2_six_to_eight_is_as_advised(members, size, words):
    assert size_of(members) is size
    advice = size_advice(members)
    assert (advice is None) if words is None else (advice.code == "C2" and words in str(advice))


@given(st.integers(0, 200))
def test_c2_every_number_lies_within_the_bounds_of_its_size_alone(members):
    fitting = []
    for size in Size:
        least, most = bounds_of(size)
        if members >= least and (most is None or members <= most):
            fitting.append(size)
    assert fitting == [size_of(members)]
    assert all(size.label for size in Size)


# --- L1 -----------------------------------------------------------------------------------------------------

WHY = Reason("O5", "Good at the last inspection")


def decision(verdict: Verdict) -> Decision:
    return Decision(verdict, (WHY,), 3)


FROM_THE_START, LATER = Span(on(0)), Span(on(10))


def refusals(
    time=LATER, membership=FROM_THE_START, at_setting=(FROM_THE_START,), verdict=Verdict.MAY_LEAD, words=""
):
    wanted = WantedLeader(time, membership, at_setting, decision(verdict), words)
    return [(refusal.field, str(refusal.reason)) for refusal in refusals_of(wanted)]


def test_l1_a_person_of_a_member_setting_that_may_lead_may_be_appointed():
    assert refusals() == []
    assert (
        refusals(
            time=Span(on(0), on(9)),
            membership=Span(on(0), on(9)),
            at_setting=[Span(on(0), on(5)), Span(on(5), on(9))],
        )
        == []
    )


@pytest.mark.parametrize(
    ("case", "field", "words"),
    [
        ({"time": Span(on(10), on(10))}, "ends_on", "The last day must be the first day or later."),
        ({"membership": Span(on(11))}, "starts_on", "not a member of the collaboration on 11 January 2026"),
        ({"membership": Span(on(0), on(20))}, "ends_on", "a member only to 20 January 2026"),
        (
            {"time": Span(on(10), on(30)), "membership": Span(on(0), on(20))},
            "ends_on",
            "a member only to 20 January 2026",
        ),
        ({"at_setting": []}, "starts_on", "not recorded at the setting on 11 January 2026"),
        ({"at_setting": [Span(on(0), on(12)), Span(on(13))]}, "ends_on", "only to 12 January 2026"),
        ({"verdict": Verdict.BELOW_LINE}, "membership", "does not let this setting's people lead"),
        (
            {"verdict": Verdict.BELOW_LINE, "words": "We trust her"},
            "membership",
            "does not let this setting's people lead",
        ),
        ({"verdict": Verdict.OFFICER_DECIDES}, "may_lead_because", "leaves this to an officer"),
        (
            {"verdict": Verdict.OFFICER_DECIDES, "words": "  "},
            "may_lead_because",
            "leaves this to an officer",
        ),
    ],
)
def test_l1_refusals_name_the_field_and_say_why(case, field, words):
    found = refusals(**case)
    assert found[0][0] == field
    assert words in found[0][1]


def test_l1_the_policys_own_reasons_stand_beside_the_refusal():
    assert ("membership", str(WHY)) in refusals(verdict=Verdict.BELOW_LINE)
    assert ("may_lead_because", str(WHY)) in refusals(verdict=Verdict.OFFICER_DECIDES)


def test_l1_an_officers_recorded_decision_is_enough_where_the_policy_leaves_it_to_one():
    assert refusals(verdict=Verdict.OFFICER_DECIDES, words="Visited on 3 May; strong leadership.") == []


def test_l1_all_reasons_come_at_once():
    found = refusals(membership=Span(on(11)), at_setting=[], verdict=Verdict.BELOW_LINE)
    assert [field for field, _words in found] == ["starts_on", "starts_on", "membership", "membership"]


# --- permissions -------------------------------------------------------------------------------------------------


def test_rights_hold_only_while_all_that_they_hang_on_holds():
    people = [PersonAt(1, 7, True, Span(on(5), on(50))), PersonAt(2, 7, False, Span(on(0)))]
    members = [MemberOf(3, 9, 7, Span(on(10), on(40)))]
    leaders = [LeaderOf(1, 3, Span(on(0), on(20)))]
    permissions = permissions_from(people, members, leaders)
    assert permissions.on_collaborations == {
        DatedPermission(1, 9, "view_collaboration", on(10), on(40)),
        DatedPermission(1, 9, "lead_collaboration", on(10), on(20)),
        DatedPermission(1, 9, "run_collaboration", on(10), on(20)),
        DatedPermission(2, 9, "view_collaboration", on(10), on(40)),
    }
    assert permissions.on_settings == {
        DatedPermission(1, 7, name, on(5), on(50)) for name in ("view_provider", "manage_provider")
    }


def test_two_settings_of_one_person_in_one_group_give_one_right_over_both_times():
    people = [PersonAt(1, 7, False, Span(on(0))), PersonAt(1, 8, False, Span(on(0)))]
    members = [MemberOf(3, 9, 7, Span(on(0), on(30))), MemberOf(4, 9, 8, Span(on(20), on(40)))]
    permissions = permissions_from(people, members, [])
    assert permissions.on_collaborations == {DatedPermission(1, 9, "view_collaboration", on(0), on(40))}


@given(spans(), spans(), spans())
def test_a_leader_leads_on_exactly_the_days_on_which_role_stay_and_appointment_hold(role, membership, lead):
    permissions = permissions_from(
        [PersonAt(1, 7, False, role)], [MemberOf(3, 9, 7, membership)], [LeaderOf(1, 3, lead)]
    )
    leads = [
        Span(one.starts_on, one.ends_on)
        for one in permissions.on_collaborations
        if one.permission == "lead_collaboration"
    ]
    for day in ALL_DAYS:
        assert any(span.holds_on(day) for span in leads) is (
            role.holds_on(day) and membership.holds_on(day) and lead.holds_on(day)
        )
