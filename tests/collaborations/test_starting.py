"""Starting and changing a collaboration."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from audit.models import Entry
from collaborations import selectors, services
from collaborations.models import Collaboration
from tests.factories.collaborations import CollaborationFactory, CollaborationGrantFactory
from tests.factories.providers import DistrictFactory

pytestmark = pytest.mark.usefixtures("in_larkshire")
STARTED = date(2026, 9, 1)


def start(amina, **more) -> Collaboration:
    return services.start_collaboration(**{"name": "Riverside", "started_on": STARTED, "by": amina, **more})


def test_a_collaboration_is_started_and_the_audit_log_says_so(amina):
    made = start(
        amina, name=" Riverside ", kind="locality", district=DistrictFactory(), purpose=" Share practice "
    )
    assert (made.name, made.state, made.purpose) == ("Riverside", "active", "Share practice")
    assert Entry.objects.latest("pk").sentence == "started the collaboration Riverside"


@pytest.mark.parametrize("name", ["Riverside", "riverSIDE", " Riverside"])
def test_a_name_is_used_once_capitals_aside(amina, name):
    start(amina)
    with pytest.raises(ValidationError) as caught:
        start(amina, name=name)
    assert caught.value.message_dict == {"name": ["There is already a collaboration with this name."]}


def test_who_is_faster_wins_and_the_other_is_told(amina, monkeypatch):
    """The check before saving sees nothing yet; the database's constraint decides."""
    start(amina)
    monkeypatch.setattr(selectors, "name_is_taken", lambda *args, **kwargs: False)
    monkeypatch.setattr(Collaboration, "validate_constraints", lambda *args, **kwargs: None)
    with pytest.raises(ValidationError) as caught:
        start(amina)
    assert caught.value.message_dict == {"name": ["There is already a collaboration with this name."]}


def test_a_change_is_kept_with_what_stood_before(amina):
    made, district = start(amina), DistrictFactory(name="North")
    services.change_collaboration(
        collaboration=made, changes={"name": "Hillside", "district": district, "is_virtual": False}, by=amina
    )
    made.refresh_from_db()
    entry = Entry.objects.latest("pk")
    assert (made.name, made.district) == ("Hillside", district)
    assert entry.sentence == "changed the collaboration Hillside"
    assert entry.facts == {"name": ["Riverside", "Hillside"], "district": [None, "North"]}


def test_a_change_that_changes_nothing_leaves_no_entry(amina):
    made = start(amina)
    before = Entry.objects.count()
    services.change_collaboration(
        collaboration=made, changes={"name": "Riverside ", "kind": "collaboration"}, by=amina
    )
    assert Entry.objects.count() == before


def test_a_taken_name_is_refused_in_a_change_too_and_the_own_one_is_not(amina):
    start(amina, name="Hillside")
    made = start(amina)
    with pytest.raises(ValidationError) as caught:
        services.change_collaboration(collaboration=made, changes={"name": "hillside"}, by=amina)
    assert "name" in caught.value.message_dict
    assert (
        services.change_collaboration(collaboration=made, changes={"name": "RIVERSIDE"}, by=amina).name
        == "RIVERSIDE"
    )


def test_the_state_is_not_changed_like_a_name(amina):
    with pytest.raises(ValueError, match="state"):
        services.change_collaboration(collaboration=start(amina), changes={"state": "closed"}, by=amina)


def test_impossible_dates_are_refused(amina):
    made = CollaborationFactory(closed_on=date(2026, 10, 1))
    with pytest.raises(ValidationError):
        services.change_collaboration(collaboration=made, changes={"started_on": date(2026, 11, 1)}, by=amina)


def test_a_person_belongs_to_those_that_a_dated_right_opens(sam):
    mine, _other = CollaborationFactory(), CollaborationFactory()
    CollaborationGrantFactory(
        content_object=mine, user=sam, starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 1)
    )
    assert list(selectors.collaborations_of(sam, on=date(2026, 5, 31))) == [mine]
    assert list(selectors.collaborations_of(sam, on=date(2026, 6, 1))) == []
