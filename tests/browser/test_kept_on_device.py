"""What people type or tap lies on their device until the server has it (G4, G5, decision 0093): without a
connection, without a session, beside somebody else, on two devices, tapped twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from meetings.models.attendance import Attendance, AttendanceMark
from meetings.models.minutes import ItemMinutes
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.services import minutes as services
from tests.browser.clicks import click_in_place, leave, press
from tests.browser.conftest import PHONE, Look
from tests.factories import terms
from tests.factories.groups import Group
from tests.factories.meetings import agreed, held, item_on, meeting_on, sent

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]
TOYS, MONEY = "Minutes: A shared toy library", "Minutes: Money"


@pytest.fixture
def meeting(larkshire: Authority, led: Group) -> Meeting:
    with authority_scope(larkshire):
        made = meeting_on(led.collaboration, timezone.localdate(), led.lena)
        for title in ("A shared toy library", "Money"):
            item_on(made, led.lena, title)
    return made


@pytest.fixture
def at(led: Group, meeting: Meeting) -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/meetings/{meeting.pk}/"


@pytest.fixture
def minutes(look: Look, at: str) -> str:
    return f"{look.base}{at}minutes/write/"


@pytest.fixture
def second(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """Another device."""
    context = browser.new_context(**browser_context_args)
    yield context
    context.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state()  # the scripts listen from then on
    return page


def kept(page: Page) -> list[str]:
    """The texts that lie on the device."""
    rows = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('draft|'))")
    return [draft["values"][0] for _key, row in rows for draft in json.loads(row).values()]


def typed_offline(context: BrowserContext, address: str, **texts: str) -> None:
    """Typed without a connection in a tab that is closed then."""
    page = opened(context, address)
    context.set_offline(True)
    for label, text in texts.items():
        page.get_by_label(label).fill(text)
    expect(page.locator("#saved")).to_contain_text("no connection. It is kept on this device.")
    page.close()
    context.set_offline(False)


def tap_twice(button: Locator) -> None:
    for _tap in range(2):
        click_in_place(button)


def stands(larkshire: Authority) -> list[str]:
    with authority_scope(larkshire):
        return sorted(ItemMinutes.objects.exclude(words="").values_list("words", flat=True))


def offers(page: Page) -> Any:
    return page.locator(".app-draft")


def test_g5_minutes_typed_offline_in_a_tab_that_is_closed_are_put_back_and_saved(
    look: Look,
    sign_in: SignIn,
    context: BrowserContext,
    larkshire: Authority,
    led: Group,
    amina: User,
    minutes: str,
) -> None:
    sign_in(led.lena)
    typed_offline(context, minutes, **{TOYS: "Ten boxes go round.", MONEY: "Of no use."})
    assert stands(larkshire) == []
    sign_in(amina)  # on the same device: she sees nothing of it
    other = opened(context, minutes)
    expect(other.get_by_label(TOYS)).to_be_visible()
    expect(offers(other)).to_have_count(0)
    assert "Ten boxes" not in other.content()
    other.close()
    sign_in(led.lena)
    page = look.at(minutes.removeprefix(look.base), "minutes-typed-offline")
    expect(page.get_by_text("Some of what you typed on this device was not saved.")).to_be_visible()
    offer = offers(page).filter(has_text="Ten boxes go round.")
    expect(offer).to_contain_text("Nothing is written")
    expect(offer).to_contain_text(f"on {timezone.localdate().day} ")
    click_in_place(offer.get_by_role("button", name="Put it back"))
    expect(page.get_by_label(TOYS)).to_be_focused()
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=15_000)
    click_in_place(offers(page).get_by_role("button", name="Throw it away"))
    expect(page.locator("#drafts")).to_be_hidden()
    assert kept(page) == []
    assert stands(larkshire) == ["Ten boxes go round."]
    page.reload()
    expect(page.get_by_label(TOYS)).to_have_value("Ten boxes go round.")
    expect(offers(page)).to_have_count(0)


def test_g5_nothing_is_written_over_what_somebody_else_saved_meanwhile(
    look: Look, sign_in: SignIn, context: BrowserContext, larkshire: Authority, led: Group, amina: User,
    meeting: Meeting, minutes: str,
) -> None:  # fmt: skip
    sign_in(led.lena)
    typed_offline(context, minutes, **{TOYS: "Ten boxes go round."})
    with authority_scope(larkshire):
        number = meeting.items.get(title="A shared toy library").pk
        typed = [services.Typed(number, "Nine boxes.")]
        services.write_minutes(meeting_id=meeting.pk, typed=typed, page="b", by=amina, at=timezone.now())
    page = look.at(minutes.removeprefix(look.base), "minutes-two-editions")
    expect(offers(page)).to_contain_text("Nine boxes.")
    expect(offers(page)).to_contain_text("Ten boxes go round.")
    expect(offers(page).get_by_text("What stands here was changed since.")).to_be_visible()
    click_in_place(offers(page).get_by_role("button", name="Put it back"))
    expect(page.locator("#saved")).to_contain_text("Press Save to see both texts.", timeout=15_000)
    assert stands(larkshire) == ["Nine boxes."]
    assert kept(page) == ["Ten boxes go round."]
    press(page, "Save")
    expect(page.get_by_text("What Amina Yusuf wrote")).to_be_visible()
    assert stands(larkshire) == ["Nine boxes."]
    press(page, "Save what is in the boxes")
    expect(page.locator("main [data-saved-page]")).to_contain_text("Saved at")
    expect(offers(page)).to_have_count(0)
    assert kept(page) == []
    assert stands(larkshire) == ["Ten boxes go round."]


def test_g5_minutes_typed_after_the_session_ended_are_there_after_signing_in(
    look: Look, sign_in: SignIn, context: BrowserContext, larkshire: Authority, led: Group, minutes: str
) -> None:
    sign_in(led.lena)
    page = opened(context, minutes)
    Session.objects.all().delete()
    page.get_by_label(TOYS).fill("Ten boxes go round.")
    expect(page.locator("#saved")).to_contain_text("you were signed out", timeout=15_000)
    context.add_cookies([{"name": "sessionid", "value": "x" * 32, "url": look.base}])  # the hour is over too
    page.goto(minutes)  # the browser hears that the session is over; what waits on the device stays there
    assert kept(page) == ["Ten boxes go round."]
    page.close()
    sign_in(led.lena)
    page = opened(context, minutes)
    click_in_place(offers(page).get_by_role("button", name="Put it back"))
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=15_000)
    assert stands(larkshire) == ["Ten boxes go round."]


def test_g5_a_page_warns_before_it_is_left_unsaved_and_signing_out_clears_the_device(
    sign_in: SignIn, context: BrowserContext, led: Group, minutes: str
) -> None:
    sign_in(led.lena)
    page = opened(context, minutes)
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    context.set_offline(True)
    page.get_by_label(TOYS).press_sequentially("T")
    assert kept(page) == ["T"]  # from the first keystroke on
    page.close(run_before_unload=True)
    page.wait_for_event("close")
    assert asked == ["beforeunload"]
    context.set_offline(False)
    page = opened(context, minutes.replace("minutes/write/", ""))
    assert kept(page) == ["T"]
    leave(page.get_by_role("button", name="Sign out").first)
    assert page.evaluate("localStorage.length") == 0


def test_w1_ways_of_working_typed_offline_are_put_back(
    look: Look, sign_in: SignIn, context: BrowserContext, larkshire: Authority, led: Group
) -> None:
    root = f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/"
    label = "What does the group want to achieve?"
    sign_in(led.lena)
    with authority_scope(larkshire):
        terms.draft(led.collaboration, led.lena, texts={}, values={})
    typed_offline(context, f"{look.base}{root}write/1.2/", **{label: "We visit each other."})
    page = look.at(f"{root}write/1.2/", "terms-typed-offline")
    click_in_place(offers(page).get_by_role("button", name="Put it back"))
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=15_000)
    assert kept(page) == []
    page.get_by_label(label).fill("We visit each other in May.")
    press(page, "Save and continue")  # at once, before it saves itself
    expect(page.get_by_text("Section 1.2 is saved.")).to_be_visible()
    assert kept(page) == []


def test_w1_what_was_chosen_offline_is_offered_in_words_and_put_back(
    look: Look, sign_in: SignIn, context: BrowserContext, larkshire: Authority, led: Group
) -> None:
    root = f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/"
    sign_in(led.lena)
    with authority_scope(larkshire):
        terms.draft(led.collaboration, led.lena, texts={}, values={})
    first = opened(context, f"{look.base}{root}write/1.14/")
    context.set_offline(True)
    first.get_by_label("At least this share of the members").check()
    first.locator("[name=number_quorum]").fill("60")
    expect(first.locator("#saved")).to_contain_text("no connection")
    first.close()
    context.set_offline(False)
    page = look.at(f"{root}write/1.14/", "terms-chosen-offline")
    expect(offers(page)).to_have_count(2)
    expect(offers(page).first).to_contain_text("At least this share of the members")
    for _each in range(2):
        click_in_place(offers(page).first.get_by_role("button", name="Put it back"))
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=15_000)
    assert kept(page) == []
    page.reload()
    expect(page.get_by_label("At least this share of the members")).to_be_checked()
    expect(page.locator("[name=number_quorum]")).to_have_value("60")


def test_g5_what_is_typed_while_it_is_being_saved_and_what_is_refused_stay_on_the_device(
    look: Look, sign_in: SignIn, context: BrowserContext, larkshire: Authority, led: Group, minutes: str
) -> None:
    sign_in(led.lena)
    page = opened(context, minutes)
    held_up: list[Any] = []
    page.route(minutes, lambda route: held_up.append(route) if not held_up else route.continue_())
    page.get_by_label(TOYS).fill("Ten")
    with page.expect_request(minutes):
        pass
    page.get_by_label(MONEY).press_sequentially("T")
    held_up[0].continue_()
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=15_000)
    assert kept(page) == ["T"]
    page.close()
    page = opened(context, minutes)
    expect(offers(page)).to_have_count(1)
    expect(offers(page).get_by_text("What stands here was changed since.")).to_be_hidden()
    click_in_place(offers(page).get_by_role("button", name="Put it back"))
    expect(page.locator("#saved")).to_contain_text("Saved at", timeout=15_000)
    assert stands(larkshire) == ["T", "Ten"]
    page.get_by_label(TOYS).fill("x" * 10_001)
    press(page, "Save")  # the page comes back with the error and with what was typed
    expect(page.get_by_label(TOYS)).to_have_value("x" * 10_001)
    expect(offers(page)).to_have_count(0)
    assert kept(page) == ["x" * 10_001]
    page.get_by_label(TOYS).fill("Eleven boxes.")
    press(page, "Save")
    expect(page.locator("main [data-saved-page]")).to_contain_text("Saved at")
    assert kept(page) == []
    assert stands(larkshire) == ["Eleven boxes.", "T"]


def test_g5_what_was_typed_before_the_minutes_were_agreed_can_be_copied(
    look: Look, sign_in: SignIn, context: BrowserContext, larkshire: Authority, led: Group, meeting: Meeting,
    minutes: str,
) -> None:  # fmt: skip
    sign_in(led.lena)
    typed_offline(context, minutes, **{TOYS: "Ten boxes go round."})
    today = timezone.localdate()
    with authority_scope(larkshire):
        Meeting.objects.filter(pk=meeting.pk).update(on=today - timedelta(days=1))
        held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=timezone.now())
        sent(meeting, led.lena)
        agreed(meeting, meeting_on(led.collaboration, today, led.lena, title="Winter meeting"), led.lena)
    page = look.at(minutes.removeprefix(look.base), "minutes-agreed-meanwhile")
    expect(page.get_by_text("Copy what you need:")).to_be_visible()
    expect(offers(page)).to_contain_text(TOYS)
    expect(offers(page)).to_contain_text("Ten boxes go round.")
    expect(offers(page).get_by_role("button", name="Put it back")).to_have_count(0)
    click_in_place(offers(page).get_by_role("button", name="Throw it away"))
    expect(page.locator("#drafts")).to_be_hidden()
    assert kept(page) == []


def test_g4_of_double_taps_on_two_devices_the_latest_stands_in_whatever_order_they_arrive(
    sign_in: SignIn, context: BrowserContext, second: BrowserContext, larkshire: Authority, led: Group,
    meeting: Meeting, look: Look, at: str,
) -> None:  # fmt: skip
    sign_in(led.lena)
    phone = opened(context, f"{look.base}{at}attendance/")
    phone.set_viewport_size(PHONE)
    second.add_cookies(context.cookies())  # type: ignore[arg-type]
    tablet = opened(second, f"{look.base}{at}attendance/")
    mark = "#member-{} [data-mark={}]"
    for device in (context, second):
        device.set_offline(True)
    tap_twice(phone.locator(mark.format(led.bluebells.pk, "absent")))
    tablet.wait_for_timeout(2000)  # longer than a request takes: its way counts as age of the tap
    tap_twice(tablet.locator(mark.format(led.bluebells.pk, "present")))
    for device, page in ((second, tablet), (context, phone)):  # the earlier marks arrive last
        device.set_offline(False)
        expect(page.locator("#attendance-queue")).to_have_text("Everything is sent.", timeout=15_000)
    expect(phone.locator(mark.format(led.bluebells.pk, "present"))).to_have_attribute(
        "aria-pressed", "true", timeout=15_000
    )
    with authority_scope(larkshire):
        assert list(Attendance.objects.values_list("mark", flat=True)) == ["present"]
        assert AttendanceMark.objects.count() == 4


def test_g4_a_refusal_stands_in_sight_on_a_phone_and_beside_its_member(
    sign_in: SignIn,
    context: BrowserContext,
    larkshire: Authority,
    led: Group,
    meeting: Meeting,
    look: Look,
    at: str,
) -> None:
    sign_in(led.lena)
    page = opened(context, f"{look.base}{at}attendance/")
    page.set_viewport_size(PHONE)
    with authority_scope(larkshire):
        Meeting.objects.filter(pk=meeting.pk).update(on=meeting.on + timedelta(days=1))
    click_in_place(page.locator(f"#member-{led.caras.pk} [data-mark=present]"))
    expect(page.locator("#attendance-refused")).to_be_in_viewport(ratio=1, timeout=15_000)
    expect(page.locator("#attendance-refused")).to_contain_text("Until then you can only record apologies.")
    expect(page.locator(f"#member-{led.caras.pk} .app-roll__by")).to_contain_text("Until then")
    expect(page.locator(f"#member-{led.caras.pk} [aria-pressed=true]")).to_have_count(0)
    click_in_place(page.locator(f"#member-{led.caras.pk} [data-mark=apologies]"))
    expect(page.locator("#attendance-refused")).to_be_hidden()
    expect(page.locator("#attendance-queue")).to_have_text("Everything is sent.", timeout=15_000)
