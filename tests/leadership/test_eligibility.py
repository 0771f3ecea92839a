"""L2: every leader is checked against the leading policy; one open case
an appointment, whatever is retried or runs twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase, Sweep
from leadership.rules.cases import Finding, decided_at_appointment_stands, decision_stands
from leadership.selectors.sight import every_case
from leadership.services.eligibility import Found, _find
from memberships.models.members import LeaderAppointment
from ofsted.models import Inspection, LeadingPolicy
from ofsted.rules.policy import Verdict, decide
from ofsted.rules.regimes import Regime
from ofsted.selectors.standing import relevant_judgements, table_of
from providers.models import Provider
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.factories.providers import ProviderFactory
from tests.leadership.conftest import NOW, TODAY, Check

Judged = Callable[..., Inspection]
BELOW, NEEDED = LeadershipCase.Ground.BELOW_LINE, LeadershipCase.Ground.DECISION_NEEDED


def the_case() -> LeadershipCase:
    return LeadershipCase.objects.get()


def actions() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("action", flat=True))


# --- what the check finds -----------------------------------------------------------------------------------


def test_l2_below_the_line_opens_a_case_with_its_reason_in_words(
    check: Check, judged: Judged, policy: LeadingPolicy
) -> None:
    inspection = judged(overall=3)
    sweep = check()
    case = the_case()
    assert (sweep.leaders, sweep.opened) == (1, 1)
    assert (case.ground, case.inspection, case.policy, case.opened_at) == (BELOW, inspection, policy, NOW)
    assert (
        case.reason
        == "Requires improvement at the inspection of 12 May 2024, published 14 June 2024; leading policy"
        " version 1"
    )


def test_l2_a_leader_whose_setting_is_good_has_no_case(check: Check, judged: Judged) -> None:
    judged(overall=2)
    assert check().opened == 0
    assert not LeadershipCase.objects.exists()


def test_l2_not_inspected_is_left_to_an_officer(check: Check, leads: LeaderAppointment) -> None:
    check()
    assert the_case().ground == NEEDED
    assert the_case().inspection is None
    assert (
        "No published inspection of this registration by 1 July 2026: An officer decides" in the_case().reason
    )


def test_l2_a_setting_registered_anew_is_not_inspected_whatever_the_old_one_was(
    check: Check, leads: LeaderAppointment
) -> None:
    InspectionFactory(provider=ProviderFactory(unlisted_since=date(2026, 1, 1)), overall=4)
    check()
    assert the_case().ground == NEEDED


def test_l2_a_redacted_setting_is_judged_like_any_other(
    check: Check, leads: LeaderAppointment, judged: Judged
) -> None:
    Provider.objects.filter(pk=leads.membership.provider_id).update(
        name="", address_line_1="", provider_type=Provider.Type.CHILDMINDER
    )
    judged(overall=4)
    check()
    assert the_case().reason.startswith("Inadequate at the inspection")


@pytest.mark.parametrize(("met", "ground"), [(1, None), (2, BELOW), (None, NEEDED)])
def test_l2_a_childminder_of_an_agency_is_judged_by_the_agency(
    check: Check, leads: LeaderAppointment, met: int | None, ground: str | None
) -> None:
    agency = ProviderFactory(provider_type=Provider.Type.AGENCY)
    Provider.objects.filter(pk=leads.membership.provider_id).update(agency=agency)
    if met:
        InspectionFactory(provider=agency, regime=Regime.AGENCY, is_graded=False, overall=None, met=met)
    check()
    assert [case.ground for case in LeadershipCase.objects.all()] == ([ground] if ground else [])


@pytest.mark.parametrize(
    ("areas", "ground"),
    [
        ({}, None),
        ({"rc_inclusion": 4}, NEEDED),
        ({"rc_leadership_and_governance": 4}, BELOW),
        ({"rc_welfare": 5}, BELOW),
        ({"rc_safeguarding": 2}, BELOW),
    ],
)
def test_l2_a_report_card_is_read_area_by_area(
    check: Check, judged: Judged, areas: dict[str, int], ground: str | None
) -> None:
    judged(card=True, **areas)
    check()
    assert [case.ground for case in LeadershipCase.objects.all()] == ([ground] if ground else [])


def test_o4_a_later_visit_without_grades_does_not_clear_an_inadequate(check: Check, judged: Judged) -> None:
    judged(overall=4)
    judged(visit=True, inspected_on=date(2026, 2, 3))
    check()
    assert the_case().ground == BELOW
    assert "The later visit of 3 February 2026" in the_case().reason


def test_o4_what_is_published_tomorrow_is_not_known_today(check: Check, judged: Judged) -> None:
    judged(overall=2)
    judged(overall=4, inspected_on=date(2026, 5, 20), published_on=TODAY + timedelta(days=1))
    assert check().opened == 0
    assert check(on=TODAY + timedelta(days=1)).opened == 1


def test_l2_only_leaders_of_the_day_are_checked(check: Check, lena: User) -> None:
    for facts in (
        {"starts_on": TODAY + timedelta(days=1)},
        {"ends_on": TODAY},
        {"membership__left_on": TODAY},
    ):
        LeaderAppointmentFactory(user=lena, **facts)
    assert check().leaders == 0
    assert not LeadershipCase.objects.exists()


# --- once ---------------------------------------------------------------------------------------------------


def test_l2_the_same_slot_twice_does_nothing(check: Check, judged: Judged) -> None:
    judged(overall=3)
    first = check(slot="import-7")
    LeadershipCase.objects.update(closed_at=NOW, outcome="stopped", stage="closed")
    assert check(slot="import-7").pk == first.pk
    assert LeadershipCase.objects.count() == 1
    assert Sweep.objects.count() == 1


def test_l2_two_slots_leave_one_open_case(check: Check, judged: Judged) -> None:
    judged(overall=3)
    assert [check().opened for _ in range(3)] == [1, 0, 0]
    assert actions().count(Action.CASE_OPENED) == 1
    assert actions().count(Action.CASE_UPDATED) == 0


def test_l2_each_appointment_has_its_own_case(
    check: Check, leads: LeaderAppointment, judged: Judged, lena: User
) -> None:
    judged(overall=3)
    LeaderAppointmentFactory(user=lena, membership__provider=leads.membership.provider)
    assert check().opened == 2


def test_l2_two_graded_inspections_on_one_day_are_told_apart_by_the_rule(
    check: Check, judged: Judged
) -> None:
    judged(card=True, inspected_on=date(2026, 3, 10))
    judged(overall=4, regime=Regime.EIF, inspected_on=date(2026, 3, 10), published_on=date(2026, 4, 20))
    assert check().opened == 0


# --- decisions that stand -----------------------------------------------------------------------------------


def test_l2_an_officers_decision_stands_for_the_same_judgement(
    check: Check, judged: Judged, leads: LeaderAppointment
) -> None:
    inspection = judged(card=True, rc_inclusion=4)
    LeadershipCaseFactory(
        appointment=leads, ground=NEEDED, inspection=inspection, closed_at=NOW, outcome="may_lead"
    )
    assert check().opened == 0


def test_l2_another_judgement_needs_another_decision(
    check: Check, judged: Judged, leads: LeaderAppointment
) -> None:
    old = judged(card=True, rc_inclusion=4)
    LeadershipCaseFactory(appointment=leads, ground=NEEDED, inspection=old, closed_at=NOW, outcome="may_lead")
    judged(card=True, rc_inclusion=4, inspected_on=date(2026, 5, 1), published_on=date(2026, 6, 1))
    assert check().opened == 1


def test_l2_no_decision_stands_against_a_judgement_below_the_line(
    check: Check, judged: Judged, leads: LeaderAppointment
) -> None:
    inspection = judged(overall=3)
    LeadershipCaseFactory(
        appointment=leads, ground=NEEDED, inspection=inspection, closed_at=NOW, outcome="may_lead"
    )
    LeaderAppointment.objects.update(officer_decided=True)
    assert check().opened == 1


@pytest.mark.parametrize(("published_on", "opened"), [(date(2024, 12, 31), 0), (date(2025, 1, 2), 1)])
def test_l1_a_decision_made_at_the_appointment_stands_for_what_was_known_then(
    check: Check, judged: Judged, leads: LeaderAppointment, published_on: date, opened: int
) -> None:
    LeaderAppointment.objects.update(officer_decided=True)
    judged(card=True, rc_inclusion=4, inspected_on=date(2024, 12, 1), published_on=published_on)
    assert check().opened == opened


def test_l1_a_decision_about_a_setting_not_inspected_stands_until_it_is_inspected(
    check: Check, judged: Judged
) -> None:
    LeaderAppointment.objects.update(officer_decided=True)
    assert check().opened == 0
    judged(card=True, rc_inclusion=4)
    assert check().opened == 1


@given(
    facts=st.tuples(
        st.sampled_from([None, date(2024, 12, 1), date(2025, 3, 1)]),
        st.sampled_from([None, date(2024, 12, 20), date(2025, 3, 20)]),
        st.sampled_from([2, 3, 4]),
        st.booleans(),
        st.sampled_from(["none", "same", "other"]),
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_l2_the_sql_lets_decisions_stand_as_the_rule_does(
    leads: LeaderAppointment, policy: LeadingPolicy, facts: tuple[date | None, date | None, int, bool, str]
) -> None:
    inspected_on, published_on, inclusion, at_appointment, closed = facts
    LeadershipCase.objects.all().delete()
    Inspection.objects.all().delete()
    provider = leads.membership.provider
    inspection = (
        InspectionFactory(
            card=True,
            provider=provider,
            rc_inclusion=inclusion,
            inspected_on=inspected_on,
            published_on=published_on,
        )
        if inspected_on
        else None
    )
    LeaderAppointment.objects.update(officer_decided=at_appointment)
    if closed != "none":
        other = InspectionFactory(provider=ProviderFactory())
        LeadershipCaseFactory(
            appointment=leads,
            inspection=inspection if closed == "same" else other,
            closed_at=NOW,
            outcome="may_lead",
        )
    setting = relevant_judgements([provider.pk], on=TODAY)[provider.pk]
    finding = Finding(decide(table_of(policy), setting.relevant).verdict, setting.inspection_id)
    stands = (
        closed == "same" and decision_stands(finding, decided_on_inspection_id=inspection and inspection.pk)
    ) or (
        at_appointment
        and decided_at_appointment_stands(
            finding, inspected_on=inspected_on, published_on=published_on, starts_on=leads.starts_on
        )
    )
    expected = finding.verdict is not Verdict.MAY_LEAD and not stands
    found = _find(table_of(policy), on=TODAY)
    assert found == ([Found(leads.pk, provider.pk, None, setting.inspection_id)] if expected else [])


# --- open cases are brought up to date ----------------------------------------------------------------------


def test_l2_a_case_that_waits_for_an_officer_falls_below_the_line(check: Check, judged: Judged) -> None:
    check()
    inspection = judged(overall=4)
    check()
    case = the_case()
    assert (case.ground, case.inspection) == (BELOW, inspection)
    assert case.reason.startswith("Inadequate")
    assert actions().count(Action.CASE_UPDATED) == 1


def test_l2_a_finding_that_has_gone_closes_nothing_and_is_marked(check: Check, judged: Judged) -> None:
    judged(overall=3)
    check()
    judged(overall=2, inspected_on=date(2026, 5, 1), published_on=date(2026, 6, 1))
    check()
    check(at=NOW + timedelta(days=1))
    case = the_case()
    assert case.closed_at is None
    assert case.nothing_found_since == NOW
    assert case.reason.startswith("Requires improvement")
    assert actions().count(Action.CASE_UPDATED) == 1


def test_l2_what_is_found_again_takes_the_mark_away(check: Check, judged: Judged) -> None:
    judged(overall=3)
    check()
    good = judged(overall=2, inspected_on=date(2026, 5, 1), published_on=date(2026, 6, 1))
    check()
    good.delete()
    check()
    assert the_case().nothing_found_since is None


def test_l2_the_case_of_somebody_who_no_longer_leads_is_marked(
    check: Check, judged: Judged, leads: LeaderAppointment
) -> None:
    judged(overall=3)
    check()
    LeaderAppointment.objects.filter(pk=leads.pk).update(ends_on=TODAY)
    check()
    assert the_case().nothing_found_since == NOW


def test_l2_a_stricter_policy_opens_cases_and_names_its_version(
    check: Check, judged: Judged, policy: LeadingPolicy
) -> None:
    judged(overall=2)
    assert check().opened == 0
    strict = LeadingPolicyFactory(
        version=2, starts_on=TODAY, cells={**policy.cells, "legacy.overall.2": "below_line"}
    )
    check()
    assert the_case().policy == strict
    assert "leading policy version 2" in the_case().reason


# --- the whole authority ------------------------------------------------------------------------------------


def test_o5_an_authority_without_a_policy_adopts_the_shipped_one(judged: Judged) -> None:
    from leadership.services.eligibility import review_leaders

    judged(overall=3)
    review_leaders(slot="first", on=TODAY, at=NOW)
    assert the_case().policy.version == 1
    assert LeadingPolicy.objects.get().starts_on == TODAY


def test_l2_everything_written_is_confidential(check: Check, judged: Judged) -> None:
    judged(overall=3)
    check()
    entries = Entry.objects.filter(action__in=[Action.CASE_OPENED, Action.LEADERS_CHECKED])
    assert entries.count() == 2
    assert all(entry.is_confidential and entry.about_name == "" for entry in entries)


def test_l2_another_authoritys_leaders_are_not_looked_at(
    larkshire: Authority, marlshire: Authority, otto: User
) -> None:
    from leadership.services.eligibility import review_leaders

    with authority_scope(marlshire), every_case():
        theirs = LeaderAppointmentFactory(user=otto)
        InspectionFactory(provider=theirs.membership.provider, overall=4)
    with authority_scope(larkshire), every_case():
        sweep = review_leaders(slot="one", on=TODAY, at=NOW)
        assert (sweep.leaders, sweep.opened) == (0, 0)
    with authority_scope(marlshire), every_case():
        assert not LeadershipCase.objects.exists()


def test_l2_the_number_of_queries_does_not_grow_with_leaders_in_order(check: Check, lena: User) -> None:
    def queries(number: int) -> int:
        for appointment in LeaderAppointmentFactory.create_batch(number, user=lena):
            InspectionFactory(provider=appointment.membership.provider)
        with CaptureQueriesContext(connection) as seen:
            check()
        return len(seen)

    assert queries(1) == queries(30)
