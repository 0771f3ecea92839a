"""Settings for tests. Rows are made in the authority in scope."""

from __future__ import annotations

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from providers.models import District, Provider, ProviderGrant, ProviderIdentity, SuccessionLink
from providers.rules.register import Scheme, setting_search_text


class DistrictFactory(DjangoModelFactory[District]):
    class Meta:
        model = District

    name = factory.Sequence(lambda number: f"District {number}")


class ProviderFactory(DjangoModelFactory[Provider]):
    """A nursery that Ofsted's file lists, with its search text as the services write it."""

    class Meta:
        model = Provider

    class Params:
        childminder = factory.Trait(
            provider_type=Provider.Type.CHILDMINDER,
            name=factory.Sequence(lambda number: f"Childminder {number}"),
            address_line_1=factory.Sequence(lambda number: f"{number} Hedgerow Close"),
        )

    urn = factory.Sequence(lambda number: f"EY{400000 + number}")
    name = factory.Sequence(lambda number: f"Little Acorns {number}")
    provider_type = Provider.Type.NON_DOMESTIC
    registered_on = date(2019, 4, 1)
    first_listed_on = factory.LazyAttribute(
        lambda setting: min(date(2025, 12, 31), getattr(setting, "unlisted_since", None) or date.max)
    )
    address_line_1 = "1 High Street"
    town = "Larkford"
    postcode = "LK1 2AB"

    @factory.lazy_attribute
    def search_text(self) -> str:
        is_home = self.provider_type in Provider.DOMESTIC_TYPES
        return setting_search_text(name=self.name, urn=self.urn, postcode=self.postcode, is_home=is_home)


class ProviderIdentityFactory(DjangoModelFactory[ProviderIdentity]):
    class Meta:
        model = ProviderIdentity

    provider = factory.SubFactory(ProviderFactory)
    scheme = Scheme.LAESTAB
    value = factory.Sequence(lambda number: f"{8860000 + number}")


class SuccessionLinkFactory(DjangoModelFactory[SuccessionLink]):
    class Meta:
        model = SuccessionLink

    old = factory.SubFactory(ProviderFactory, unlisted_since=date(2025, 12, 31))
    new = factory.SubFactory(ProviderFactory, registered_on=date(2025, 11, 3))
    on = date(2025, 11, 3)
    reason = "The company was sold"


class ProviderGrantFactory(DjangoModelFactory[ProviderGrant]):
    """``user`` is to be given: people are not this app's."""

    class Meta:
        model = ProviderGrant

    content_object = factory.SubFactory(ProviderFactory)
    starts_on = date(2025, 1, 1)

    @factory.lazy_attribute
    def permission(self) -> Any:
        from guardian.models import Permission

        return Permission.objects.get(content_type__app_label="providers", codename="view_provider")
