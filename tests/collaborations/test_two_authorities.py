"""Collaborations of two authorities know nothing of each other."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from collaborations import selectors, services
from collaborations.models import Collaboration
from core.scoping import authority_scope
from tests.factories.providers import DistrictFactory

STARTED = date(2026, 9, 1)


def test_both_may_use_a_name_and_neither_sees_the_others(larkshire, marlshire, amina, otto):
    with authority_scope(larkshire):
        ours = services.start_collaboration(name="Riverside", started_on=STARTED, by=amina)
    with authority_scope(marlshire):
        theirs = services.start_collaboration(name="Riverside", started_on=STARTED, by=otto)
        assert list(selectors.collaborations()) == [theirs]
        assert selectors.collaboration_by_id(ours.pk) is None
        with pytest.raises(Collaboration.DoesNotExist):
            services.change_collaboration(collaboration=ours, changes={"name": "Taken over"}, by=otto)


def test_a_district_of_the_other_authority_is_refused(larkshire, marlshire, amina, otto):
    with authority_scope(marlshire):
        theirs = DistrictFactory(name="Foreign parts")
    with authority_scope(larkshire):
        with pytest.raises(ValidationError) as caught:
            services.start_collaboration(name="Riverside", started_on=STARTED, district=theirs, by=amina)
        assert "district" in caught.value.message_dict
        assert not Collaboration.objects.exists()
