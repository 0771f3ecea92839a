"""What Larkshire owns is not there for Marlshire: asked by id through every service and selector."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from providers import selectors
from providers.models import District, Provider, ProviderIdentity, SuccessionLink
from providers.services import districts, identities, register, succession
from tests.factories.providers import (
    DistrictFactory,
    ProviderFactory,
    ProviderIdentityFactory,
    SuccessionLinkFactory,
)
from tests.staging import staged


@staged
def theirs(larkshire: Authority) -> SuccessionLink:
    """A take-over in Larkshire, with a district and a further number."""
    with authority_scope(larkshire):
        link = SuccessionLinkFactory(
            old__urn="EY111111", old__district=DistrictFactory(), new__urn="EY222222"
        )
        ProviderIdentityFactory(provider=link.old, value="8861234")
        return link


def test_services_find_nothing_of_another_authority(
    theirs: SuccessionLink, larkshire: Authority, marlshire: Authority, otto: User
) -> None:
    with authority_scope(larkshire):
        number, entries = ProviderIdentity.objects.get(), Entry.objects.count()
    with authority_scope(marlshire):
        own = ProviderFactory(urn="EY111111")  # the same URN is free here
        facts = {"on": date(2025, 1, 1), "reason": "Sold", "by": otto}
        for act, arguments in (
            (
                register.change_provider,
                {"provider_id": theirs.old_id, "changes": {"name": "Mine"}, "by": otto},
            ),
            (
                register.change_provider,
                {"provider_id": own.pk, "changes": {"district": theirs.old.district}, "by": otto},
            ),
            (
                identities.add_identity,
                {"provider_id": theirs.old_id, "scheme": "local", "value": "1", "by": otto},
            ),
            (succession.link_successor, {"old_id": theirs.old_id, "new_id": own.pk, **facts}),
            (succession.link_successor, {"old_id": own.pk, "new_id": theirs.new_id, **facts}),
            (
                districts.set_district,
                {"provider_ids": [own.pk], "district_id": theirs.old.district_id, "by": otto},
            ),
        ):
            with pytest.raises(ValidationError):
                act(**arguments)
        assert districts.set_district(provider_ids=[theirs.old_id], district_id=None, by=otto) == 0
        identities.remove_identity(identity_id=number.pk, by=otto)
        succession.unlink_successor(link_id=theirs.pk, by=otto)
        for missing in (districts.rename_district, districts.remove_district):
            arguments = {"name": "Mine"} if missing is districts.rename_district else {}
            with pytest.raises(District.DoesNotExist):
                missing(district_id=theirs.old.district_id, by=otto, **arguments)
    with authority_scope(larkshire):
        assert Entry.objects.count() == entries
        assert Provider.objects.get(pk=theirs.old_id).district_id == theirs.old.district_id
        assert SuccessionLink.objects.count() == ProviderIdentity.objects.count() == 1


def test_selectors_find_nothing_of_another_authority(theirs: SuccessionLink, marlshire: Authority) -> None:
    with authority_scope(marlshire):
        assert not selectors.register().exists()
        assert not selectors.districts().exists()
        assert not selectors.settings_matching(
            "8861234", within=selectors.register(), with_homes=True
        ).exists()
        assert selectors.setting_by_id(theirs.old_id) is None
        assert selectors.setting_by_urn("EY111111") is None
        assert selectors.take_over_by_id(theirs.pk, new=theirs.new) is None
        assert selectors.predecessor_ids() == {}
        assert not selectors.predecessors_of(theirs.new).exists()
        assert not selectors.successors_of(theirs.old).exists()
        assert not selectors.agencies().exists()
