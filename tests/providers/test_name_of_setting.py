"""A setting is called alike by the database and by Python."""

from __future__ import annotations

import pytest

from accounts.models import Authority
from core.scoping import authority_scope
from providers.models import Provider
from providers.selectors import name_of_setting
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db


def test_a_setting_is_called_alike_in_sql(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        ProviderFactory(name="Acorns")
        for kind in Provider.Type.values:
            ProviderFactory(name="", provider_type=kind)
        rows = list(Provider.objects.annotate(words=name_of_setting()))
        assert len(rows) == 1 + len(Provider.Type.values)
        assert [row.words for row in rows] == [str(row) for row in rows]  # type: ignore[attr-defined]
