"""Exports in a real browser: the centre, one export from the
question to the downloaded file, and one that failed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from documents.services import outbox
from tests.browser.clicks import click_in_place, leave
from tests.browser.conftest import Look
from tests.factories.documents import ASKED_AT, ExportRunFactory, JobFactory
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
CENTRE = "/larkshire/exports/"
SignIn = Callable[[Any], None]


@pytest.fixture
def register(larkshire: Authority) -> Authority:
    with authority_scope(larkshire):
        ProviderFactory(name="=1+1 Nursery", urn="EY100001")
        ProviderFactory.create_batch(5)
    return larkshire


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))


def test_from_the_centre_to_the_file(
    look: Look, register: Authority, amina: User, fred: User, sam: User, sign_in: SignIn, monkeypatch: Any
) -> None:
    sign_in(amina)
    monkeypatch.setattr(outbox, "_nudge", lambda: None)
    page = look.at(CENTRE, "exports")
    leave(page.get_by_role("link", name="Register of settings"))
    look.check("export-format")
    page.get_by_label("CSV").check()
    leave(page.get_by_role("button", name="Start the export"))
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    look.check("export-waiting")
    outbox.relay()
    with page.expect_download() as download:
        click_in_place(page.get_by_role("button", name="Download the file"))
    lines = rows_of(download.value.path())
    assert download.value.suggested_filename.endswith(".csv")
    assert sum("EY" in "".join(line) for line in lines) == 6
    look.check("export-done")
    page = look.at(CENTRE, "exports-one-run")
    expect(page.get_by_role("row", name="Register of settings")).to_contain_text("Done")
    # one that failed says why; who may not run it sees none of it
    reason = "The disk is full. Ask the people who look after this service, and start the export again."
    with authority_scope(register):
        job = JobFactory(
            title="Register of settings",
            state="failed",
            ended_at=ASKED_AT,
            message=reason,
            log="read 4 rows\n",
            started_by=amina,
        )
        ExportRunFactory(job=job, requested_by=amina, title="Register of settings")
    page = look.at(CENTRE, "exports-failed")
    leave(page.get_by_role("link", name="Register of settings").last)
    expect(page.get_by_role("status")).to_have_text(reason)
    click_in_place(page.get_by_text("What happened, step by step"))
    look.check("export-failed")
    sign_in(fred)
    page = look.at(CENTRE, "exports-finance")
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    sign_in(sam)
    look.at(CENTRE, "exports-forbidden")
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot open this page")


def test_an_export_without_script(without_script: BrowserContext, context: BrowserContext, live_server: Any, register: Authority,
                                  amina: User, sign_in: SignIn) -> None:  # fmt: skip
    sign_in(amina)
    without_script.add_cookies(context.cookies())  # type: ignore[arg-type]
    page = without_script.new_page()
    page.goto(f"{live_server.url}{CENTRE}")
    leave(page.get_by_role("link", name="Register of settings"))
    leave(page.get_by_role("button", name="Start the export"))
    with page.expect_download() as download:
        click_in_place(page.get_by_text("Download the file"))
    assert download.value.suggested_filename.endswith(".xlsx")
