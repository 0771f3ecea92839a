"""Certifying the staff number through the endpoints: signed in, as an officer, by a link; and the periods."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache

from accounts.models import TaskLink
from accounts.selectors import token_of
from accounts.services.appointments import end_appointment
from core.scoping import authority_scope
from memberships.services.people import SETTING_ROLE
from provision.models import ReturnPeriod, StaffReturn
from provision.services.reminders import remind_collaboration
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def period(larkshire):
    with authority_scope(larkshire):
        return ReturnPeriodFactory()


def page_of(membership) -> str:
    return f"/larkshire/settings/{membership.provider_id}/staff-return/"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def made(larkshire):
    with authority_scope(larkshire):
        return list(
            StaffReturn.objects.order_by("pk").values_list(
                "provider__name", "staff", "certified_by__full_name", "is_unchanged"
            )
        )


def last_time(larkshire, membership, by, staff=9):
    with authority_scope(larkshire):
        before = ReturnPeriodFactory(
            name="Spring 2026",
            count_date=date(2026, 3, 2),
            opens_on=date(2026, 3, 2),
            due_on=date(2026, 3, 31),
        )
        StaffReturnFactory(
            period=before,
            provider=membership.provider,
            staff=staff,
            certified_by=by,
            certified_at=datetime(2026, 3, 4, tzinfo=UTC),
        )


# --- signed in ----------------------------------------------------------------------------------------------


def test_a_manager_answers_the_question(browse, larkshire, led, period):
    client = browse(led.lena)
    body = text(client.get(page_of(led.acorns)))
    for words in (
        "How many people worked directly with children on 2 November 2026?",
        "Everybody employed to work directly",
        "30 November",
    ):
        assert words in body
    assert "Nothing changed" not in body, "there was no number before"
    response = client.post(page_of(led.acorns), {"staff": "9"}, follow=True)
    body = text(response)
    for words in (
        "Thank you. The staff number is confirmed.",
        "Confirmed by",
        "Lena Hartley",
        "21 November 2026 at 10am",
        "Correct the number",
    ):
        assert words in body
    assert made(larkshire) == [("Acorns", 9, "Lena Hartley", False)]


def test_nothing_changed_is_one_tap(browse, larkshire, led, period):
    last_time(larkshire, led.acorns, led.lena)
    client = browse(led.lena)
    assert "Nothing changed: confirm 9" in text(client.get(page_of(led.acorns)))
    assert 'value="9"' in text(client.get(page_of(led.acorns))), "the number is filled in"
    for _ in range(2):
        client.post(page_of(led.acorns), {"unchanged": "1"})
    assert made(larkshire)[1:] == [("Acorns", 9, "Lena Hartley", True)]


def test_a_childminder_is_asked_for_assistants_and_counts_as_one(browse, larkshire, led, period):
    client = browse(led.cara)
    body = text(client.get(page_of(led.caras)))
    assert "How many assistants did you employ on 2 November 2026?" in body
    assert "You count as one. Add your assistants." in body
    client.post(page_of(led.caras), {"staff": "0"})
    assert made(larkshire) == [("Cara's", 1, "Cara Finch", False)]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("", "Enter how many people worked directly with children."),
        ("nine", "Enter a whole number, such as 9."),
        ("9.5", "Enter a whole number, such as 9."),
        ("-1", "The number must be 0 or more."),
        ("501", "The number must be 500 or less."),
    ],
)
def test_what_is_no_number_is_said_at_the_question(browse, larkshire, led, period, sent, said):
    response = browse(led.lena).post(page_of(led.acorns), {"staff": sent})
    assert said in text(response)
    assert text(response).startswith(
        '<!DOCTYPE html> <html lang="en-GB" class="govuk-template"> <head> <meta charset="utf-8">'
        " <title>Error: "
    )
    assert made(larkshire) == []


def test_an_unusual_change_is_asked_about_once_and_then_taken(browse, larkshire, led, period):
    last_time(larkshire, led.acorns, led.lena)
    client = browse(led.lena)
    response = client.post(page_of(led.acorns), {"staff": "90"})
    assert "Last time the number was 9. Now it is 90." in text(response)
    assert len(made(larkshire)) == 1
    seen = response.context["form"]["seen"].value()
    client.post(page_of(led.acorns), {"staff": "91", "seen": seen})
    assert len(made(larkshire)) == 1, "another number is looked at again"
    client.post(page_of(led.acorns), {"staff": "90", "seen": seen})
    assert made(larkshire)[1:] == [("Acorns", 90, "Lena Hartley", False)]


def test_a_number_is_corrected_and_the_first_stays_in_sight(browse, larkshire, led, period):
    client = browse(led.lena)
    client.post(page_of(led.acorns), {"staff": "9"})
    response = client.post(page_of(led.acorns), {"staff": "10"})
    assert "Lena Hartley confirmed 9 on 21 November 2026 at 10am. If that is wrong, correct it." in text(
        response
    )
    body = text(client.post(f"{page_of(led.acorns)}?correct=1", {"staff": "10"}, follow=True))
    assert "9, confirmed on 21 November 2026 at 10am" in body
    assert made(larkshire) == [("Acorns", 10, "Lena Hartley", False)]


def test_detail_is_asked_for_when_the_period_says_so(browse, larkshire, led, period):
    with authority_scope(larkshire):
        ReturnPeriod.objects.update(asks_detail=True)
    client = browse(led.lena)
    assert "Person 2" in text(client.get(page_of(led.acorns)))
    more = client.post(page_of(led.acorns), {"rows": "2", "staff": "2", "hours_1": "37", "more": "1"})
    assert "Person 7" in text(more)
    assert 'value="37"' in text(more), "what was typed stays"
    lines = {"rows": "3", "staff": "2", "hours_1": "37.5", "role_1": "Room leader", "level_1": "3"}
    wrong = client.post(page_of(led.acorns), {**lines, "role_2": "Apprentice"})
    assert "Enter the hours a week of person 2." in text(wrong)
    client.post(page_of(led.acorns), {**lines, "hours_2": "16"})
    with authority_scope(larkshire):
        kept = StaffReturn.objects.get()
        assert [(str(one.hours_a_week), one.role, one.qualification_level) for one in kept.lines.all()] == [
            ("37.50", "Room leader", 3),
            ("16.00", "", None),
        ]


@pytest.mark.parametrize("rows", ["9" * 50, "²", "-1", "x", "999"])
def test_the_number_of_rows_is_no_way_in(browse, larkshire, led, period, rows):
    with authority_scope(larkshire):
        ReturnPeriod.objects.update(asks_detail=True)
    assert browse(led.lena).post(page_of(led.acorns), {"rows": rows, "staff": ""}).status_code == 200


def test_an_officer_answers_after_a_telephone_call_and_says_who_called(browse, larkshire, led, period, amina):
    client = browse(amina)
    body = text(client.get(page_of(led.acorns)))
    assert "How do you know?" in body
    assert "Nothing changed" not in body
    assert "Enter how you know" in text(client.post(page_of(led.acorns), {"staff": "9"}))
    body = text(
        client.post(page_of(led.acorns), {"staff": "9", "note": "Lena Hartley by telephone"}, follow=True)
    )
    assert "Amina Yusuf" in body
    assert "Lena Hartley by telephone" in body


def test_with_no_period_open_there_is_nothing_to_answer(browse, larkshire, led):
    for answer in (
        browse(led.lena).get(page_of(led.acorns)),
        browse(led.lena).post(page_of(led.acorns), {"staff": "9"}),
    ):
        assert "No staff number is asked for today." in text(answer)
    assert made(larkshire) == []


def test_others_do_not_find_the_page(browse, larkshire, led, elsewhere, sam, otto, fred, period):
    for person, status in ((sam, 404), (led.mo, 404), (otto, 404), (fred, 403)):
        assert browse(person).get(page_of(led.acorns)).status_code == status
        assert browse(person).post(page_of(led.acorns), {"staff": "1"}).status_code == status
    assert made(larkshire) == []


# --- by the link in an email --------------------------------------------------------------------------------


@staged
def link(larkshire, led, period, amina):
    """Mo's link."""
    with authority_scope(larkshire):
        remind_collaboration(collaboration=led.collaboration, by=amina, at=AT)
        return TaskLink.objects.get(email="mo@larkshire.example")


