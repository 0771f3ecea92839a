"""The pages of meetings, from planning to the attendance, as leader and member see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Authority, User
from core.scoping import authority_scope
from meetings.models.agenda import AgendaItem
from tests.factories.groups import Group

pytestmark = pytest.mark.django_db


def test_smoke(larkshire: Authority, led: Group, browse: Callable[[User], Client]) -> None:
    client = browse(led.lena)
    base = f"/larkshire/collaborations/{led.collaboration.pk}/meetings/"
    assert client.get(base).status_code == 200
    assert client.get(base + "plan/").status_code == 200
    day = {"on_day": "8", "on_month": "12", "on_year": "2030"}
    answer = client.post(
        base + "plan/",
        {
            "title": "Autumn",
            **day,
            "starts_at": "4pm",
            "ends_at": "6pm",
            "kind": "regular",
            "place": "Acorns",
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors
    page = client.get(answer["Location"])
    assert page.status_code == 200
    url = answer["Location"]
    assert client.post(url + "open-agenda/").status_code == 302
    add = client.post(url + "items/add/", {"title": "Talk", "purpose": "decision", "minutes": "20"})
    assert add.status_code == 302, add.context["form"].errors
    assert client.get(url + "papers/send/").status_code == 200
    assert client.post(url + "papers/send/").status_code == 302
    assert client.get(url).status_code == 200
    for name in (
        "change/",
        "cancel/",
        "attendance/",
        "attendance/finish/",
        "attendance/history/",
        "papers/add/",
    ):
        assert client.get(url + name).status_code == 200, name
    year = client.post(
        base + "plan-a-year/",
        {
            "title": "Year",
            "first_on_day": "8",
            "first_on_month": "1",
            "first_on_year": "2031",
            "number": "6",
            "starts_at": "4pm",
            "ends_at": "6pm",
            "kind": "regular",
        },
    )
    assert year.status_code == 200
    with authority_scope(larkshire):
        assert AgendaItem.objects.count() == 1
