"""O7: who looks after settings hears of a load, in numbers: no name and no judgement (O6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import Authority, User
from core.scoping import authority_scope
from documents.services.outbox import send_email_now
from ofsted.emails import FileLoaded
from tests.factories.groups import Group
from tests.ofsted.files import graded, make_file
from tests.ofsted.test_loads import setting, the_run, upload

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db(transaction=True)


def test_o7_officers_hear_of_a_load_in_numbers_once(
    larkshire: Authority,
    led: Group,
    amina: User,
    maya: User,
    fred: User,
    browse: Browse,
    mailoutbox: list[Any],
) -> None:
    with authority_scope(larkshire):
        urn = led.acorns.provider.urn
    rows = [
        setting(urn, name="Acorns", **graded("full", "01/06/2026", "4", number="9")),
        setting("EY555555", name="Sunflower House"),
    ]
    client = browse(amina)
    upload(client, make_file("2021-08", rows))
    mailoutbox.clear()
    run = the_run(larkshire)
    for _twice in range(2):
        client.post(f"/larkshire/ofsted/files/{run.pk}/")
    told = [email for email in mailoutbox if "Ofsted's file" in email.subject]
    assert [email.to for email in told] == [[maya.email]], "not who loaded it, nor who has no part in it"
    (email,) = told
    assert email.subject.endswith("settings to look at")
    assert "Amina Yusuf has loaded Ofsted's file of" in email.body
    assert f"/larkshire/ofsted/files/{run.pk}/" in email.body
    for word in ("Acorns", "Sunflower", "Inadequate", urn, "EY555555"):
        assert word not in email.subject + email.body + email.alternatives[0][0]
    with authority_scope(larkshire):
        ids = FileLoaded(run_id=run.pk, user_id=maya.pk).ids
        assert send_email_now(kind=FileLoaded.name, ids=ids, at=run.started_at) == 1
    assert mailoutbox[-1].extra_headers["Message-ID"] == email.extra_headers["Message-ID"]
