"""Random plans carried out on real rows (C4): nobody is lost, nobody is twice, nothing that was recorded
before the day changes.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.roles import Role
from collaborations.models import StateChange
from core.dates import Span, shared_span
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.services.permissions import drift, settle_permissions
from tests.collaborations.replaying import replayed
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory, SettingRoleFactory
from tests.factories.people import appointed
from tests.factories.plans import AT, TODAY, begin
from tests.factories.providers import ProviderFactory
from tests.staging import staged

pytestmark = pytest.mark.usefixtures("in_larkshire")
NUMBERS = count(1)
AWAY = "away"
MAX_MEMBERS = 7


@st.composite
def worlds(draw):
    """One group to divide or two to merge; each member with a start, perhaps notice, people, a leader, an
    office, and where it goes.
    """
    kind = draw(st.sampled_from(["divide", "merge"]))
    groups = 1 if kind == "divide" else 2
    names = ["A", "B", "C"][: draw(st.integers(2, 3))] if kind == "divide" else ["A"]
    members = []
    for number in range(draw(st.integers(len(names), MAX_MEMBERS))):
        where = names[number] if number < len(names) else draw(st.sampled_from([*names, AWAY]))
        members.append(
            {
                "setting": draw(st.integers(0, 5)) + 10 * number * (kind == "divide"),
                "group": draw(st.integers(0, groups - 1)),
                "joined": date(2023, 1, 1) + timedelta(draw(st.integers(0, 900))),
                "notice": draw(st.none() | st.integers(50, 120)),
                "where": where,
                "leads": draw(st.booleans()),
                "office": draw(st.booleans()),
                "past": draw(st.booleans()),
            }
        )
    return {
        "kind": kind,
        "groups": groups,
        "names": names,
        "members": members,
        "ahead": draw(st.integers(0, 45)),
    }


@staged
def officer(in_larkshire):
    return appointed(in_larkshire, "Olive Marsh", Role.OFFICER)


@staged
def people(in_larkshire):
    """Somebody for each member that a world may have; every example rolls back what it made of them."""
    return [appointed(in_larkshire, f"P{number} Ott", None) for number in range(MAX_MEMBERS)]


def build(world, by, people):
    """The rows of a world, past the services, and the plan for it with everybody placed."""
    run = next(NUMBERS)
    groups = [CollaborationFactory(name=f"Old {run} {number}") for number in range(world["groups"])]
    providers, memberships = {}, []
    for user, member in zip(people, world["members"], strict=False):
        if member["setting"] not in providers:
            providers[member["setting"]] = ProviderFactory()
        provider = providers[member["setting"]]
        group = groups[member["group"]]
        if Membership.objects.filter(collaboration=group, provider=provider).exists():
            continue
        notice = TODAY + timedelta(member["notice"]) if member["notice"] else None
        membership = MembershipFactory(
            collaboration=group, provider=provider, joined_on=member["joined"], left_on=notice
        )
        SettingRoleFactory(user=user, provider=provider, starts_on=date(2022, 1, 1))
        if member["past"]:
            end = member["joined"] + timedelta(30)
            LeaderAppointmentFactory(
                membership=membership, user=user, starts_on=member["joined"], ends_on=end
            )
        if member["leads"]:
            facts = {
                "officer_decided": True,
                "may_lead_because": "Visited.",
                "starts_on": member["joined"] + timedelta(60),
            }
            LeaderAppointmentFactory(membership=membership, user=user, ends_on=notice, **facts)
        if member["office"]:
            OfficeHolder.objects.create(
                membership=membership,
                user=user,
                office="chair",
                starts_on=member["joined"],
                decision="Agreed.",
            )
        memberships.append((membership, member["where"]))
    settle_permissions()
    draft = begin(groups, by, kind=world["kind"])
    names = {name: draft.successor(f"New {run} {name}") for name in world["names"]}
    draft.place(
        {s: names[where] for s, where in memberships if where != AWAY},
        tuple(s for s, where in memberships if where == AWAY),
    )
    draft.terms(takes_effect_on=TODAY + timedelta(world["ahead"]))
    return groups, draft, memberships


def history(day):
    """Everything recorded of the time before a day: who was where and who led, cut off at the day."""
    memberships = {
        (m.pk, m.collaboration_id, m.provider_id, m.joined_on, min(m.left_on or day, day))
        for m in Membership.objects.filter(joined_on__lt=day)
    }
    posts = {
        (model.__name__, row.pk, row.membership_id, row.user_id, row.starts_on, min(row.ends_on or day, day))
        for model in (LeaderAppointment, OfficeHolder)
        for row in model.objects.filter(starts_on__lt=day)
    }
    return memberships | posts


@pytest.mark.parametrize("_part", range(3))  # the worlds in three parts: no test may take long
@given(world=worlds())
@settings(max_examples=7, deadline=None, suppress_health_check=list(HealthCheck))
def test_c4_after_carrying_out_everybody_is_where_the_plan_says_and_history_is_as_it_was(
    officer, people, world, _part
):
    with time_machine.travel(AT, tick=False), transaction.atomic():
        check(world, officer, people)
        transaction.set_rollback(True)


def check(world, officer, people):
    groups, draft, memberships = build(world, officer, people)
    day = TODAY + timedelta(world["ahead"])
    before, setting_roles = history(day), set(SettingRole.objects.values_list("pk", "starts_on", "ends_on"))
    draft.agree()
    if world["ahead"]:
        with pytest.raises(ValidationError, match="You can carry it out from"), transaction.atomic():
            draft.carry_out(at=AT)
        assert history(day) == before
    draft.carry_out()
    assert history(day) == before
    assert set(SettingRole.objects.values_list("pk", "starts_on", "ends_on")) == setting_roles
    assert not Membership.objects.filter(collaboration__in=groups, left_on=None).exists()
    assert not Membership.objects.filter(collaboration__in=groups, left_on__gt=day).exists()
    begun = {
        (m.collaboration.name.split()[-1], m.provider_id): m for m in Membership.objects.filter(joined_on=day)
    }
    assert set(begun) == {
        (where, membership.provider_id) for membership, where in memberships if where != AWAY
    }
    for (_name, provider_id), new in begun.items():
        assert new.continues.provider_id == provider_id
        assert new.continues.left_on == new.joined_on == day
    for model in (LeaderAppointment, OfficeHolder):
        for row in model.objects.select_related("membership"):
            time, member = (
                Span(row.starts_on, row.ends_on),
                Span(row.membership.joined_on, row.membership.left_on),
            )
            assert shared_span(time, member) == time
    assert not drift()
    for group in groups:
        moves = StateChange.objects.filter(collaboration=group).order_by("pk")
        assert replayed([("", "active"), *moves.values_list("from_state", "to_state")]) == "closed"
