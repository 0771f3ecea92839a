"""The pages and the admin of the authority's templates of ways of
working: written by officers, published by a manager.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority
from core.scoping import authority_scope
from ways_of_working.models import TermsTemplate
from ways_of_working.services.templates import start_template

Browse = Callable[..., Client]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
ROOT = "/larkshire/collaborations/ways-of-working/templates/"
ADMIN = "/larkshire/admin/ways_of_working/termstemplate/"


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


def newest(larkshire: Authority) -> TermsTemplate:
    with authority_scope(larkshire):
        return TermsTemplate.objects.order_by("-version")[0]


def test_from_the_first_draft_to_published(browse: Browse, larkshire, amina, maya):
    officer, manager = browse(amina), browse(maya)
    assert "There is no template yet" in officer.get(ROOT).content.decode()
    officer.post(f"{ROOT}start/")
    row = newest(larkshire)
    section = officer.get(f"{ROOT}{row.pk}/1.8/").content.decode()
    assert 'name="answer_papers_days_ahead" value="7"' in section
    said = {"answer_papers_days_ahead": "soon", "words_papers_days_ahead": "Late papers say so."}
    assert "Enter a whole number" in officer.post(f"{ROOT}{row.pk}/1.8/", said).content.decode()
    done = officer.post(f"{ROOT}{row.pk}/1.8/", said | {"answer_papers_days_ahead": "10"})
    assert done.headers["Location"] == f"{ROOT}{row.pk}/#section-1.8"
    page = officer.get(f"{ROOT}{row.pk}/").content.decode()
    assert "10 days ahead" in page
    assert "Late papers say so." in page
    assert f"{ROOT}{row.pk}/publish/" not in page
    assert officer.post(f"{ROOT}{row.pk}/publish/").status_code == 403
    day = {"in_force_from_day": "1", "in_force_from_month": "12", "in_force_from_year": "2026"}
    assert manager.post(f"{ROOT}{row.pk}/publish/", day).status_code == 302
    assert newest(larkshire).in_force_from == date(2026, 12, 1)
    late = officer.post(f"{ROOT}{row.pk}/1.8/", said | {"answer_papers_days_ahead": "11"}).content.decode()
    assert "Version 1 is published and never changes" in late


def test_the_payee_is_no_answer_of_an_authority(browse: Browse, larkshire, amina):
    client = browse(amina)
    client.post(f"{ROOT}start/")
    assert "answer_payee" not in client.get(f"{ROOT}{newest(larkshire).pk}/1.16/").content.decode()


def test_the_list_asks_as_much_for_thirty_versions_as_for_one(browse: Browse, larkshire, amina):
    counts = []
    for number in (1, 30):
        with authority_scope(larkshire):
            rows = [
                TermsTemplate(
                    version=one, state="published", in_force_from=AT, published_at=AT, published_by=amina
                )
                for one in range(1, number + 1)
            ]
            TermsTemplate.objects.all().delete()
            TermsTemplate.objects.bulk_create(rows)
        client = browse(amina)
        client.get(ROOT)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(ROOT)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_in_the_admin_a_template_is_only_read_and_leads_to_its_page(browse: Browse, larkshire, maya):
    client = browse(maya)
    with authority_scope(larkshire):
        draft = start_template(by=maya, at=AT)
    for ask in (client.get, client.post):
        assert ask(f"{ADMIN}add/")["Location"] == f"{ROOT}start/"
    shown = client.get(f"{ADMIN}{draft.pk}/change/").content.decode()
    assert 'name="words_aims"' not in shown
    assert f'<a href="{ROOT}{draft.pk}/">Open the page</a>' in shown
    assert client.post(f"{ADMIN}{draft.pk}/change/", {"words_aims": "Changed"}).status_code == 403
    assert client.post(f"{ADMIN}{draft.pk}/delete/", {"post": "yes"}).status_code == 403
