"""Permissions derived from appointments: they end on their day by themselves,
and the nightly check finds what is planted or missing.
"""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.services.appointments import end_appointment
from audit.models import Entry
from collaborations.models import CollaborationGrant
from core.scoping import authority_scope
from memberships import tasks
from memberships.models.members import SettingRole
from memberships.services.leaders import LEADER, appoint_leader
from memberships.services.members import join, leave
from memberships.services.people import SETTING_ROLE
from memberships.services.permissions import check_permissions, drift, settle_permissions
from providers.models import ProviderGrant
from tests.factories.collaborations import CollaborationGrantFactory
from tests.factories.groups import APPOINTED, person_of
from tests.staging import around_layers

SEES, LEADS = "collaborations.view_collaboration", "collaborations.lead_collaboration"
SEES_SETTING = "providers.view_provider"


@around_layers
def in_scope(larkshire, group, otto):
    with authority_scope(larkshire):
        yield


def may(user: User, permission: str, about: object, on: date) -> bool:
    """Asked on a day of a freshly loaded person, as each request does. No job runs."""
    with time_machine.travel(on, tick=False):
        return User.objects.get(pk=user.pk).has_perm(permission, about)


def rows() -> list[tuple]:
    fields = (
        "user_id",
        "content_object_id",
        "permission__codename",
        "starts_on",
        "ends_on",
        "is_exceptional",
    )
    found = [
        model.all_dates.order_by(*fields).values_list(*fields)
        for model in (CollaborationGrant, ProviderGrant)
    ]
    return [tuple(row) for some in found for row in some]


@pytest.mark.usefixtures("in_scope")
def test_a_right_ends_on_its_date_and_not_before_without_any_job(group, amina):
    appointment = appoint_leader(
        membership=group.acorns, user=group.lena, manner="joint", starts_on=APPOINTED, by=amina
    )
    end_appointment(LEADER, appointment, ends_on=date(2027, 3, 1), by=amina)
    leave(membership=group.acorns, on=date(2027, 6, 1), reason="Closing", by=amina)
    riverside = group.collaboration
    assert not may(group.lena, LEADS, riverside, date(2026, 1, 4))
    assert may(group.lena, LEADS, riverside, date(2026, 1, 5))
    assert may(group.lena, LEADS, riverside, date(2027, 2, 28))
    assert not may(group.lena, LEADS, riverside, date(2027, 3, 1))
    assert may(group.lena, SEES, riverside, date(2027, 5, 31))
    assert not may(group.lena, SEES, riverside, date(2027, 6, 1))
    assert may(group.lena, SEES_SETTING, group.acorns.provider, date(2027, 6, 1))


@pytest.mark.usefixtures("in_scope")
def test_a_right_begins_with_a_later_membership_by_itself(group, elsewhere, amina):
    join(collaboration=elsewhere, provider=group.acorns.provider, on=date(2027, 1, 1), by=amina)
    assert not may(group.lena, SEES, elsewhere, date(2026, 12, 31))
    assert may(group.lena, SEES, elsewhere, date(2027, 1, 1))


@pytest.mark.usefixtures("in_scope")
def test_who_leaves_the_setting_sees_nothing_from_that_day(group, amina):
    role = SettingRole.objects.get(user=group.mo)
    end_appointment(SETTING_ROLE, role, ends_on=date(2026, 12, 1), by=amina)
    assert may(group.mo, SEES, group.collaboration, date(2026, 11, 30))
    assert not may(group.mo, SEES, group.collaboration, date(2026, 12, 1))
    assert not may(group.mo, SEES_SETTING, group.bluebells.provider, date(2026, 12, 1))


@pytest.mark.usefixtures("in_scope")
def test_staff_see_the_collaboration_and_only_managers_their_setting(group, amina):
    stef = person_of(group.acorns.provider, "Stef Poole", amina, role="staff")
    today = date(2026, 11, 21)
    assert may(stef, SEES, group.collaboration, today)
    assert not may(stef, SEES_SETTING, group.acorns.provider, today)
    assert may(group.lena, SEES_SETTING, group.acorns.provider, today)
    assert not may(group.lena, SEES_SETTING, group.bluebells.provider, today)
    assert not may(group.lena, SEES, None, today)


@pytest.mark.usefixtures("in_scope")
def test_settling_again_changes_nothing(group):
    before = rows()
    assert before
    assert not drift()
    assert not settle_permissions()
    assert rows() == before


@pytest.mark.usefixtures("in_scope")
def test_the_check_finds_a_planted_and_a_missing_row_and_leaves_rows_given_by_hand(group, sam):
    CollaborationGrantFactory(content_object=group.collaboration, user=sam)
    by_hand = CollaborationGrantFactory(content_object=group.collaboration, user=sam, is_exceptional=True)
    ProviderGrant.all_dates.filter(user=group.lena).delete()
    CollaborationGrant.all_dates.filter(user=group.mo, permission__codename="view_collaboration").update(
        ends_on=date(2099, 1, 1)
    )
    found = drift()
    assert len(found.surplus) == 2  # Sam's, and Mo's with a wrong end
    # Lena's setting (to see it and to do its tasks), and Mo's with the right end
    assert len(found.missing) == 3
    assert drift() == found  # looking mends nothing
    check_permissions()
    assert not drift()
    assert CollaborationGrant.all_dates.filter(user=sam).get() == by_hand
    assert may(group.lena, SEES_SETTING, group.acorns.provider, date(2026, 11, 21))
    last = Entry.objects.latest("pk")
    assert (last.by, last.sentence) == (
        None,
        "put right 3 missing and 2 surplus permissions of people in Larkshire",
    )


@pytest.mark.usefixtures("in_scope")
def test_a_check_that_finds_nothing_says_nothing(group):
    before = Entry.objects.count()
    check_permissions()
    assert Entry.objects.count() == before


@pytest.mark.django_db
def test_the_nightly_task_mends_every_authority(larkshire, marlshire, group, otto):
    with authority_scope(larkshire):
        CollaborationGrant.all_dates.all().delete()
    with authority_scope(marlshire):
        theirs = CollaborationGrantFactory(user=otto)
    tasks.check_permissions_everywhere.delay()
    with authority_scope(larkshire):
        assert not drift()
        assert CollaborationGrant.all_dates.filter(user=group.lena).exists()
    with authority_scope(marlshire):
        assert not CollaborationGrant.all_dates.filter(pk=theirs.pk).exists()


@pytest.mark.usefixtures("in_scope")
@pytest.mark.parametrize("people", [1, 30])
def test_deriving_costs_the_same_number_of_queries_whatever_the_number_of_people(
    group, amina, people, django_assert_num_queries
):
    for number in range(people):
        person_of(group.acorns.provider, f"P{number} Poole", amina)
    with django_assert_num_queries(6):
        drift()
