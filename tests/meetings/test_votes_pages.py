"""The pages of votes, as leader, member, officer and strangers meet them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings

from accounts.models import Authority, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.frame.lines import Line, lines_of_groups, lines_of_settings
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from meetings.models.votes import CastVote, Vote
from meetings.selectors.votes import results_of
from meetings.services import voting
from meetings.tasks import close_votes_everywhere
from memberships.models.joining import Application
from memberships.models.members import Membership
from memberships.rules.conduct import ConcernState
from memberships.services.conduct import move_concern, raise_concern
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory
from tests.factories.meetings import item_on, meeting_on
from tests.factories.votes import cast, more_members, vote_on
from tests.meetings.pages import Browse, base_of, errors_of, text_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
TODAY = date(2026, 11, 10)
OVER = NOW + timedelta(days=8)
AUTHORITY_URLS = "config.authority_urls"
PUT = {
    "title": "A shared store", "proposal": "We share one store.",
    "closes_at_day": "17", "closes_at_month": "11", "closes_at_year": "2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _now(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def vote(larkshire: Authority, led: Group) -> Vote:
    with authority_scope(larkshire):
        return vote_on(led.collaboration, led.lena, at=NOW)


@pytest.fixture
def address(led: Group, vote: Vote) -> str:
    return f"{base_of(led)}votes/{vote.pk}/"


def buttons(page: str, member: Membership) -> dict[str, str]:
    """What each button of a setting sends: its label, and the values."""
    form = re.search(rf'action="[^"]*/cast/{member.pk}/".*?</form>', page, re.DOTALL)
    assert form is not None
    key = re.search(r'name="key" value="([^"]+)"', form[0])
    found = re.findall(r'name="(\w+)" value="(\w+)">\s*([^<]+)<', form[0])
    return {label.strip(): f"{name}={value}&key={key[1] if key else ''}" for name, value, label in found}


def press(client: Any, address: str, member: Membership, label: str) -> str:
    """One tap on the page of the vote; the page that comes then."""
    sent = dict(
        pair.split("=") for pair in buttons(client.get(address).content.decode(), member)[label].split("&")
    )
    answer = client.post(f"{address}cast/{member.pk}/", sent, follow=True)
    assert answer.status_code == 200
    return text_of(answer)


# --- from opening to the result -----------------------------------------------------------------------------


def test_a_leader_puts_a_proposal_to_the_vote_and_members_tap(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    lena, mo = browse(led.lena), browse(led.mo)
    assert "Put something to the vote" in text_of(lena.get(base_of(led)))
    assert "Put something to the vote" not in text_of(mo.get(base_of(led)))
    answer = lena.post(f"{base_of(led)}votes/put/", PUT)
    address = answer["Location"]
    page = text_of(mo.get(address))
    for words in (
        "We share one store.",
        "Open until <strong>17 November 2026 at 11:59pm</strong>.",
        "By simple majority",
        "At least 2 of 3 settings must take part: 50 per cent, rounded up.",
        "If votes are equal, it is not carried.",
        "Vote for Bluebells",
    ):
        assert words in page, words
    assert list(buttons(mo.get(address).content.decode(), led.bluebells)) == ["For", "Against", "Abstain"]
    assert "<strong>For</strong>" in press(mo, address, led.bluebells, "For")
    assert "<strong>Against</strong>" in press(mo, address, led.bluebells, "Against")
    press(lena, address, led.acorns, "For")
    assert "A shared store" in text_of(mo.get(base_of(led)))
    for words in ("Close the vote", "Withdraw the vote", "votes/put"):
        assert words not in text_of(mo.get(address)), words
    with authority_scope(larkshire):
        voting.close_due(at=OVER)
    result = text_of(mo.get(address))
    assert "Not carried: 1 votes each." in result
    assert "2 of 3 settings that could decide" in result


def test_a_double_tap_is_one_vote(larkshire: Authority, led: Group, address: str, browse: Browse) -> None:
    mo = browse(led.mo)
    sent = dict(
        pair.split("=") for pair in buttons(mo.get(address).content.decode(), led.bluebells)["For"].split("&")
    )
    for _tap in range(2):
        assert mo.post(f"{address}cast/{led.bluebells.pk}/", sent).status_code == 302
    with authority_scope(larkshire):
        assert CastVote.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"title": ""}, "title", "Enter what the vote is about."),
        ({"proposal": " "}, "proposal", "Enter what is proposed."),
        (
            {"closes_at_day": "", "closes_at_month": "", "closes_at_year": ""},
            "closes_at",
            "Enter the last day to vote",
        ),
        ({"closes_at_day": "9"}, "closes_at", "The vote must close in the future."),
        ({"closes_at_month": "3", "closes_at_year": "2027"}, "closes_at", "no more than 60 days"),
        ({"is_secret": "on"}, "is_secret", "A secret vote needs at least 5 settings"),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    led: Group, browse: Browse, changed: dict[str, str], field: str, words: str
) -> None:
    errors = errors_of(browse(led.lena).post(f"{base_of(led)}votes/put/", {**PUT, **changed}))
    assert words in " ".join(errors[field])


def test_in_the_room_the_chair_counts_hands_and_closes(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, TODAY, led.lena, chaired_by=led.mo)
        item = item_on(meeting, led.lena)
    lena, mo = browse(led.lena), browse(led.mo)
    assert f"votes/put/?item={item.pk}" in lena.get(f"{base_of(led)}{meeting.pk}/").content.decode()
    answer = lena.post(f"{base_of(led)}votes/put/?item={item.pk}", {**PUT, "where": "room"})
    address = answer["Location"]
    assert "Count hands" in text_of(mo.get(address))  # he chairs the meeting
    hands = {f"hand-{led.acorns.pk}": "for", f"hand-{led.caras.pk}": "for"}
    assert mo.post(f"{address}hands/", hands).status_code == 302
    assert 'value="for" checked' in " ".join(mo.get(f"{address}hands/").content.decode().split())
    assert "Still to vote: 1." in text_of(mo.get(f"{address}close/"))
    closed = text_of(mo.post(f"{address}close/", follow=True))
    assert "Carried: 2 for, 0 against, 0 abstained." in closed
    assert "Carried: 2 for" in text_of(lena.get(f"{base_of(led)}{meeting.pk}/"))
    with authority_scope(larkshire):
        [result] = results_of(meeting)
    assert (result.title, result.is_carried) == ("A shared store", True)
    assert browse(led.cara).get(f"{address}hands/").status_code == 403


def test_a_setting_declares_an_interest(led: Group, address: str, browse: Browse) -> None:
    cara = browse(led.cara)
    page = f"{address}stand-aside/{led.caras.pk}/"
    assert errors_of(cara.post(page, {"interest": " "})) == {"interest": ["Enter what your interest is."]}
    said = text_of(cara.post(page, {"interest": "My shed"}, follow=True))
    assert "Your setting stands aside: My shed" in said
    assert "Stood aside: My shed" in text_of(browse(led.mo).get(address))
    assert browse(led.mo).get(page).status_code == 404


def test_an_equal_vote_is_settled_and_another_repeated(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    lena = browse(led.lena)
    with authority_scope(larkshire):
        votes = []
        for rule in ("lot", "again"):
            vote = vote_on(led.collaboration, led.lena, at=NOW, title=f"By {rule}")
            Vote.objects.filter(pk=vote.pk).update(tie_rule=rule)
            cast(vote, led.acorns, "for", led.lena, at=NOW)
            cast(vote, led.bluebells, "against", led.mo, at=NOW)
            votes.append(voting.close_vote(vote_id=vote.pk, by=None, at=OVER))
    lot, again = (f"{base_of(led)}votes/{vote.pk}/" for vote in votes)
    assert {"Settle the equal vote: By lot", "Vote once more: By again"} <= set(
        asked_of_group(larkshire, led)
    )
    assert "Settle the equal vote" in text_of(lena.get(lot))
    assert "Settle the equal vote" not in text_of(browse(led.mo).get(lot))
    assert "the lot was for it" in text_of(lena.post(f"{lot}settle/", {"is_carried": "yes"}, follow=True))
    put = f"{base_of(led)}votes/put/?follows={votes[1].pk}"
    assert f"votes/put/?follows={votes[1].pk}" in text_of(lena.get(again))
    assert "By again" in text_of(lena.get(put))
    assert lena.post(put, PUT).status_code == 302
    assert asked_of_group(larkshire, led) == {}


def test_a_vote_is_withdrawn_or_reminded_of(
    larkshire: Authority, led: Group, address: str, vote: Vote, browse: Browse
) -> None:
    lena = browse(led.lena)
    assert "Still to vote: 3." in text_of(lena.get(f"{address}remind/"))
    assert "The reminder is on its way." in text_of(lena.post(f"{address}remind/", follow=True))
    assert "a reminder went today (10 November 2026)" in text_of(lena.post(f"{address}remind/", follow=True))
    assert "Wrong words" in text_of(lena.post(f"{address}withdraw/", {"because": "Wrong words"}, follow=True))


# --- who sees what ------------------------------------------------------------------------------------------


def test_strangers_see_nothing_and_officers_have_no_vote(
    led: Group, address: str, browse: Browse, amina: User, sam: User, otto: User, elsewhere: Collaboration
) -> None:
    for person in (sam, otto):
        for page in (address, f"{base_of(led)}votes/", f"{base_of(led)}votes/put/"):
            assert browse(person).get(page).status_code == 404, page
        assert browse(person).post(f"{address}cast/{led.acorns.pk}/", {"choice": "for"}).status_code == 404
    client = browse(amina)
    assert "Vote for" not in text_of(client.get(address))
    assert client.post(f"{address}cast/{led.acorns.pk}/", {"choice": "for"}).status_code == 404
    assert client.get(f"{address}stand-aside/{led.acorns.pk}/").status_code == 404
    assert browse(led.mo).post(f"{address}cast/{led.acorns.pk}/", {"choice": "for"}).status_code == 404
    other = f"/larkshire/collaborations/{elsewhere.pk}/meetings/votes/{address.split('/')[-2]}/"
    assert client.get(other).status_code == 404
    for page in (f"{base_of(led)}votes/", "/larkshire/collaborations/meetings/votes/?q=store&state=open"):
        assert "A shared store" in text_of(client.get(page))
    assert client.get("/larkshire/files/exports/votes/").status_code == 200
    assert browse(led.lena).get("/larkshire/collaborations/meetings/votes/").status_code == 403


def test_who_manages_two_settings_votes_for_each(
    larkshire: Authority, led: Group, address: str, browse: Browse, amina: User
) -> None:
    from memberships.services.people import add_person_of_setting

    with authority_scope(larkshire):
        add_person_of_setting(
            provider=led.caras.provider, email=led.mo.email, full_name=led.mo.full_name, role="manager",
            starts_on=TODAY, by=amina,
        )  # fmt: skip
    with authority_scope(larkshire), override_settings(ROOT_URLCONF=AUTHORITY_URLS):
        lines = lines_of_settings(Visitor(led.mo, TODAY), [led.bluebells.provider, led.caras.provider])
    assert {line.setting for line in lines if line.what == "Vote: A shared store"} == {"Bluebells", "Cara's"}
    mo = browse(led.mo)
    press(mo, address, led.bluebells, "For")
    said = press(mo, address, led.caras, "Against")
    assert "<strong>For</strong>" in said
    assert "<strong>Against</strong>" in said


def test_a_secret_vote_shows_numbers_alone_and_those_when_it_is_closed(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        people = {led.acorns: led.lena, led.bluebells: led.mo, led.caras: led.cara}
        people |= more_members(led.collaboration, 2)
        vote = vote_on(led.collaboration, led.lena, at=NOW, is_secret=True)
        for member, person in list(people.items())[1:]:
            cast(vote, member, "for", person, at=NOW)
    address = f"{base_of(led)}votes/{vote.pk}/"
    lena = browse(led.lena)
    page = text_of(lena.get(address))
    assert "4 of 5 settings have voted." in page
    assert "Setting 0" not in page
    assert "Bluebells" not in page
    assert "Your setting has voted. A secret vote cannot be changed." in press(
        lena, address, led.acorns, "Against"
    )
    with authority_scope(larkshire):
        voting.close_vote(vote_id=vote.pk, by=None, at=OVER)
    assert "Carried: 4 for, 1 against, 0 abstained." in text_of(lena.get(address))


# --- what waits ---------------------------------------------------------------------------------------------


def asked_of_group(larkshire: Authority, led: Group) -> dict[str, Line]:
    with authority_scope(larkshire), override_settings(ROOT_URLCONF=AUTHORITY_URLS):
        lines = lines_of_groups(Visitor(led.lena, TODAY), [led.collaboration])
    return {line.what: line for line in lines if "ote" in line.what}


def test_home_asks_each_own_setting_until_it_has_voted(
    larkshire: Authority, led: Group, vote: Vote, address: str, browse: Browse, time_machine: Any
) -> None:
    mo = browse(led.mo)
    assert "Vote: A shared store" in text_of(mo.get("/larkshire/"))
    press(mo, address, led.bluebells, "Abstain")
    assert "Vote: A shared store" not in text_of(mo.get("/larkshire/"))
    cara = browse(led.cara)
    assert "Vote: A shared store" in text_of(cara.get("/larkshire/"))
    time_machine.move_to(OVER, tick=False)
    cara = browse(led.cara)
    assert "Vote: A shared store" not in text_of(cara.get("/larkshire/"))
    assert "The vote is over. The result stands here in a few minutes." in text_of(cara.get(address))


def test_the_clock_closes_in_every_authority(larkshire: Authority, vote: Vote, time_machine: Any) -> None:
    time_machine.move_to(OVER, tick=False)
    close_votes_everywhere.delay()
    with authority_scope(larkshire):
        assert Vote.objects.get().state == "closed"


# --- put to the vote from elsewhere -------------------------------------------------------------------------


def test_an_application_is_put_to_the_vote_and_the_result_fills_its_page(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        application = ApplicationFactory(collaboration=led.collaboration, applied_by=led.mo)
    lena, mo = browse(led.lena), browse(led.mo)
    decide = f"/larkshire/collaborations/{led.collaboration.pk}/applications/{application.pk}/decide/"
    put = f"{base_of(led)}votes/put/?subject=application-{application.pk}"
    assert f"votes/put/?subject=application-{application.pk}" in lena.get(decide).content.decode()
    assert mo.get(put).status_code == 404  # it does not tell a member that somebody has applied
    assert f"{application.provider} joins" in lena.get(put).content.decode()
    address = lena.post(put, PUT)["Location"]
    assert "The members vote on this until" in text_of(lena.get(decide))
    assert lena.get(put).status_code == 200
    assert "The application" in text_of(lena.get(address))
    assert "The application" not in text_of(mo.get(address))
    for client, member in ((lena, led.acorns), (mo, led.bluebells), (browse(led.cara), led.caras)):
        press(client, address, member, "Against")
    lena.post(f"{address}close/")
    form = lena.get(decide).context["form"]
    assert form.initial["accepted"] == "declined"
    assert form.initial["decision"] == "Not carried: 0 for, 3 against, 0 abstained."
    assert form.initial["decided_on"] == TODAY
    with authority_scope(larkshire):
        assert Application.objects.get().state == "open"  # people confirm it there


def test_a_leavers_share_is_put_to_the_vote_and_it_stands_aside(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        Membership.objects.filter(pk=led.caras.pk).update(left_on=TODAY + timedelta(days=30))
    lena = browse(led.lena)
    page = f"/larkshire/collaborations/{led.collaboration.pk}/members/{led.caras.pk}/hand-over/"
    put = f"{base_of(led)}votes/put/?subject=leaver-{led.caras.pk}"
    assert put.split("/larkshire")[1] in lena.get(page).content.decode()
    address = lena.post(put, PUT)["Location"]
    assert "Your setting stands aside" in text_of(browse(led.cara).get(address))
    assert "The members vote on this until" in text_of(lena.get(page))
    assert lena.get(f"{base_of(led)}votes/put/?subject=leaver-{led.bluebells.pk}").status_code == 404


def test_conduct_is_voted_on_by_members_and_the_team_sees_nothing_of_it(
    larkshire: Authority, led: Group, browse: Browse, amina: User
) -> None:
    with authority_scope(larkshire):
        concern = raise_concern(
            collaboration=led.collaboration, about=led.caras, words="Late again", by=led.mo, at=NOW
        )
    put = f"{base_of(led)}votes/put/?subject=conduct-{concern.pk}"
    lena = browse(led.lena)
    assert lena.get(put).status_code == 404  # it is to be talked about first
    with authority_scope(larkshire):
        move_concern(
            concern_id=concern.pk,
            to_state=ConcernState.DISCUSSED,
            on=TODAY,
            words="We talked.",
            by=led.lena,
            at=NOW,
        )
    move = f"/larkshire/collaborations/{led.collaboration.pk}/concerns/{concern.pk}/move/"
    assert put.split("/larkshire")[1] in lena.get(move).content.decode()
    page = lena.get(put).content.decode()
    assert "Everybody who works at a member setting can read this vote." in page
    assert "Late again" not in page
    address = lena.post(put, {**PUT, "title": "How we go on"})["Location"]
    officer = browse(amina)
    assert officer.get(put).status_code == 404
    assert officer.get(address).status_code == 404
    for place in (base_of(led), f"{base_of(led)}votes/", "/larkshire/collaborations/meetings/votes/"):
        assert "How we go on" not in text_of(officer.get(place)), place
    mo = browse(led.mo)
    assert "How we go on" in text_of(mo.get(base_of(led)))
    press(mo, address, led.bluebells, "For")
    press(lena, address, led.acorns, "For")
    lena.post(f"{address}close/")
    assert lena.get(move).context["form"].initial["words"] == "Carried: 2 for, 0 against, 0 abstained."
    assert "What it is about" in text_of(browse(led.cara).get(address))  # she may read the concern by now
    with authority_scope(larkshire):
        entries = Entry.objects.filter(about_type="meetings.vote")
        assert {entry.action for entry in entries} >= {"vote_opened", "vote_cast", "vote_closed"}
        assert all(entry.is_confidential for entry in entries)


@pytest.mark.parametrize("page", ["vote", "list"])
def test_a_page_asks_no_more_for_thirty_members(
    larkshire: Authority, led: Group, browse: Browse, page: str, django_assert_max_num_queries: Any
) -> None:
    with authority_scope(larkshire):
        few = vote_on(led.collaboration, led.lena, at=NOW)
        cast(few, led.acorns, "for", led.lena, at=NOW)
        people = more_members(led.collaboration, 27)
        many = vote_on(led.collaboration, led.lena, at=NOW, title="Many")
        for member, person in people.items():
            cast(many, member, "for", person, at=NOW)
    lena = browse(led.lena)
    addresses = [
        f"{base_of(led)}votes/{vote.pk}/" if page == "vote" else f"{base_of(led)}votes/"
        for vote in (few, many)
    ]
    lena.get(addresses[0])
    numbers = []
    for address in addresses:
        with django_assert_max_num_queries(30) as queries:
            assert lena.get(address).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
