"""Kept counts equal the truth, whoever writes: the ORM row by row and in bulk, plain SQL, and every service
by way of its rows.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from collaborations.models import Collaboration, CollaborationCount
from core.counts import KeptCount, settle, stored_counts, stored_total
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase, OpenCaseCount
from leadership.selectors.sight import every_case
from memberships.models.counts import CoveredCount, LedCount
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.districts import (
    all_collaborations_by_district,
    collaborations_by_district,
    settings_by_district,
)
from memberships.selectors.lists import by_having_leaders, collaborations_with_size, group_numbers
from memberships.services.counts import settle_counts
from providers.models import District, ListedCount, Provider

MODELS: tuple[type[KeptCount], ...] = (ListedCount, CollaborationCount, CoveredCount, LedCount, OpenCaseCount)
FIRST = date(2026, 1, 1)
STATES = ("active", "dormant", "merging", "closed")
spans = st.tuples(st.integers(0, 40), st.one_of(st.none(), st.integers(1, 40))).map(
    lambda span: (FIRST + timedelta(span[0]), None if span[1] is None else FIRST + timedelta(sum(span)))
)
number = st.integers(0, 3)
district = st.one_of(st.none(), st.integers(0, 1))
deeds = st.one_of(
    st.tuples(st.just("join"), number, number, spans),
    st.tuples(st.just("change membership"), number, spans),
    st.tuples(st.just("leave at once"), st.lists(number, min_size=1), st.integers(41, 60)),
    st.tuples(st.just("delete membership"), number),
    st.tuples(st.just("lead"), number, spans),
    st.tuples(st.just("change leader"), number, spans),
    st.tuples(st.just("delete leaders"), number),
    st.tuples(st.just("setting"), number, district, st.booleans()),
    st.tuples(st.just("all settings"), district, st.booleans()),
    st.tuples(st.just("group"), number, district, st.sampled_from(STATES)),
    st.tuples(st.just("case"), number),
    st.tuples(st.just("change cases"), st.booleans(), st.booleans()),
)


def wrong() -> dict[str, int]:
    """How many counts of each table are not as a fresh count says."""
    with transaction.atomic():
        found = {model.__name__: settle(model) for model in MODELS}
        transaction.set_rollback(True)
    return {name: number for name, number in found.items() if number}


class World:
    """Four settings, four groups, two districts, and what is done to them."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.districts = [District.objects.create(name=name) for name in ("East", "West")]
        new = [
            Provider(name=f"Setting {n}", urn=f"EY90000{n}", provider_type="non_domestic") for n in range(4)
        ]
        self.settings = Provider.objects.bulk_create(new)
        self.groups = [Collaboration.objects.create(name=f"Group {n}", started_on=FIRST) for n in range(4)]

    def do(self, deed: tuple[Any, ...]) -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                getattr(self, "_" + deed[0].replace(" ", "_"))(*deed[1:])
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except (IntegrityError, LookupError):
            pass  # two memberships at a time, one case too many, or nothing to do it to

    def _place(self, chosen: int | None) -> District | None:
        return None if chosen is None else self.districts[chosen]

    def _membership(self, chosen: int) -> Membership:
        return list(Membership.objects.order_by("pk"))[chosen]

    def _join(self, setting: int, group: int, span: Any) -> None:
        facts = {"provider": self.settings[setting], "collaboration": self.groups[group]}
        Membership.objects.create(**facts, joined_on=span[0], left_on=span[1])

    def _change_membership(self, chosen: int, span: Any) -> None:
        Membership.objects.filter(pk=self._membership(chosen).pk).update(joined_on=span[0], left_on=span[1])

    def _leave_at_once(self, chosen: list[int], day: int) -> None:
        memberships = [self._membership(one).pk for one in chosen]
        with connection.cursor() as cursor:
            values = [FIRST + timedelta(day), memberships]
            cursor.execute("UPDATE memberships_membership SET left_on = %s WHERE id = ANY (%s)", values)

    def _delete_membership(self, chosen: int) -> None:
        membership = self._membership(chosen)
        LeadershipCase.objects.filter(appointment__membership=membership).delete()
        LeaderAppointment.objects.filter(membership=membership).delete()
        membership.delete()

    def _lead(self, chosen: int, span: Any) -> None:
        LeaderAppointment.objects.bulk_create(
            [
                LeaderAppointment(
                    membership=self._membership(chosen), user=self.user, starts_on=span[0], ends_on=span[1]
                )
            ]
        )

    def _change_leader(self, chosen: int, span: Any) -> None:
        leader = list(LeaderAppointment.objects.order_by("pk"))[chosen]
        leader.starts_on, leader.ends_on = span
        leader.save()

    def _delete_leaders(self, chosen: int) -> None:
        LeaderAppointment.objects.filter(membership__collaboration=self.groups[chosen], cases=None).delete()

    def _setting(self, chosen: int, place: int | None, listed: bool) -> None:
        gone = None if listed else FIRST
        Provider.objects.filter(pk=self.settings[chosen].pk).update(
            district=self._place(place), unlisted_since=gone
        )

    def _all_settings(self, place: int | None, listed: bool) -> None:
        Provider.objects.update(district=self._place(place), unlisted_since=None if listed else FIRST)

    def _group(self, chosen: int, place: int | None, state: str) -> None:
        Collaboration.objects.filter(pk=self.groups[chosen].pk).update(
            district=self._place(place), state=state
        )

    def _case(self, chosen: int) -> None:
        leader = list(LeaderAppointment.objects.order_by("pk"))[chosen]
        LeadershipCase.objects.create(
            appointment=leader, ground="below_line", reason="", opened_at="2026-02-01T10:00Z"
        )

    def _change_cases(self, assigned: bool, closed: bool) -> None:
        facts: dict[str, Any] = (
            {"closed_at": "2026-03-01T10:00Z", "outcome": "may_lead", "stage": "closed"} if closed else {}
        )
        officer = self.user if assigned else None
        LeadershipCase.objects.filter(closed_at=None).update(
            assigned_to=officer, nothing_found_since="2026-02-02T10:00Z", **facts
        )


