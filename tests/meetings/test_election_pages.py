"""The pages of elections as leader, member, childminder, officer and strangers meet them: G6."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from meetings.models.elections import Election, Nomination
from meetings.selectors import elections as selectors
from memberships.models.members import SettingRole
from memberships.models.offices import OfficeHolder
from tests.factories.elections import called, nominated
from tests.factories.groups import Group, one_more_member
from tests.meetings.pages import Browse, errors_of, now, text_of

__all__ = ["now"]
pytestmark = pytest.mark.django_db
CALL = {
    "office": "chair", "begins": "now", "words": "Two hours a month.",
    "nominate_until_day": "24", "nominate_until_month": "11", "nominate_until_year": "2026",
    "starts_on_day": "8", "starts_on_month": "12", "starts_on_year": "2026",
}  # fmt: skip
TERM = {
    "starts_on_day": "8", "starts_on_month": "12", "starts_on_year": "2026",
    "ends_on_day": "7", "ends_on_month": "12", "ends_on_year": "2027",
}  # fmt: skip
LATER = datetime.fromisoformat("2026-11-25T09:00:00+00:00")


def base_of(led: Group) -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/elections/"


@pytest.fixture
def election(larkshire: Authority, led: Group) -> Election:
    with authority_scope(larkshire):
        return called(led.collaboration, led.lena)


@pytest.fixture
def address(led: Group, election: Election) -> str:
    return f"{base_of(led)}{election.pk}/"


def role_of(person: User, authority: Authority) -> int:
    with authority_scope(authority):
        return SettingRole.objects.get(user=person).pk


def test_g6_an_election_from_the_call_to_being_in_post(
    larkshire: Authority, led: Group, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    lena, mo, cara = browse(led.lena), browse(led.mo), browse(led.cara)
    assert "Nobody holds this office." in text_of(lena.get(base_of(led)))
    form = lena.get(f"{base_of(led)}call/?office=chair").context["form"]
    assert form.initial["office"] == "chair"
    assert form.initial["nominate_until"] == date(2026, 11, 24)
    page = lena.post(f"{base_of(led)}call/", CALL, follow=True)
    address = page.redirect_chain[-1][0]
    assert "Election of the chair from 8 December 2026" in text_of(page)
    assert "Two hours a month." in text_of(page)
    # a childminder nominates Mo, whom she finds by name
    hits = cara.get(f"{address}nominate/")
    assert "Mo Siddiqui" in text_of(hits)
    assert "Stand yourself" in text_of(hits)
    found = cara.get(f"{address}nominate/", {"q": "sidd"})
    assert found.status_code == 302
    assert cara.post(found["Location"], {"words": "You keep time."}, follow=True).status_code == 200
    with authority_scope(larkshire):
        row = Nomination.objects.get()
    # Mo reads it on the page and says yes
    assert "Cara Finch has nominated you as chair." in text_of(mo.get(address))
    asked = f"{address}nominations/{row.pk}/"
    assert "You keep time." in text_of(mo.get(asked))
    assert errors_of(mo.post(asked, {})) == {"answer": ["Select whether you will stand"]}
    done = mo.post(asked, {"answer": "accepted", "statement": "I like order."}, follow=True)
    assert "I like order." in text_of(done)
    # too early, then recorded
    early = lena.get(address)
    assert "Members can nominate somebody until 24 November 2026." in text_of(early)
    time_machine.move_to(LATER, tick=False)
    lena, mo = browse(led.lena), browse(led.mo)  # sessions of two weeks ago have ended
    ready = lena.get(address)
    assert "Declare elected unopposed" in text_of(ready)
    form = lena.get(f"{address}result/").context["form"]
    assert form.initial["ends_on"] == date(2027, 12, 8)
    page = lena.post(f"{address}result/", TERM, follow=True)
    assert "Mo Siddiqui, Bluebells" in text_of(page)
    assert "last day 7 December 2027" in text_of(page)
    with authority_scope(larkshire):
        assert OfficeHolder.objects.get().user == led.mo
    offices = text_of(mo.get(base_of(led)))
    assert "from 8 December 2026, last day 7 December 2027" in offices
    assert "The next election is due from 8 October 2027." in offices
    assert "Call an election" not in offices


def test_g6_what_is_wrong_is_said_at_its_field(led: Group, browse: Browse) -> None:
    lena = browse(led.lena)
    for changed, field, words in (
        ({"office": ""}, "office", "Select the office"),
        ({"office": "safeguarding"}, "office", ""),
        ({"nominate_until_month": "13"}, "nominate_until", "last day for nominations"),
        ({"nominate_until_year": "2025"}, "nominate_until", "must be today or later"),
        ({"starts_on_month": "11"}, "starts_on", "on or after the last day for nominations"),
        ({"begins": ""}, "begins", "Select when nominations begin"),
    ):
        errors = errors_of(lena.post(f"{base_of(led)}call/", {**CALL, **changed}))
        assert list(errors) == [field], changed
        assert words in errors[field][0]
    with_election = lena.post(f"{base_of(led)}call/", CALL)
    assert with_election.status_code == 302
    again = errors_of(lena.post(f"{base_of(led)}call/", {**CALL, "words": "Another"}))
    assert again == {"office": ["An election for this office is under way already."]}


@pytest.mark.parametrize(
    "page", ["call/", "{}/change/", "{}/open/", "{}/call-off/", "{}/result/", "{}/nobody/"]
)
def test_g6_only_those_who_run_the_group_run_its_elections(
    led: Group, election: Election, browse: Browse, amina: User, fred: User, page: str
) -> None:
    url = base_of(led) + page.format(election.pk)
    for reader, status in ((led.lena, 200), (amina, 200), (led.mo, 403), (led.cara, 403), (fred, 403)):
        assert browse(reader).get(url).status_code == status, reader
    assert browse(led.mo).post(url, CALL).status_code == 403


def test_g6_strangers_find_no_election(
    larkshire: Authority,
    led: Group,
    election: Election,
    address: str,
    browse: Browse,
    elsewhere: Collaboration,
    otto: User,
) -> None:
    with authority_scope(larkshire):
        sam = User.objects.get(full_name="Sam Wilder")
        row = nominated(election, led.mo, led.cara)
    mo = role_of(led.mo, larkshire)
    own = f"{address}nominations/{row.pk}/"
    for stranger in (sam, otto):
        client = browse(stranger)
        for url in (
            base_of(led),
            address,
            f"{address}nominate/",
            f"{address}nominate/{mo}/",
            own,
            f"{address}result/",
        ):
            assert client.get(url).status_code == 404, (stranger, url)
            assert client.post(url).status_code in (404, 405), (stranger, url)
    there = f"/larkshire/collaborations/{elsewhere.pk}/elections/"
    assert browse(sam).get(f"{there}{election.pk}/").status_code == 404  # an election of another group
    assert browse(sam).get(f"{there}call/").status_code == 403


def test_elections_of_another_authority_are_not_read(election: Election, marlshire: Authority) -> None:
    with authority_scope(marlshire):
        assert selectors.election_by_id(election.pk) is None
        assert list(selectors.every_election()) == []
        assert selectors.terms_ending(on=date(2026, 11, 10)) == []


def test_g6_a_nomination_is_answered_by_the_nominee_alone(
    larkshire: Authority, led: Group, election: Election, address: str, browse: Browse, amina: User
) -> None:
    with authority_scope(larkshire):
        row = nominated(election, led.mo, led.cara)
    url = f"{address}nominations/{row.pk}/"
    for other in (led.lena, led.cara, amina):
        assert browse(other).get(url).status_code == 404
        assert browse(other).post(url, {"answer": "accepted"}).status_code == 404
    mo = browse(led.mo)
    assert mo.post(url, {"answer": "declined"}).status_code == 302
    assert "Do not stand" in text_of(mo.get(address))
    assert mo.post(url, {"answer": "accepted"}).status_code == 302  # a changed mind


def test_g6_one_stands_oneself_in_two_taps(
    larkshire: Authority, led: Group, election: Election, address: str, browse: Browse
) -> None:
    cara = browse(led.cara)
    own = cara.get(f"{address}nominate/").context["own_url"]
    assert "I will stand" in text_of(cara.get(own))
    page = cara.post(own, {"words": "I have time."}, follow=True)
    assert "You stand as chair." in text_of(page)
    assert "I have time." in text_of(page)


def test_g6_people_of_other_groups_are_neither_listed_nor_nominated(
    larkshire: Authority, led: Group, address: str, browse: Browse, elsewhere: Collaboration
) -> None:
    mo = browse(led.mo)
    assert "Sam Wilder" not in text_of(mo.get(f"{address}nominate/"))
    assert "Nobody of your member settings has this name." in text_of(
        mo.get(f"{address}nominate/", {"q": "wilder"})
    )
    with authority_scope(larkshire):
        sam = SettingRole.objects.get(user__full_name="Sam Wilder").pk
    assert mo.get(f"{address}nominate/{sam}/").status_code == 404
    assert mo.post(f"{address}nominate/{sam}/", {}).status_code == 404


def test_g6_somebody_of_a_large_group_is_searched_for(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        for _number in range(25):
            one_more_member(led.collaboration)
    page = text_of(browse(led.mo).get(f"{address}nominate/"))
    assert "These are the first twenty. Add a word to find others." in page


def test_g6_days_are_changed_and_two_at_once_see_each_other(
    led: Group, election: Election, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    seen = lena.get(f"{address}change/").context["form"]["seen"].value()
    first = {**CALL, "nominate_until_day": "26", "seen": seen}
    assert lena.post(f"{address}change/", first).status_code == 302
    second = lena.post(f"{address}change/", {**CALL, "nominate_until_day": "27", "seen": seen})
    assert second.status_code == 200
    assert "26 November 2026" in text_of(second)
    assert "until 26 November 2026" in text_of(lena.get(address))


def test_g6_called_off_and_opened_again(
    led: Group, election: Election, address: str, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    lena = browse(led.lena)
    assert errors_of(lena.post(f"{address}call-off/", {"because": " "})) == {
        "because": ["Say why it is called off."]
    }
    time_machine.move_to(LATER, tick=False)
    lena = browse(led.lena)  # the session of two weeks ago has ended
    assert "Record that nobody stands" in text_of(lena.get(address))
    assert "You can nominate" not in text_of(lena.get(address))
    assert lena.post(f"{address}nobody/").status_code == 302
    assert "Nobody elected" in text_of(lena.get(address))
    again = {**CALL, "nominate_until_day": "9", "nominate_until_month": "12", "starts_on_day": "9"}
    page = lena.post(f"{address}open/", again, follow=True)
    assert "Nominations are open." in text_of(page)
    page = lena.post(f"{address}call-off/", {"because": "We take turns instead."}, follow=True)
    assert "We take turns instead." in text_of(page)
    assert "What you can do" not in text_of(page)


def test_g6_the_page_of_people_and_offices_offers_it(led: Group, browse: Browse, amina: User) -> None:
    offices = f"/larkshire/collaborations/{led.collaboration.pk}/offices/"
    for reader, offered in ((led.lena, True), (amina, True), (led.mo, False)):
        page = text_of(browse(reader).get(offices))
        assert ("Call an election" in page) is offered, reader
        assert f"{base_of(led)}" in page


def test_g6_the_team_lists_and_exports_all_elections(
    larkshire: Authority, led: Group, election: Election, browse: Browse, amina: User
) -> None:
    page = browse(amina).get("/larkshire/collaborations/elections/", {"q": "river"})
    assert "Riverside" in text_of(page)
    assert "Nominations open" in text_of(page)
    assert browse(led.lena).get("/larkshire/collaborations/elections/").status_code == 403
    empty = browse(amina).get("/larkshire/collaborations/elections/", {"office": "administrator"})
    assert f"{base_of(led)}{election.pk}/" not in text_of(empty)


def test_g6_the_page_takes_the_same_queries_for_thirty_members(
    larkshire: Authority, led: Group, election: Election, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)

    def counts() -> list[int]:
        found = []
        for url in (base_of(led), address, f"{address}nominate/"):
            lena.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert lena.get(url).status_code == 200
            found.append(len(queries))
        return found

    with authority_scope(larkshire):
        nominated(election, led.mo, led.cara, stands=True)
    few = counts()
    with authority_scope(larkshire):
        people = [one_more_member(led.collaboration).user for _number in range(27)]
        for person in people[:12]:
            nominated(election, person, led.cara, stands=True)
    assert counts() == few
    assert max(few) <= 30, few


def test_g6_what_people_write_is_shown_as_text(
    larkshire: Authority, led: Group, election: Election, address: str, browse: Browse
) -> None:
    mo = role_of(led.mo, larkshire)
    page = browse(led.cara).post(f"{address}nominate/{mo}/", {"words": "<b>You</b>"}, follow=True)
    assert re.search(r"&lt;b&gt;You&lt;/b&gt;", page.content.decode())
