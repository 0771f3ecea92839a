"""Ofsted's file in a real browser: upload, preview with each kind of row, tick, confirm, progress, loaded;
and all that can go wrong.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from documents.services import jobs, outbox
from ofsted.models import ImportRun
from ofsted.services.national import load_national
from providers.models import Provider
from tests.browser.clicks import click_in_place, leave
from tests.browser.conftest import Look
from tests.ofsted.files import childminder, graded, make_file, report_card, row

pytestmark = pytest.mark.django_db(transaction=True)
FILES = "/larkshire/ofsted/files/"
NOW = datetime(2026, 7, 20, 10, 30, tzinfo=UTC)
LONG_NAME = "Childcare_providers_and_inspections_as_at_30_June_2026_management_information_final_version.csv"
SignIn = Callable[[Any], None]


def old_rows() -> list[dict[str, str]]:
    """What the register holds: two nurseries, a childminder, and
    thirteen settings that the new file no longer lists.
    """
    gone = [row(urn=f"EY2{number:05}", name=f"Closed Nursery {number}") for number in range(13)]
    changing = [
        row(urn="EY100001", name="Acorns", places="20", **graded("full", "12/05/2019", "2")),
        childminder(urn="EY100002", places="6", town="Larkton"),
    ]
    return [row(urn="EY100003", name="Bluebell Nursery"), *changing, *gone]


def new_rows() -> list[dict[str, str]]:
    """Each kind of row: new, changed, unchanged, gone, rejected, too
    damaged to know whose, of another authority.
    """
    return [
        row(urn="EY100003", name="Bluebell Nursery"),
        row(
            urn="EY100001",
            name="Acorns Nursery and Pre-school at St Bartholomew's Community Centre",
            places="24",
            **graded("full", "12/05/2019", "2"),
            **report_card("14/01/2026", "Needs attention"),
        ),
        childminder(urn="EY100002", places="8"),
        *(row(urn=f"EY3{number:05}", name=f"New Nursery {number}") for number in range(30)),
        row(urn="EY400001", name="Willow", **graded("full", "31/02/2020", "2")),
        row(urn="EY400002", name="Rowan", places="1.2E+05"),
        row(urn="4.00E+05", name="Excel was here"),
        row(urn="EY900001", local_authority="Marlshire"),
    ]


def new_file() -> bytes:
    return make_file("2026-06", new_rows())


@pytest.fixture
def register(larkshire: Authority) -> Authority:
    """Larkshire with a register of last year."""
    data = make_file("2025-12", old_rows())
    load_national(
        file=io.BytesIO(data),
        name="providers_2025-12-31.csv",
        listed_on=date(2025, 12, 31),
        authorities=[larkshire],
        at=NOW,
    )
    return larkshire


@pytest.fixture
def paused(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """The worker takes nothing before the test says so: ``paused()`` lets it do all that waits."""
    monkeypatch.setattr(outbox, "_nudge", lambda: None)
    return outbox.relay


def choose(page: Page, data: bytes, name: str = LONG_NAME) -> None:
    page.set_input_files("input[type=file]", files=[{"name": name, "mimeType": "text/csv", "buffer": data}])


def upload(page: Page, data: bytes, name: str = LONG_NAME) -> None:
    choose(page, data, name)
    leave(page.get_by_role("button", name="Upload and compare"))


def half_done(authority: Authority) -> None:
    """The worker has begun, and says that it is at 40 %."""
    with authority_scope(authority):
        job = ImportRun.objects.latest("pk").job
        assert job is not None
        jobs.begin(job_id=job.pk, at=NOW)
        jobs.report_progress(job_id=job.pk, done=-(-job.total * 2 // 5))


def listed(authority: Authority) -> int:
    with authority_scope(authority):
        return Provider.objects.filter(unlisted_since=None).count()


def test_from_the_upload_to_the_register(
    look: Look, register: Authority, amina: User, sign_in: SignIn, paused: Callable[[], int]
) -> None:
    sign_in(amina)
    page = look.at(f"{FILES}new/", "upload")
    upload(page, new_file())
    expect(page.get_by_role("heading", level=1)).to_have_text(LONG_NAME)
    half_done(register)
    expect(page.get_by_role("status")).to_have_text("40% done")
    look.check("load-comparing")
    paused()
    expect(
        page.get_by_role("heading", name="What would change")
    ).to_be_visible()  # the page has looked again by itself
    look.check("load-ready")
    leave(page.get_by_role("button", name="Load this file into the register"))
    expect(page).to_have_title(f"Error: {LONG_NAME} – Early years collaborations – Larkshire")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    look.check("load-tick-error")
    doubts = page.get_by_role("alert").get_by_role("link")
    # Columns that the file before had, many settings gone, and a row whose URN cannot be read
    expect(doubts).to_have_count(3)
    for number in range(3):
        click_in_place(doubts.nth(number))
        page.keyboard.press("Space")
    leave(page.get_by_role("button", name="Load this file into the register"))
    half_done(register)
    expect(page.get_by_role("status")).to_have_text("40% done")
    look.check("load-loading")
    assert listed(register) == 16, "nothing has been loaded before the worker did"
    paused()
    expect(page.get_by_role("heading", name="What was loaded")).to_be_visible()
    look.check("load-loaded")
    assert listed(register) == 34
    page = look.at(FILES, "loads")
    expect(page.get_by_role("row", name=LONG_NAME)).to_contain_text("Loaded")


def test_each_kind_of_row_is_shown(look: Look, register: Authority, amina: User, sign_in: SignIn) -> None:
    sign_in(amina)
    page = look.at(f"{FILES}new/", "upload")
    upload(page, new_file(), "providers.csv")
    preview = page.url
    for link, expected in {
        "Look at the 31 new rows": "New Nursery 7",
        "Look at the 2 changed rows": "Acorns → Acorns Nursery",
        "Look at the 13 settings no longer listed": "Closed Nursery 12",
        "Look at the remark": "1.2E+05",
        "Look at the 2 rejected rows": "31/02/2020",
    }.items():
        page.goto(preview)
        leave(page.get_by_role("link", name=link))
        expect(page.get_by_role("table")).to_contain_text(expected)
        look.check(f"load-rows-{link.split()[-2]}")
    page.get_by_label("Name or URN").fill("nothing of that name")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    look.check("load-rows-none")


def test_what_the_field_says_of_a_wrong_file(
    look: Look, larkshire: Authority, amina: User, sign_in: SignIn, settings: Any
) -> None:
    sign_in(amina)
    page = look.at(FILES, "loads-none")
    leave(page.get_by_role("button", name="Upload a file"))
    leave(page.get_by_role("button", name="Upload and compare"))
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Choose the CSV file that you downloaded")
    look.check("upload-nothing")
    upload(page, b"%PDF-1.7 not a table", "report.pdf")
    expect(summary).to_contain_text("This is a PDF")
    click_in_place(summary.get_by_role("link"))
    expect(page.locator("#id_file")).to_be_focused()
    upload(
        page,
        make_file(
            "2021-08", [row(urn="EY100001")], rename={"urn": "Something else", "name": "Another thing"}
        ),
        "changed.csv",
    )
    expect(summary).to_be_visible()
    look.check("upload-unknown-layout")
    upload(page, make_file("2021-08", [row(urn="EY100001")]), "register.csv")
    expect(summary).to_contain_text("Enter the date that the file is for")
    page.get_by_label("Day").fill("31")
    page.get_by_label("Month").fill("2")
    page.get_by_label("Year").fill("2026")
    upload(page, make_file("2021-08", [row(urn="EY100001")]), "register.csv")
    expect(summary).to_contain_text("must be a real date")
    look.check("upload-no-such-day")
    settings.UPLOAD_LIMIT_BYTES = 1000
    upload(page, new_file())
    expect(summary).to_contain_text("larger than")


def test_a_file_in_which_the_authority_has_another_name(
    look: Look, larkshire: Authority, amina: User, sign_in: SignIn
) -> None:
    sign_in(amina)
    page = look.at(f"{FILES}new/", "upload")
    names = ("Lark Shire County", "Marlshire", "Bournemouth, Christchurch and Poole")
    upload(
        page,
        make_file(
            "2026-06",
            [row(urn=f"EY10000{number}", local_authority=name) for number, name in enumerate(names)],
        ),
    )
    expect(page.get_by_text("This file has no rows for Larkshire.")).to_be_visible()
    look.check("load-failed")
    leave(page.get_by_role("button", name="Find my authority in the file"))
    leave(page.get_by_role("button", name="Use this name and compare again"))
    expect(page.get_by_role("alert")).to_contain_text("Choose your authority")
    look.check("load-choose-name-error")
    page.get_by_label("Which authority in the file is yours?").select_option("Lark Shire County")
    leave(page.get_by_role("button", name="Use this name and compare again"))
    expect(page.get_by_role("heading", name="What would change")).to_be_visible()
    leave(page.get_by_role("link", name="Put this upload aside"))
    look.check("load-discard")
    leave(page.get_by_role("button", name="Put it aside"))
    expect(page.get_by_role("alert")).to_contain_text("The upload was put aside")
    look.check("load-discarded")
    leave(page.get_by_role("link", name=LONG_NAME))
    expect(page.get_by_role("button", name="Load this file into the register")).to_have_count(0)
    look.check("load-discarded-page")


def test_a_load_without_script(without_script: BrowserContext, context: BrowserContext, live_server: Any, register: Authority,
                               amina: User, sign_in: SignIn, paused: Callable[[], int]) -> None:  # fmt: skip
    sign_in(amina)
    without_script.add_cookies(context.cookies())  # type: ignore[arg-type]
    page = without_script.new_page()
    page.goto(f"{live_server.url}{FILES}new/")
    upload(page, new_file())
    expect(page.locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]")).to_have_count(1)
    paused()
    page.reload()
    leave(page.get_by_role("link", name="Look at the 13 settings no longer listed"))
    page.get_by_label("Name or URN").fill("nursery 12")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.get_by_text("Showing 1 row")).to_be_visible()
    leave(page.get_by_role("link", name=LONG_NAME))
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    leave(page.get_by_role("button", name="Load this file into the register"))
    paused()
    page.reload()
    expect(page.get_by_role("heading", name="What was loaded")).to_be_visible()


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until this has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_a_load_with_the_keyboard_alone(
    page: Page, live_server: Any, register: Authority, amina: User, sign_in: SignIn
) -> None:
    sign_in(amina)
    page.goto(f"{live_server.url}{FILES}new/")
    expect(
        page.locator("button#id_file")
    ).to_be_visible()  # the script has put its button in place of the plain control
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the head of the page
    tab_to(page, "#id_file", most=3)
    with page.expect_file_chooser() as chooser:
        page.evaluate("0")  # the page has heard that its dialogue is caught: keys travel faster than that
        page.keyboard.press("Enter")
    chooser.value.set_files(files=[{"name": "providers.csv", "mimeType": "text/csv", "buffer": new_file()}])
    for part in ("30", "6", "2026"):
        page.keyboard.press("Tab")
        page.keyboard.type(part)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What would change")).to_be_visible()
    for number in range(page.locator("main input[type=checkbox]").count()):
        tab_to(page, f"main input[type=checkbox] >> nth={number}")
        page.keyboard.press("Space")
    tab_to(page, "main button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What was loaded")).to_be_visible()
    assert listed(register) == 34


def test_a_file_chosen_before_the_script_has_loaded_stays_chosen(
    page: Page, live_server: Any, larkshire: Authority, amina: User, sign_in: SignIn
) -> None:
    sign_in(amina)
    late: list[Route] = []
    page.route("**/govuk.js", lambda route: late.append(route))
    with page.expect_request("**/govuk.js"):
        page.goto(f"{live_server.url}{FILES}new/", wait_until="commit")
    page.locator("input#id_file").focus()
    choose(page, new_file(), "early.csv")
    late[0].continue_()
    expect(page.locator("button#id_file")).to_be_focused()
    expect(page.locator("button#id_file")).to_contain_text("early.csv")
