"""The three exports: who may have them, what they hold, how they are filtered."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from memberships.models.members import LeaderAppointment
from memberships.services.leaders import appoint_leader
from memberships.services.members import leave
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import APPOINTED, judged
from tests.factories.memberships import LeaderAppointmentFactory
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


def test_l1_leaders_with_what_counts_for_their_setting_today(group, amina, fred):
    """Beside each appointment that has not ended, and found by it; for whoever reads the policy."""
    for reader in (amina, fred):
        (row,) = rows("leaders", reader)
        assert (row["judgement"], row["verdict"]) == ("Good, 12 May 2024", "May lead")
    judged(group.acorns.provider, 3, on=date(2026, 9, 16))
    LeaderAppointmentFactory(membership=group.bluebells, user=group.mo, ends_on=date(2026, 1, 1))
    LeaderAppointmentFactory(membership=group.caras, user=group.cara)

    def found(**filters):
        return [(row["name"], row["judgement"], row["verdict"]) for row in rows("leaders", amina, **filters)]

    cara = ("Cara Finch", "Not inspected yet", "An officer decides")
    lena = ("Lena Hartley", "Requires improvement, 16 September 2026", "Below the line")
    assert found() == [cara, lena, ("Mo Siddiqui", "", "")], "what has ended is not judged"
    assert found(verdict="2") == [lena]
    assert found(verdict="1") == [cara]
    assert found(verdict="0") == [], "Bluebells may lead; Mo leads no more"
    with pytest.raises(WrongFilters):
        find_export("leaders").clean_filters({"verdict": "3"})


def test_l1_the_list_of_leaders_has_the_verdict_as_column_and_filter(browse, group, amina, larkshire):
    """One page of it takes the same queries for more leaders."""
    judged(group.acorns.provider, 3, on=date(2026, 9, 16))
    client, address = browse(amina), "/larkshire/admin/memberships/leaderappointment/"

    def shown(query=""):
        page = client.get(address + query).content.decode()
        cells = re.findall(r'<td class="field-policy_today[^>]*>\s*([^<]*?)\s*<', page)
        return [name for name in ("Lena Hartley", "Mo Siddiqui") if f">{name}<" in page], cells

    assert shown() == (["Lena Hartley"], ["Below the line"])
    with CaptureQueriesContext(connection) as one:
        shown()
    with authority_scope(larkshire):
        LeaderAppointmentFactory(membership=group.bluebells, user=group.mo)
    with CaptureQueriesContext(connection) as two:
        assert shown() == (["Lena Hartley", "Mo Siddiqui"], ["Below the line", "May lead"])
    assert len(two) == len(one)
    assert shown("?verdict=2") == (["Lena Hartley"], ["Below the line"])
    assert shown("?verdict=0") == (["Mo Siddiqui"], ["May lead"])
    with authority_scope(larkshire):
        lena = LeaderAppointment.objects.get(user=group.lena)
    record = client.get(f"{address}{lena.pk}/change/").content.decode()
    assert "Requires improvement, 16 September 2026. Leading policy: Below the line." in record


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
