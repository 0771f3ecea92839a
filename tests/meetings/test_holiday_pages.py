"""School holidays: entered by officers, and the question that forms ask about a closed day (G7)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.events import Event
from meetings.models.holidays import SchoolHoliday
from meetings.models.planning import Meeting
from meetings.models.visits import PeerVisit, Training
from support.models import SupportRequest
from tests.factories.first import forming
from tests.factories.groups import Group
from tests.factories.meetings import meeting_on, school_holiday
from tests.meetings.pages import DAY, MEETING, YEAR, Browse, base_of, errors_of, now, text_of

__all__ = ["now"]
pytestmark = pytest.mark.django_db
LIST = "/larkshire/collaborations/meetings/school-holidays/"
HALF_TERM = {
    "name": "Spring half term",
    **{f"starts_on_{part}": value for part, value in (("day", "15"), ("month", "2"), ("year", "2027"))},
    **{f"ends_on_{part}": value for part, value in (("day", "19"), ("month", "2"), ("year", "2027"))},
}  # fmt: skip
#: A bank holiday, and the day on which the same is planned without a question.
BOXING_DAY, OPEN_DAY = date(2026, 12, 28), date(2026, 12, 8)


def on(day: date, field: str = "on") -> dict[str, str]:
    return {f"{field}_day": str(day.day), f"{field}_month": str(day.month), f"{field}_year": str(day.year)}


def test_g7_an_officer_enters_changes_and_removes_a_school_holiday(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    assert "No school holiday has been entered." in text_of(client.get(LIST))
    for _press in range(2):
        assert client.post(f"{LIST}add/", HALF_TERM).status_code == 302
    page = text_of(client.get(LIST))
    assert "Spring half term" in page
    assert "19 February 2027" in page or "19 Feb 2027" in page
    with authority_scope(larkshire):
        row = SchoolHoliday.objects.get()
        assert (row.starts_on, row.ends_on) == (date(2027, 2, 15), date(2027, 2, 20))
    form = client.get(f"{LIST}{row.pk}/")
    seen = form.context["form"]["seen"].value()
    changed = {**HALF_TERM, "ends_on_day": "18", "seen": seen}
    assert client.post(f"{LIST}{row.pk}/", changed)["Location"] == LIST
    older = client.post(f"{LIST}{row.pk}/", {**HALF_TERM, "name": "Other", "seen": seen})
    assert "Somebody has changed this" in text_of(older)
    assert "What it says now" in text_of(older)
    assert "Meetings that are planned stay" in text_of(client.get(f"{LIST}{row.pk}/remove/"))
    assert client.post(f"{LIST}{row.pk}/remove/")["Location"] == LIST
    with authority_scope(larkshire):
        said = [entry.action for entry in Entry.objects.filter(action__startswith="school_holiday")]
        assert sorted(said) == ["school_holiday_added", "school_holiday_changed", "school_holiday_removed"]
        assert not SchoolHoliday.objects.exists()


def test_g7_overlapping_and_backward_dates_are_refused_in_plain_words(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        school_holiday(amina, on=date(2027, 2, 17), name="Half term")
    client = browse(amina)
    refused = errors_of(client.post(f"{LIST}add/", HALF_TERM))
    assert refused == {
        "starts_on": ["“Half term” has some of these days: 17 February 2027 to 21 February 2027."]
    }
    backwards = {**HALF_TERM, "ends_on_day": "14"}
    refused = errors_of(client.post(f"{LIST}add/", backwards))
    assert refused == {"ends_on": ["The last day must be the same as or after the first day."]}


def test_g7_a_year_is_pasted_whole_or_not_at_all(larkshire: Authority, amina: User, browse: Browse) -> None:
    client = browse(amina)
    good = "Christmas, 21 December 2026, 1 January 2027\nEaster, 29 March 2027, 9 April 2027"
    refused = errors_of(client.post(f"{LIST}paste/", {"holidays": f"{good}\nSummer, soon, later"}))
    assert refused["holidays"][0].startswith("Line 3: This is not a date.")
    refused = errors_of(client.post(f"{LIST}paste/", {"holidays": "\n".join([good] * 30)}))
    assert refused["holidays"][0].startswith("Line 3: “Christmas” has some of these days")
    with authority_scope(larkshire):
        assert not SchoolHoliday.objects.exists()
    for _press in range(2):
        assert client.post(f"{LIST}paste/", {"holidays": good})["Location"] == LIST
    with authority_scope(larkshire):
        assert [row.name for row in SchoolHoliday.objects.all()] == ["Christmas", "Easter"]
    refused = errors_of(client.post(f"{LIST}paste/", {"holidays": "Other, 1/1/2027, 2/1/2027"}))
    assert "“Christmas” has some of these days" in refused["holidays"][0]


def test_g7_a_year_of_meetings_avoids_school_holidays_by_name(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        school_holiday(amina, on=date(2027, 4, 12), days=5, name="Easter holiday")
    page = text_of(browse(led.lena).post(f"{base_of(led)}plan-a-year/", YEAR))
    assert "13 April 2027 is in the school holidays: Easter holiday." in page


def test_g7_a_meeting_on_a_bank_holiday_is_planned_knowingly(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    lena, address = browse(led.lena), f"{base_of(led)}plan/"
    sent = {**MEETING, **on(BOXING_DAY)}
    page = text_of(lena.post(address, sent))
    assert "28 December 2026 is a bank holiday: Boxing Day (substitute day)." in page
    assert "Choose this day all the same" in page
    assert 'name="title" value="Autumn meeting"' in page
    back = lena.post(address, {**sent, "back": "1"})
    assert back.context["form"]["title"].value() == "Autumn meeting"
    with authority_scope(larkshire):
        assert not Meeting.objects.exists()
    assert lena.post(address, {**sent, "confirmed": "1"}).status_code == 302
    with authority_scope(larkshire):
        assert Meeting.objects.get().on == BOXING_DAY


def test_g7_a_day_that_is_over_is_recorded_without_a_question(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    sent = {**MEETING, **on(date(2026, 8, 31))}
    assert browse(led.lena).post(f"{base_of(led)}plan/", sent).status_code == 302


def test_g7_moving_a_meeting_asks_about_the_new_day_alone(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        school_holiday(amina, on=DAY, days=1, name="Training day")
        meeting = meeting_on(led.collaboration, DAY, led.lena)
    lena, address = browse(led.lena), f"{base_of(led)}{meeting.pk}/change/"
    seen = lena.get(address).context["form"]["seen"].value()
    assert lena.post(address, {**MEETING, "title": "Winter", "seen": seen}).status_code == 302
    seen = lena.get(address).context["form"]["seen"].value()
    moved = {**MEETING, "title": "Winter", **on(BOXING_DAY), "seen": seen}
    assert "Boxing Day (substitute day)" in text_of(lena.post(address, moved))
    assert lena.post(address, {**moved, "confirmed": "1"}).status_code == 302
    with authority_scope(larkshire):
        meeting.refresh_from_db()
        assert meeting.on == BOXING_DAY


def training(led: Group) -> tuple[str, dict[str, str], str, Any]:
    sent = {"title": "First aid", "starts_at": "4pm", "ends_at": "6pm", "place": "Acorns"}
    return f"/larkshire/collaborations/{led.collaboration.pk}/training/plan/", sent, "on", Training


def visit(led: Group) -> tuple[str, dict[str, str], str, Any]:
    sent = {"host": str(led.bluebells.provider_id), "visitors": str(led.acorns.provider_id), "focus": "Mud"}
    return f"/larkshire/collaborations/{led.collaboration.pk}/visits/ask/", sent, "on", PeerVisit


def request(led: Group) -> tuple[str, dict[str, str], str, Any]:
    sent = {"kind": "attend", "place": "Acorns", "words": "Come", "starts_at": "4pm", "ends_at": "5pm"}
    return f"/larkshire/leadership/support/of/{led.collaboration.pk}/ask/", sent, "wanted_on", SupportRequest


def event(led: Group) -> tuple[str, dict[str, str], str, Any]:
    sent = {
        "kind": "leaders_day", "title": "Leaders’ Day", "about": "Talk", "starts_at": "9am", "ends_at": "3pm",
        "place": "The hall", "places": "30", "audience": "leaders",
    }  # fmt: skip
    return "/larkshire/days/plan/", sent, "on", Event


@pytest.mark.parametrize("form", [training, visit, request, event])
def test_g7_every_form_that_chooses_a_day_asks_about_a_holiday(
    larkshire: Authority, led: Group, amina: User, browse: Browse, form: Any
) -> None:
    address, sent, field, model = form(led)
    client = browse(amina if form is event else led.lena)
    asked = client.post(address, {**sent, **on(BOXING_DAY, field)})
    assert asked.status_code == 200
    assert not (asked.context.get("form") and asked.context["form"].errors), asked.context["form"].errors
    assert "Boxing Day (substitute day)" in text_of(asked)
    with authority_scope(larkshire):
        assert not model.objects.exists()
    again = client.post(address, {**sent, **on(BOXING_DAY, field), "confirmed": "1"})
    assert again.status_code == 302
    with authority_scope(larkshire):
        assert model.objects.count() == 1


def test_g7_what_is_not_a_holiday_is_not_asked_about(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    assert browse(led.lena).post(f"{base_of(led)}plan/", {**MEETING, **on(OPEN_DAY)}).status_code == 302


def test_school_holidays_of_another_authority_hinder_nobody(
    larkshire: Authority, marlshire: Authority, led: Group, otto: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        row = school_holiday(otto, on=DAY, name="Their holiday")
    client = browse(led.lena)
    assert client.post(f"{base_of(led)}plan/", {**MEETING, **on(DAY)}).status_code == 302
    with authority_scope(larkshire):
        assert not SchoolHoliday.objects.filter(pk=row.pk).exists()


def test_g7_the_first_meeting_of_a_forming_group_asks_too(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        group = forming("New group")
    client, address = browse(amina), f"/larkshire/collaborations/{group.pk}/meetings/first/arrange/"
    sent = {**on(BOXING_DAY), "starts_at": "6:30pm", "ends_at": "8pm", "place": "Larkton library"}
    assert "Boxing Day (substitute day)" in text_of(client.post(address, sent))
    with authority_scope(larkshire):
        assert not Meeting.objects.exists()
    assert client.post(address, {**sent, "confirmed": "1"}).status_code == 302
    with authority_scope(larkshire):
        assert Meeting.objects.get().on == BOXING_DAY
