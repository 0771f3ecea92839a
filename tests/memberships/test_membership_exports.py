"""The three exports: who may have them, what they hold, how they are filtered."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from memberships.services.leaders import appoint_leader
from memberships.services.members import leave
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import APPOINTED
from tests.factories.providers import DistrictFactory


@pytest.fixture(autouse=True)
def in_scope(larkshire, otto, group, elsewhere, amina, fred):
    with time_machine.travel("2026-11-21 10:00Z", tick=False), authority_scope(larkshire):
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=APPOINTED, by=amina
        )
        leave(membership=group.bluebells, on=date(2026, 1, 1), reason="Closed", by=amina)
        yield


def rows(identifier, by, **filters) -> list[dict]:
    export = find_export(identifier)
    kept = export.clean_filters(filters)
    names = [column.name for column in export.columns_for(by)]
    made = [dict(zip(names, row, strict=True)) for row in export.rows(kept, by=by)]
    assert export.count(kept, by=by) == len(made)
    return made


def test_collaborations_with_size_and_leaders(amina):
    hillside, riverside = rows("collaborations", amina)
    assert (hillside["name"], hillside["members"], hillside["leaders"]) == ("Hillside", 1, "")
    assert (riverside["members"], riverside["size"], riverside["leaders"]) == (2, "Small", "Lena Hartley")


def test_members_hold_those_who_left(amina):
    made = {row["setting"]: row for row in rows("members", amina)}
    assert set(made) == {"Acorns", "Bluebells", "Cara's", "Clover"}
    assert (made["Bluebells"]["left_on"], made["Bluebells"]["reason"]) == (date(2025, 12, 31), "Closed")
    assert made["Acorns"]["left_on"] is None


def test_leaders_with_their_setting(amina):
    (row,) = rows("leaders", amina)
    assert (row["name"], row["setting"], row["manner"], row["starts_on"]) == (
        "Lena Hartley",
        "Acorns",
        "Jointly",
        APPOINTED,
    )


def test_the_filters_of_the_list_hold_in_the_export(amina):
    north = DistrictFactory(name="North")
    CollaborationFactory(name="Meadow", district=north, kind="buddy_pair")

    def names(**filters):
        return [row["name"] for row in rows("collaborations", amina, **filters)]

    assert names(leader="none") == ["Hillside", "Meadow"]
    assert names(leader="some", size="small") == ["Riverside"]
    assert (
        names(district=str(north.pk))
        == names(kind="buddy_pair")
        == names(size="empty")
        == names(q="mead")
        == ["Meadow"]
    )
    words = find_export("collaborations").filters_in_words(
        {"district": str(north.pk), "leader": "none", "q": "mead"}
    )
    assert words == [("District", "North"), ("Leader", "Has no leader"), ("Name", "mead")]


@pytest.mark.parametrize(
    "wrong", [{"district": "1 OR 1=1"}, {"district": "999999"}, {"size": "x"}, {"leader": "x"}, {"kind": "x"}]
)
def test_filters_that_cannot_be_used_are_refused_in_words(amina, wrong):
    with pytest.raises(WrongFilters, match="from the list"):
        find_export("collaborations").clean_filters(wrong)


@pytest.mark.parametrize("identifier", ["collaborations", "members", "leaders"])
def test_who_may_have_them(identifier, amina, fred, group):
    export = find_export(identifier)
    sam = User.objects.get(email="sam@larkshire.example")
    assert [export.may_run(person, {}) for person in (amina, fred, group.lena, sam)] == [
        True,
        True,
        False,
        False,
    ]


def test_the_other_authoritys_officer_finds_nothing_here(otto):
    assert not find_export("members").may_run(otto, {})  # asked inside Larkshire
