"""C1 through the endpoints: the enquiry, what comes next, each form, who may, and the lists that show it."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from accounts.models import User
from collaborations.models import Collaboration, FirstMeeting, StateChange
from core.scoping import authority_scope
from memberships.models.members import Membership
from tests.collaborations.pages import LIST, day, page_of, text
from tests.factories.collaborations import CollaborationFactory

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def group_in(larkshire, state: str, **more) -> Collaboration:
    with authority_scope(larkshire):
        return CollaborationFactory(
            name="Meadow", state=state, asked_by="Gita Rowe", enquiry="A group near us.", **more
        )


def set_state(larkshire, group, **facts) -> None:
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=group.pk).update(**facts)


def state_of(larkshire, group) -> str:
    with authority_scope(larkshire):
        return Collaboration.objects.get(pk=group.pk).state


ENQUIRY = {
    "state": "enquiry",
    "name": "Meadow",
    "kind": "collaboration",
    "asked_by": "Gita Rowe, Daisies",
    "enquiry": "Three settings want to meet.",
    **day("started_on", date(2026, 11, 2)),
}

# --- the beginning ------------------------------------------------------------------------------------------


def test_an_enquiry_is_recorded_and_shows_what_comes_next(browse, amina, larkshire):
    page = text(browse(amina).post(f"{LIST}start/", ENQUIRY, follow=True))
    for words in (
        "Where it stands",
        "Enquiry",
        "Gita Rowe, Daisies",
        "Three settings want to meet.",
        "Record that it is proposed",
        "Began as",
    ):
        assert words in page
    with authority_scope(larkshire):
        assert StateChange.objects.get().to_state == "enquiry"


def test_an_enquiry_without_who_and_what_is_asked_for_them(browse, amina):
    page = text(browse(amina).post(f"{LIST}start/", {**ENQUIRY, "asked_by": "", "enquiry": ""}))
    assert "Enter who asked." in page
    assert "Enter what they asked for." in page
    chosen = text(browse(amina).post(f"{LIST}start/", {**ENQUIRY, "state": ""}))
    assert "What do you record?" in chosen


def test_a_group_that_runs_is_recorded_as_active_without_an_enquiry(browse, amina, larkshire):
    given = {**ENQUIRY, "state": "active", **day("terms_adopted_on", date(2026, 11, 10))}
    browse(amina).post(f"{LIST}start/", given)
    with authority_scope(larkshire):
        group = Collaboration.objects.get()
    assert (group.state, group.asked_by, group.enquiry, group.terms_adopted_on) == (
        "active",
        "",
        "",
        date(2026, 11, 10),
    )


def test_who_asked_is_put_right_with_the_details(browse, amina, larkshire):
    group = group_in(larkshire, "enquiry")
    client, url = browse(amina), page_of(group, "change/")
    assert "Gita Rowe" in text(client.get(url))
    given = {
        "name": "Meadow",
        "kind": "themed_network",
        "asked_by": "Gita Row",
        "enquiry": "More",
        **day("started_on", date(2026, 11, 1)),
    }
    client.post(url, given)
    with authority_scope(larkshire):
        assert Collaboration.objects.get(pk=group.pk).asked_by == "Gita Row"


# --- who sees and does what ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "status"),
    [("amina", 200), ("fred", 200), ("lena", 200), ("mo", 403), ("sam", 404), ("otto", 404)],
)
def test_who_sees_the_life(browse, request, led, elsewhere, who, status):
    person = getattr(led, who) if who in ("lena", "mo") else request.getfixturevalue(who)
    assert browse(person).get(page_of(led.collaboration, "administration/")).status_code == status


def test_a_leader_sees_the_own_moves_and_no_officers_tools(browse, led, larkshire):
    set_state(larkshire, led.collaboration, asked_by="Gita", enquiry="A secret wish")
    page = text(browse(led.lena).get(page_of(led.collaboration, "administration/")))
    assert "Begin a review" in page
    assert "life/move/under_review/" in page
    for words in (
        "life/move/dormant/",
        "Close it",
        "life/close/",
        "A secret wish",
        "Record that they were adopted",
    ):
        assert words not in page
    assert "The early years team makes this step." in page


def test_who_only_reads_sees_no_button(browse, fred, led):
    page = text(browse(fred).get(page_of(led.collaboration, "administration/")))
    assert "Begin a review" in page
    assert "/life/move/" not in page


@pytest.mark.parametrize(
    ("rest", "statuses"),
    [
        ("life/move/under_review/", {"amina": 200, "lena": 200, "mo": 403, "fred": 403, "sam": 404}),
        ("life/move/dormant/", {"amina": 200, "lena": 403, "fred": 403, "sam": 404}),
        ("life/move/dividing/", {"amina": 404, "lena": 404}),
        ("life/move/closed/", {"amina": 404, "lena": 404}),
        ("life/move/nonsense/", {"amina": 404}),
        ("life/close/", {"amina": 200, "lena": 403, "fred": 403}),
        ("life/first-meeting/", {"amina": 200, "lena": 403, "fred": 403}),
        ("life/ways-of-working/", {"amina": 200, "lena": 403, "fred": 403}),
    ],
)
def test_who_opens_the_forms(browse, amina, fred, led, elsewhere, larkshire, rest, statuses):
    with authority_scope(larkshire):
        sam = User.objects.get(email="sam@larkshire.example")
    people = {"amina": amina, "fred": fred, "sam": sam, "lena": led.lena, "mo": led.mo}
    for who, status in statuses.items():
        assert browse(people[who]).get(page_of(led.collaboration, rest)).status_code == status, who


# --- moving -------------------------------------------------------------------------------------------------


def test_what_is_missing_is_said_with_where_to_do_it(browse, amina, larkshire):
    group = group_in(larkshire, "drafting")
    page = text(browse(amina).get(page_of(group, "administration/")))
    for words in (
        "It needs at least two members. It has 0 on 21 November 2026.",
        "Its members have to adopt their ways of working first.",
        "It needs at least one leader. It has none on 21 November 2026.",
        f"{group.pk}/members/add/",
        f"{group.pk}/life/ways-of-working/",
        f"{group.pk}/leaders/appoint/",
    ):
        assert words in page
    assert "life/move/active/" not in page
    refused = text(
        browse(amina).post(page_of(group, "life/move/active/"), {**day("on", TODAY), "seen": "drafting"})
    )
    assert "It needs at least one leader." in refused
    assert state_of(larkshire, group) == "drafting"


def test_an_officer_takes_an_enquiry_to_an_active_group(browse, amina, led, larkshire):
    group, client = led.collaboration, browse(amina)
    set_state(larkshire, group, state="proposed")
    url = page_of(group, "life/")
    first = {
        "place": "Village hall",
        "facilitated_by": amina.pk,
        "notes": "They meet in May.",
        **day("held_on", TODAY),
    }
    assert "The first meeting is recorded." in text(client.post(f"{url}first-meeting/", first, follow=True))
    assert state_of(larkshire, group) == "initial_meeting"
    moved = text(
        client.post(f"{url}move/drafting/", {**day("on", TODAY), "seen": "initial_meeting"}, follow=True)
    )
    assert "It is “Drafting ways of working” from 21 November 2026." in moved
    assert "The day is recorded." in text(
        client.post(f"{url}ways-of-working/", day("terms_adopted_on", TODAY), follow=True)
    )
    assert "Make it active" in text(client.get(page_of(group, "administration/")))
    done = text(
        client.post(
            f"{url}move/active/",
            {**day("on", TODAY), "seen": "drafting", "words": "All agreed."},
            follow=True,
        )
    )
    for words in (
        "It is “Active” from 21 November 2026.",
        "From “Drafting ways of working” to “Active”.",
        "All agreed.",
        "Village hall",
    ):
        assert words in done


def test_a_move_made_already_is_answered_with_who_made_it(browse, amina, maya, led, larkshire):
    given = {**day("on", TODAY), "seen": "active"}
    url = page_of(led.collaboration, "life/move/under_review/")
    browse(maya).post(url, given)
    told = text(browse(amina).post(url, given, follow=True))
    assert "It is “Under review” already, from 21 November 2026: Maya Thornton has recorded it." in told
    assert "that move does not lead on from there" in text(browse(amina).get(url, follow=True))
    other = text(
        browse(amina).post(page_of(led.collaboration, "life/move/dormant/"), {**given, "words": "Rest"})
    )
    assert "Maya Thornton has moved it to “Under review” in the meantime." in other
    with authority_scope(larkshire):
        assert StateChange.objects.count() == 1


def test_the_form_says_which_part_is_wrong(browse, amina, led):
    page = text(
        browse(amina).post(
            page_of(led.collaboration, "life/move/dormant/"),
            {**day("on", date(2026, 11, 22)), "seen": "active"},
        )
    )
    assert "Enter why" in page
    later = {**day("on", date(2026, 11, 22)), "seen": "active", "words": "Rest"}
    assert "The day must be today or in the past." in text(
        browse(amina).post(page_of(led.collaboration, "life/move/dormant/"), later)
    )


def test_a_first_meeting_is_put_right_on_its_page(browse, amina, maya, larkshire):
    group = group_in(larkshire, "proposed")
    url = page_of(group, "life/first-meeting/")
    first = {"place": "", "facilitated_by": amina.pk, "notes": "They meet in May.", **day("held_on", TODAY)}
    browse(amina).post(url, first)
    assert "Somebody has recorded the first meeting" in text(
        browse(maya).post(url, {**first, "notes": "Other"})
    )
    page = text(browse(maya).get(url))
    assert "Change the first meeting" in page
    assert "They meet in May." in page
    browse(maya).post(url, {**first, "notes": "They meet in June.", "corrects": "True"})
    with authority_scope(larkshire):
        assert FirstMeeting.objects.get().notes == "They meet in June."


def test_a_first_meeting_is_facilitated_by_an_officer_of_this_authority(browse, amina, fred, otto, larkshire):
    group = group_in(larkshire, "proposed")
    for wrong in (fred, otto):
        given = {"facilitated_by": wrong.pk, "notes": "They meet in May.", **day("held_on", TODAY)}
        assert browse(amina).post(page_of(group, "life/first-meeting/"), given).status_code == 200
    assert state_of(larkshire, group) == "proposed"


def test_closing_says_first_what_it_will_do(browse, amina, led, larkshire):
    client, url = browse(amina), page_of(led.collaboration, "life/close/")
    asked = text(client.get(url))
    for words in (
        "Close Riverside?",
        "3 memberships end on the day:",
        "Acorns, Bluebells",
        "1 person stops leading:",
        "Lena Hartley",
        "final",
    ):
        assert words in asked
    assert state_of(larkshire, led.collaboration) == "active"
    assert "Enter why" in text(client.post(url, {**day("on", TODAY), "seen": "active"}))
    done = text(
        client.post(url, {**day("on", TODAY), "seen": "active", "words": "The members wish it."}, follow=True)
    )
    assert "It is “Closed” from 21 November 2026." in done
    with authority_scope(larkshire):
        assert set(Membership.objects.values_list("left_on", flat=True)) == {TODAY}
    assert browse(led.lena).get(page_of(led.collaboration)).status_code == 404
    again = text(client.get(url, follow=True))
    assert "that move does not lead on from there" in again
