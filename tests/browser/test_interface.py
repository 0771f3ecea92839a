"""The interface base in a real browser: errors, sign-in, a form in
error, lists, charts, progress, keyboard, no script.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import Authority, User
from tests.browser.clicks import click_in_place, leave
from tests.browser.conftest import Look, assert_accessible, assert_reflows
from tests.core.conftest import sample_pages

__all__ = ["sample_pages"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sample_pages")]


@pytest.fixture
def larkshire(as_owner: Any) -> Authority:
    with as_owner():
        Authority.objects.bulk_create(
            Authority(
                name=f"Authority {number} of the north and the west",
                slug=f"sample-{number:02}",
                is_active=number % 3 > 0,
            )
            for number in range(90)
        )
        return Authority.objects.create(
            name="Larkshire County Council",
            slug="larkshire",
            contact_email="early.years@larkshire.example",
            brand_colour="#00703c",
        )


@pytest.fixture
def amina() -> User:
    user = User.objects.create_user("amina@example.com", "correct horse battery", full_name="Amina Officer")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def test_the_looks_find_faults(look: Look, larkshire: Authority) -> None:
    """The checks themselves: an unlabelled control, an inline style and a wide block are each seen."""
    page = look.at("/larkshire/", "home")
    page.evaluate("() => document.querySelector('main').append(document.createElement('input'))")
    with pytest.raises(AssertionError, match="critical label"):
        assert_accessible(page)
    with pytest.raises(AssertionError, match="critical label"):
        look.check("home")  # has passed without the control: with it, it is another state
    page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<svg width=2000"
        " height=9></svg>')"
    )
    with pytest.raises(AssertionError, match=r"2000 px|wide"):
        assert_reflows(page)
    assert look.complaints == []
    with page.expect_console_message():
        page.evaluate(
            "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<p"
            ' style="color:red">red</p>\')'
        )
    assert "style" in look.complaints[0]
    look.complaints.clear()
    # Once more: now nothing of it is new, but for what is pale on a phone alone
    page = look.at("/larkshire/", "home")
    sheet = "@media (max-width: 400px) { main h1 { color: #eee !important } }"
    page.evaluate(
        "text => { const s = new CSSStyleSheet(); s.replaceSync(text); document.adoptedStyleSheets = [s] }",
        sheet,
    )
    with pytest.raises(AssertionError, match="color-contrast"):
        look.check("home")


def test_pages_of_errors(look: Look, larkshire: Authority) -> None:
    for how in ("400", "403", "404", "413", "500"):
        look.at(f"/larkshire/fail/{how}/" if how != "413" else f"/fail/{how}/", f"error-{how}")
        expect(look.page.get_by_role("heading", level=1)).to_be_visible()
    look.at("/larkshire/nowhere/", "error-404-address")
    expect(look.page).to_have_title(re.compile("^Page not found – Early years collaborations – Larkshire"))


def test_a_form_in_error_leads_to_the_field_and_is_saved(look: Look, larkshire: Authority) -> None:
    page = look.at("/larkshire/meeting/", "form")
    page.get_by_label("Day", exact=True).fill("3")
    page.get_by_label("Year", exact=True).fill("26")
    page.get_by_label("Note (optional)").fill("more than twenty letters")
    leave(page.get_by_role("button", name="Save"))
    expect(page).to_have_title(re.compile("^Error: Arrange a meeting"))
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    look.check("form-error")
    click_in_place(summary.get_by_role("link", name="The date of the meeting must include a month"))
    expect(page.get_by_label("Month", exact=True)).to_be_focused()
    click_in_place(summary.get_by_role("link", name="Select how people will join"))
    expect(page.get_by_label("In person").first).to_be_focused()
    page.goto(f"{look.base}/larkshire/meeting/")
    page.get_by_label("Title of the meeting").fill("Spring")
    for box, text in {"Day": "27", "Month": "March", "Year": "26"}.items():
        page.get_by_label(box, exact=True).fill(text)
    page.get_by_label("Online").first.check()
    page.get_by_label("Setting that leads").select_option("1")
    leave(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("alert")).to_contain_text("The meeting is arranged")
    look.check("message")


def test_a_form_by_keyboard_alone(look: Look, larkshire: Authority) -> None:
    page = look.page
    page.goto(f"{look.base}/larkshire/question/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("What is it called?")).to_be_focused()
    page.keyboard.type("Spring")
    page.keyboard.press("Enter")
    expect(page.get_by_text("own answer")).to_be_visible()


def test_a_list_is_filtered_sorted_and_paged_by_links(look: Look, larkshire: Authority) -> None:
    page = look.at("/larkshire/things/", "list")
    expect(page.get_by_text("Showing 1 to 25 of 91 authorities")).to_be_visible()
    leave(page.get_by_role("link", name="Short name"))
    expect(page.get_by_role("columnheader", name="Short name")).to_have_attribute("aria-sort", "ascending")
    leave(page.get_by_role("link", name="Page 2", exact=True))
    look.check("list-page-2")
    page.get_by_label("Short name").fill("sample-1")
    click_in_place(page.get_by_text("More filters"))
    page.get_by_label("Tested from").fill("soon")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.get_by_text("Showing 1 to 10 of 10 authorities")).to_be_visible()
    look.check("list-filtered-error")
    leave(page.get_by_role("link", name="Remove filter: Contains “sample-1”"))
    expect(page.get_by_text("Showing 1 to 25 of 91 authorities")).to_be_visible()
    look.at("/larkshire/things/?q=nothing", "list-empty")


def test_on_a_phone_the_list_comes_before_its_filters(look: Look, larkshire: Authority) -> None:
    page = look.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{look.base}/larkshire/things/")
    expect(page.get_by_role("button", name="Apply filters")).to_be_hidden()
    assert_accessible(page)
    click_in_place(page.get_by_text("Filter this list"))
    page.get_by_label("Short name").fill("sample-1")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(
        page.get_by_role("button", name="Apply filters")
    ).to_be_visible()  # what is in use is still in sight


def test_a_confirmation_charts_and_components(look: Look, larkshire: Authority) -> None:
    look.at("/larkshire/confirm/", "confirm")
    page = look.at("/larkshire/components/", "components")
    click_in_place(page.get_by_text("Show these figures as a table"))
    expect(page.get_by_role("cell", name="67%")).to_be_visible()
    look.check("components-open")


def test_progress_moves_by_itself(look: Look, larkshire: Authority) -> None:
    page = look.at("/progress/", "progress")
    expect(page.get_by_role("link", name="See the preview")).to_be_visible(timeout=10_000)
    expect(page.get_by_role("status")).to_have_text("3 of 3 parts are read")
    look.check("progress-done")


BEFORE_SIGN_IN = [
    "login/code/",
    "signup/",
    "password/reset/",
    "password/reset/done/",
    "inactive/",
]


def test_signing_in_and_the_pages_before_it(look: Look, larkshire: Authority, amina: User) -> None:
    for address in BEFORE_SIGN_IN:
        look.at(f"/accounts/{address}", f"account-{address.strip('/').replace('/', '-')}")
    page = look.at("/larkshire/accounts/login/", "sign-in")
    leave(page.get_by_role("button", name="Sign in", exact=True))
    expect(page).to_have_title(re.compile("^Error: Sign in"))
    expect(page.get_by_role("link", name="Enter your email address")).to_be_visible()
    look.check("sign-in-error")
    page.get_by_label("Email address").fill("amina@example.com")
    page.get_by_label("Password", exact=True).fill("wrong")
    leave(page.get_by_role("button", name="Sign in", exact=True))
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    look.check("sign-in-wrong")


def test_a_sign_in_code(look: Look, amina: User, mailoutbox: list[Any]) -> None:
    page = look.at("/accounts/login/code/", "code-request")
    page.get_by_label("Email address").fill(amina.email)
    leave(page.get_by_role("button", name="Email me a code"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Enter your sign-in code")
    look.check("code")
    page.get_by_label("Sign-in code").fill("wrong")
    leave(page.get_by_role("button", name="Continue"))
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    look.check("code-wrong")


def test_the_account_of_somebody_signed_in(look: Look, amina: User, sign_in: Callable[[Any], None]) -> None:
    sign_in(amina)
    page = look.at("/signed-in/", "signed-in")
    expect(page.get_by_role("link", name="Amina Officer")).to_be_visible()
    for address in ("2fa/", "email/", "password/change/", "logout/"):
        look.at(f"/accounts/{address}", f"account-{address.strip('/').replace('/', '-')}")
    page.goto(f"{look.base}/accounts/2fa/totp/activate/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirm that it is you")
    look.check("reauthenticate")
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    leave(page.get_by_role("button", name="Continue"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up an authenticator app")
    look.check("totp")
    look.at("/accounts/2fa/webauthn/add/", "passkey-add")
    look.at("/accounts/2fa/webauthn/", "passkeys")
    leave(page.get_by_role("button", name="Sign out"))
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_a_passkey_that_is_cancelled_is_said_in_words(look: Look, amina: User) -> None:
    page = look.at("/accounts/login/", "login-passkey")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('cancelled')) }")
    click_in_place(page.get_by_role("button", name="Use a passkey"))
    expect(page.get_by_role("alert")).to_contain_text("The passkey was not used")
    look.check("passkey-error")


def test_everything_works_without_script(
    without_script: BrowserContext, live_server: Any, larkshire: Authority
) -> None:
    page: Page = without_script.new_page()
    page.goto(f"{live_server.url}/larkshire/things/")
    page.get_by_label("Short name").fill("sample-8")
    leave(page.get_by_role("button", name="Apply filters"))
    expect(page.get_by_text("Showing 1 to 10 of 10")).to_be_visible()
    page.goto(f"{live_server.url}/larkshire/meeting/")
    leave(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    page.goto(f"{live_server.url}/accounts/login/")
    expect(page.get_by_role("button", name="Use a passkey")).to_be_hidden()
    expect(page.locator("noscript meta[http-equiv=refresh]")).to_have_count(0)