def by_link(link) -> str:
    return f"/larkshire/staff-return/{token_of(link)}/"


def test_a_link_shows_the_question_and_only_its_button_answers(browse, larkshire, led, link):
    client = browse()
    for _ in range(3):
        body = text(client.get(by_link(link)))
        assert "Bluebells" in body
        assert "How many people worked directly with children" in body
    assert made(larkshire) == []
    response = client.post(by_link(link), {"staff": "4"}, follow=True)
    body = text(response)
    for words in (
        "The staff number is confirmed",
        "Mo Siddiqui",
        "21 November 2026 at 10am",
        "You can close this page.",
    ):
        assert words in body
    assert response.headers["Cache-Control"] == "no-store"
    assert made(larkshire) == [("Bluebells", 4, "Mo Siddiqui", False)]
    for again in (client.get(by_link(link)), client.post(by_link(link), {"staff": "40"})):
        assert again.status_code == 404
        assert "This link has been used" in text(again)
        assert "Mo Siddiqui confirmed the number on 21 November 2026" in text(again)
    assert made(larkshire) == [("Bluebells", 4, "Mo Siddiqui", False)]


def test_the_result_of_a_link_is_loaded_again_without_sending_anything(browse, larkshire, led, link):
    """By GET, for ten minutes, at this address alone; then the page says what was done (P116)."""
    client = browse()
    answer = client.post(by_link(link), {"staff": "4"})
    assert answer.status_code == 302
    result = answer["Location"]
    assert result.startswith(f"{by_link(link)}?result=")
    for _twice in range(2):
        shown = client.get(result)
        assert shown.headers["Cache-Control"] == "no-store"
        assert "The staff number is confirmed" in text(shown)
    assert made(larkshire) == [("Bluebells", 4, "Mo Siddiqui", False)]
    key = result.partition("=")[2]
    assert client.get(f"/larkshire/staff-return/x/?result={key}").status_code == 404
    assert client.get(f"{result}x").status_code == 404
    cache.clear()
    assert "Mo Siddiqui confirmed the number" in text(client.get(result))


