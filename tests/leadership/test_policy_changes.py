"""O5: whom another version of the leading policy would judge otherwise, before it is adopted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from core.exports.registry import find_export
from core.tables.filters import WrongFilters
from memberships.models.members import LeaderAppointment
from ofsted.models import LeadingPolicy
from ofsted.rules.policy import Verdict
from ofsted.selectors.policy_changes import policy_changes
from tests.factories.memberships import MembershipFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.leadership.conftest import TODAY
from tests.staging import staged


@staged
def strict(in_larkshire: Authority, policy: LeadingPolicy) -> LeadingPolicy:
    """Good is no longer enough."""
    return LeadingPolicyFactory(
        version=2, draft=True, cells={**policy.cells, "legacy.overall.2": "below_line"}
    )


def member(**facts: Any) -> Any:
    membership = MembershipFactory()
    InspectionFactory(provider=membership.provider, **facts)
    return membership


def test_o5_leaders_and_members_whose_answer_changes_are_listed_leaders_first(
    policy: LeadingPolicy, strict: LeadingPolicy, leads: LeaderAppointment, judged: Any
) -> None:
    judged(overall=2)
    other = member(overall=2)
    member(overall=1)
    member(overall=4)
    MembershipFactory(left_on=date(2026, 1, 1))
    found = policy_changes(one=policy, other=strict, on=TODAY)
    assert [change.member.provider_id for change in found] == [
        leads.membership.provider_id,
        other.provider_id,
    ]
    first = found[0]
    assert first.member.leaders == ("Lena Field",)
    assert (first.before.verdict, first.after.verdict) == (Verdict.MAY_LEAD, Verdict.BELOW_LINE)
    assert first.after.reasons[0].in_words().startswith("Good at the inspection of 12 May 2024")


def test_o5_the_same_table_changes_nobody(
    policy: LeadingPolicy, leads: LeaderAppointment, judged: Any
) -> None:
    judged(overall=2)
    assert policy_changes(one=policy, other=policy, on=TODAY) == []


def test_o5_the_list_costs_the_same_for_one_and_thirty(policy: LeadingPolicy, strict: LeadingPolicy) -> None:
    def queries(number: int) -> int:
        for _each in range(number):
            member(overall=2)
        with CaptureQueriesContext(connection) as seen:
            policy_changes(one=policy, other=strict, on=TODAY)
        return len(seen)

    assert queries(1) == queries(30)


def test_o5_the_list_leaves_as_a_sheet_for_those_who_change_the_policy(
    policy: LeadingPolicy,
    strict: LeadingPolicy,
    leads: LeaderAppointment,
    judged: Any,
    maya: User,
    amina: User,
) -> None:
    judged(overall=2)
    export = find_export("policy-changes")
    filters = export.clean_filters({"policy": str(strict.pk)})
    (row,) = export.rows(filters, by=maya)
    assert row[2:5] == ("Lena Field", "May lead", "Below the line")
    assert export.filters_in_words(filters) == [("version of the leading policy", "2")]
    assert export.may_run(maya, filters)
    assert not export.may_run(amina, filters)
    for wrong in ({}, {"policy": "x"}, {"policy": str(strict.pk + 1000)}):
        with pytest.raises(WrongFilters):
            export.clean_filters(wrong)
