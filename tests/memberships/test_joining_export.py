"""C5: the export of applications: what it holds, how it is
filtered, who may have it, and that no grade is in it.
"""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from memberships.services.leaders import appoint_leader
from tests.factories.groups import APPOINTED, judged
from tests.factories.joining import ApplicationFactory
from tests.factories.providers import DistrictFactory, ProviderFactory


@pytest.fixture(autouse=True)
def in_scope(larkshire, group):
    with time_machine.travel("2026-11-21 10:00Z", tick=False), authority_scope(larkshire):
        yield


def rows(by, **filters) -> list[dict]:
    export = find_export("applications")
    kept = export.clean_filters(filters)
    names = [column.name for column in export.columns_for(by)]
    made = [dict(zip(names, row, strict=True)) for row in export.rows(kept, by=by)]
    assert export.count(kept, by=by) == len(made)
    return made


def test_c5_the_export_holds_what_the_list_shows_and_no_grade(group, amina, fred):
    north = DistrictFactory(name="North")
    daisies = ProviderFactory(name="Daisies", district=north)
    judged(daisies, 4)
    ApplicationFactory(
        collaboration=group.collaboration,
        applied_by=amina,
        decided_by=amina,
        declined=True,
        provider__name="Elm Tree",
    )
    ApplicationFactory(collaboration=group.collaboration, applied_by=amina, provider=daisies)
    waiting, declined = rows(amina)
    assert (waiting["setting"], waiting["collaboration"], waiting["district"], waiting["decided_on"]) == (
        "Daisies",
        "Riverside",
        "North",
        None,
    )
    assert (declined["setting"], declined["state"], declined["decided_on"]) == (
        "Elm Tree",
        "Not accepted",
        date(2026, 7, 10),
    )
    assert "Inadequate" not in str([waiting, declined])
    assert [row["setting"] for row in rows(amina, state="open")] == ["Daisies"]
    assert [row["setting"] for row in rows(amina, q="elm")] == ["Elm Tree"]
    assert [row["setting"] for row in rows(amina, district=str(north.pk))] == ["Daisies"]
    assert find_export("applications").may_run(fred, {})
    assert not find_export("applications").may_run(group.lena, {})


def test_c5_the_export_of_what_waits_at_groups_that_nobody_leads(group, elsewhere, amina):
    for number, collaboration in enumerate((group.collaboration, elsewhere)):
        ApplicationFactory(collaboration=collaboration, applied_by=amina, provider__name=f"Setting {number}")
    appointed = {"manner": "joint", "starts_on": APPOINTED, "by": amina}
    appoint_leader(membership=group.acorns, user=group.lena, **appointed)
    assert [row["setting"] for row in rows(amina, leader="none")] == ["Setting 1"]


@pytest.mark.parametrize("wrong", [{"state": "lost"}, {"district": "0"}, {"leader": "some"}])
def test_c5_a_filter_that_is_none_is_refused(amina, wrong):
    with pytest.raises(WrongFilters):
        rows(amina, **wrong)


def test_c5_the_export_costs_the_same_at_1_and_30_rows(group, amina):
    ApplicationFactory(collaboration=group.collaboration, applied_by=amina)
    with CaptureQueriesContext(connection) as one:
        rows(amina)
    for _number in range(29):
        ApplicationFactory(applied_by=amina, provider__district=DistrictFactory())
    with CaptureQueriesContext(connection) as thirty:
        assert len(rows(amina)) == 30
    assert len(one) == len(thirty)