def test_without_the_cache_the_result_is_the_answer(browse, larkshire, led, link, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    answer = browse().post(by_link(link), {"staff": "4"})
    assert (answer.status_code, "The staff number is confirmed" in text(answer)) == (200, True)


def test_nothing_changed_by_a_link_is_one_tap_too(browse, larkshire, led, link):
    last_time(larkshire, led.bluebells, led.mo, staff=4)
    assert "Nothing changed: confirm 4" in text(browse().get(by_link(link)))
    browse().post(by_link(link), {"unchanged": "1"})
    assert made(larkshire)[1:] == [("Bluebells", 4, "Mo Siddiqui", True)]


def test_a_link_ends_when_somebody_has_certified_or_the_person_has_left(browse, larkshire, led, link, amina):
    assert browse().get(by_link(link)).status_code == 200
    with authority_scope(larkshire):
        end_appointment(SETTING_ROLE, led.mo.setting_roles.get(), ends_on=date(2026, 11, 21), by=amina)
    assert browse().get(by_link(link)).status_code == 404
    assert browse().post(by_link(link), {"staff": "4"}).status_code == 404
    assert made(larkshire) == []


def test_a_link_ends_with_its_period(browse, larkshire, led, link):
    with authority_scope(larkshire):
        ReturnPeriodFactory(
            name="Winter", count_date=date(2026, 12, 5), opens_on=date(2026, 12, 5), due_on=date(2026, 12, 31)
        )
    with time_machine.travel(AT + timedelta(days=13), tick=False):
        assert browse().get(by_link(link)).status_code == 200, "late is not too late"
    with time_machine.travel(AT + timedelta(days=14), tick=False):
        assert browse().get(by_link(link)).status_code == 404


@pytest.mark.parametrize("forged", ["{token}x", "9{token}", "nonsense"])
def test_a_forged_link_opens_nothing(browse, larkshire, link, forged):
    where = f"/larkshire/staff-return/{forged.format(token=token_of(link))}/"
    assert browse().get(where).status_code == 404
    assert browse().post(where, {"staff": "4"}).status_code == 404


def test_a_link_of_one_authority_is_none_at_another(browse, marlshire, link):
    assert browse().get(f"/marlshire/staff-return/{token_of(link)}/").status_code == 404


# --- periods ------------------------------------------------------------------------------------------------

PERIODS = "/larkshire/staff-return-periods/"


def dates(**given):
    return {
        f"{name}_{part}": str(getattr(day, part))
        for name, day in given.items()
        for part in ("day", "month", "year")
    }


def test_an_officer_adds_and_changes_a_period(browse, larkshire, amina):
    client = browse(amina)
    assert "Add the first one" in text(client.get(PERIODS))
    body = text(client.get(f"{PERIODS}add/"))
    assert "Count everybody whom the setting employs" in body
    assert "You count as one." in body
    days = dates(count_date=date(2026, 12, 1), opens_on=date(2026, 12, 1), due_on=date(2026, 12, 31))
    response = client.post(
        f"{PERIODS}add/", {"name": "Winter", "definition": "Everybody", **days}, follow=True
    )
    assert "Winter is added." in text(response)
    assert "Not open yet" in text(response)
    with authority_scope(larkshire):
        winter = ReturnPeriod.objects.get()
    where = f"{PERIODS}{winter.pk}/"
    response = client.post(where, {"name": "Winter 2026", "definition": "Everybody", **days}, follow=True)
    assert "Winter 2026" in text(response)


def test_a_period_that_has_answers_warns_and_keeps_its_days(browse, larkshire, amina, led, period):
    with authority_scope(larkshire):
        StaffReturnFactory(period=period, provider=led.acorns.provider, certified_by=amina)
    where = f"{PERIODS}{period.pk}/"
    client = browse(amina)
    assert "1 setting has certified already, by the words and days below." in text(client.get(where))
    days = dates(count_date=date(2026, 11, 1), opens_on=date(2026, 11, 2), due_on=date(2026, 12, 7))
    response = client.post(where, {"name": "Autumn 2026", "definition": "Clearer", **days})
    assert "Settings have confirmed their number for this period already, so this cannot change." in text(
        response
    )
    days = dates(count_date=date(2026, 11, 2), opens_on=date(2026, 11, 2), due_on=date(2026, 12, 7))
    assert client.post(where, {"name": "Autumn 2026", "definition": "Clearer", **days}).status_code == 302
