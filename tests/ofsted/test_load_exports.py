"""The sheet of a load's rows is asked for by the load's number."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Authority, User


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["", "²", "٣", "-1", "x", "7", "9" * 40, "9" * 5000])
def test_a_load_that_is_none_is_not_found(
    number: str, larkshire: Authority, amina: User, browse: Callable[[User], Client]
) -> None:
    assert browse(amina).get("/larkshire/files/exports/ofsted_load_rows/", {"run": number}).status_code == 404
