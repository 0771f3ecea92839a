"""Schools of Larkshire with numbers of the Department's, and links between them."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.models import Authority
from core.scoping import authority_scope
from providers.models import Provider
from tests.factories.providers import ProviderFactory, ProviderIdentityFactory
from tests.ofsted.kinds import link_file
from tests.ofsted.link_files import (
    JUNE,
    NUMBERS,
    OLD,
    counts,
    rows,
    told,
)


@pytest.fixture
def schools(larkshire: Authority) -> Authority:
    """Larkshire with four schools of the register, and one that has closed."""
    with authority_scope(larkshire):
        for number in NUMBERS:
            school = ProviderFactory(
                urn="", name=f"School {number}", provider_type=Provider.Type.SCHOOL, postcode=""
            )
            ProviderIdentityFactory(provider=school, scheme="dfe_urn", value=number)
        closed = ProviderFactory(
            urn="", name="Old School", provider_type=Provider.Type.SCHOOL, unlisted_since=date(2024, 9, 1), postcode=""
        )  # fmt: skip
        ProviderIdentityFactory(provider=closed, scheme="dfe_urn", value=OLD)
    return larkshire


@pytest.fixture
def linked(schools: Authority) -> Authority:
    """The same with a link of each of the four, as at June."""
    assert counts(schools, link_file(rows()), JUNE) == told(new=4)
    return schools