def compare(day: date) -> None:
    """What the pages read against what is counted row by row."""
    members: dict[int | None, int] = {}
    listed: dict[int | None, int] = {}
    for setting in Provider.objects.filter(unlisted_since=None).prefetch_related("memberships"):
        is_member = any(
            m.joined_on <= day and (m.left_on is None or m.left_on > day) for m in setting.memberships.all()
        )
        listed[setting.district_id] = listed.get(setting.district_id, 0) + 1
        members[setting.district_id] = members.get(setting.district_id, 0) + is_member
    reach = settings_by_district(on=day)
    assert {pk: (one.settings, one.members) for pk, one in reach.items()} == {
        pk: (listed[pk], members[pk]) for pk in listed
    }
    assert all_collaborations_by_district(on=day) == collaborations_by_district(
        collaborations_with_size(on=day)
    )
    led = Collaboration.objects.filter(state__in=["active", "under_review", "dividing", "merging"])
    assert group_numbers(on=day).without_leader == by_having_leaders(led, on=day, wanted=False).count()
    assert stored_total(CollaborationCount) == Collaboration.objects.count()
    assert (
        sum(stored_counts(OpenCaseCount, "assigned_to_id").values())
        == LeadershipCase.objects.filter(closed_at=None).count()
    )


@given(st.lists(deeds, min_size=6, max_size=14))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("in_larkshire")
def test_counts_equal_the_truth_whatever_is_written(amina: User, deeds: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        world = World(amina)
        for deed in deeds:
            world.do(deed)
        assert wrong() == {}
        for day in (FIRST, FIRST + timedelta(20), FIRST + timedelta(50)):
            compare(day)
        transaction.set_rollback(True)


@pytest.mark.usefixtures("in_larkshire")
def test_the_nightly_count_finds_and_mends_a_difference_and_keeps_few_rows(amina: User) -> None:
    world = World(amina)
    for turn in range(5):
        world.do(("all settings", turn % 2, True))
    assert settle_counts() == 0
    assert ListedCount.objects.count() == 1
    ListedCount.objects.update(change=3)
    assert settle_counts() == 1
    assert stored_total(ListedCount) == 4


def test_counts_are_of_one_authority(larkshire: Authority, marlshire: Authority, amina: User) -> None:
    with authority_scope(larkshire), every_case():
        World(amina)
    with authority_scope(marlshire), every_case():
        assert stored_total(ListedCount) == Provider.objects.count()
        assert settle_counts() == 0
