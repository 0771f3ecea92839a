"""Reads that other apps ask for, and what stands behind saving when somebody was faster."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from accounts.services.appointments import end_appointment
from core.frame.visitor import Visitor
from core.saving import save_in_words
from core.scoping import authority_scope
from memberships.models.members import Membership, SettingRole
from memberships.selectors.lists import group_numbers
from memberships.selectors.members import collaborations_by_setting, in_a_collaboration, memberships_of
from memberships.selectors.on_page import leaders_ahead, leaders_of_page
from memberships.selectors.people import described, settings_of
from memberships.services.members import join, leave
from memberships.services.people import SETTING_ROLE
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import JOINED
from tests.factories.providers import ProviderFactory

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def in_scope(larkshire, led, elsewhere):
    with time_machine.travel(TODAY, tick=False), authority_scope(larkshire):
        yield


def test_collaborations_without_a_leader_are_counted_while_they_are_open(led, amina):
    CollaborationFactory(state="closed")
    assert group_numbers(on=TODAY).without_leader == 1
    leave(membership=led.acorns, on=date(2027, 1, 1), reason="Closing", by=amina)
    assert group_numbers(on=date(2026, 12, 31)).without_leader == 1
    assert group_numbers(on=date(2027, 1, 1)).without_leader == 2


def test_postgresql_knows_that_a_group_and_a_setting_are_one_authoritys():
    """Without it, it plans anew for each page what is planned already (0075)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_statistic_ext"
            " JOIN pg_attribute ON attrelid = stxrelid AND attnum = ANY (stxkeys)"
            " WHERE stxrelid = 'memberships_membership'::regclass AND 'f' = ANY (stxkind) GROUP BY stxname"
        )
        columns = {row[0] for row in cursor.fetchall()}
    assert columns == {"authority_id collaboration_id", "authority_id provider_id"}


def test_who_leads_for_a_setting_that_has_left_is_listed_and_leads_no_more(led, amina):
    """Services end both together; a row may say otherwise."""
    visitor = Visitor(amina, TODAY)
    visitor.looks_at(groups=[led.collaboration])
    Membership.objects.filter(pk=led.acorns.pk).update(left_on=TODAY)
    (row,) = leaders_ahead(visitor)[led.collaboration.pk]
    assert (row.user, str(row.membership.provider)) == (led.lena, "Acorns")
    assert leaders_of_page(visitor)[led.collaboration.pk] == []


def test_the_settings_of_a_person_are_those_of_the_day(led, amina):
    assert [str(one) for one in settings_of(led.mo, on=TODAY)] == ["Bluebells"]
    end_appointment(SETTING_ROLE, SettingRole.objects.get(user=led.mo), ends_on=TODAY, by=amina)
    assert not settings_of(led.mo, on=TODAY).exists()


def test_the_collaborations_of_settings_and_the_settings_in_none(led, elsewhere, amina):
    acorns, free = led.acorns.provider, ProviderFactory(name="Free")
    join(collaboration=elsewhere, provider=acorns, on=JOINED, by=amina)
    leave(membership=led.bluebells, on=TODAY, reason="Closing", by=amina)
    found = collaborations_by_setting([acorns.pk, led.bluebells.provider_id, free.pk], on=TODAY)
    assert found == {acorns.pk: ["Hillside", "Riverside"]}
    register = type(acorns).objects.all()
    assert {str(one) for one in in_a_collaboration(register, on=TODAY, wanted=False)} == {"Bluebells", "Free"}
    assert free not in in_a_collaboration(register, on=TODAY, wanted=True)
    assert [membership.collaboration for membership in memberships_of(acorns)] == [
        led.collaboration,
        elsewhere,
    ]


def test_when_the_check_came_too_early_the_constraint_is_said_in_words(led, monkeypatch):
    """As if somebody else had saved between the check and the saving."""
    monkeypatch.setattr(Membership, "validate_constraints", lambda *args, **kwargs: None)
    again = {"collaboration": led.collaboration, "provider": led.acorns.provider, "joined_on": TODAY}
    with pytest.raises(ValidationError) as caught:
        save_in_words(Membership(**again), clash={"provider": "Somebody was faster."})
    assert caught.value.message_dict == {"provider": ["Somebody was faster."]}
    assert Membership.objects.filter(**again).count() == 0
    with pytest.raises(IntegrityError):
        save_in_words(Membership(**again))


def test_what_is_wrong_with_a_field_is_not_said_as_a_clash(led):
    row = Membership(collaboration=led.collaboration, provider=led.acorns.provider, joined_on=None)
    with pytest.raises(ValidationError) as caught:
        save_in_words(row, clash={"provider": "Taken"})
    assert set(caught.value.message_dict) == {"joined_on"}


def test_a_setting_to_choose_from_is_told_apart_without_a_homes_postcode():
    nursery = ProviderFactory(urn="EY999111", postcode="LK1 1AA", unlisted_since=TODAY)
    home = ProviderFactory(childminder=True, urn="EY999222", postcode="LK2 2BB")
    assert (
        described(nursery)
        == "Childcare on non-domestic premises, EY999111, LK1 1AA, no longer listed by Ofsted"
    )
    assert described(home) == "Childminder, EY999222"
