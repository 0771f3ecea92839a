"""The pages of votes, as leader, member, officer and strangers meet them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import override_settings

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.frame.lines import Line, lines_of_groups, lines_of_settings
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from meetings.models.votes import CastVote, Vote
from meetings.selectors.minutes import written_of
from meetings.services import voting
from meetings.tasks import close_votes_everywhere
from tests.factories.groups import Group
from tests.factories.meetings import item_on, meeting_on
from tests.factories.votes import cast, more_members, vote_on
from tests.meetings.pages import Browse, base_of, errors_of, text_of
from tests.meetings.votes import AUTHORITY_URLS, NOW, OVER, PUT, TODAY, _now, address, buttons, press, vote

__all__ = ["_now", "address", "vote"]
pytestmark = pytest.mark.django_db


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
        "How does Bluebells vote?",
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
    assert "Not carried: 1 for and 1 against." in result
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


def test_at_the_meeting_the_chair_counts_hands_and_closes(
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
    lena.get(f"{base_of(led)}{meeting.pk}/minutes/write/")
    with authority_scope(larkshire):
        [part] = [part for part in written_of(meeting).parts if part.number == item.pk]
    assert part.decisions == ("“A shared store”, by vote. Carried: 2 for, 0 against, 0 abstained.",)
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


def test_a_list_says_that_a_vote_is_counted_between_its_end_and_the_clock(
    larkshire: Authority, led: Group, vote: Vote, browse: Browse, time_machine: Any
) -> None:
    lena, votes = browse(led.lena), f"{base_of(led)}votes/"
    assert "Open</strong>" in text_of(lena.get(f"{votes}?state=open"))
    time_machine.move_to(OVER, tick=False)
    lena = browse(led.lena)  # eight days later the session is over too
    for query in ("", "?state=counted_now"):
        shown = text_of(lena.get(f"{votes}{query}"))
        assert "Closed, being counted</strong>" in shown
        assert "Open</strong>" not in shown
    assert vote.title not in text_of(lena.get(f"{votes}?state=open"))
    close_votes_everywhere.delay()
    assert vote.title not in text_of(lena.get(f"{votes}?state=counted_now"))
    assert vote.title in text_of(lena.get(f"{votes}?state=closed"))


def test_the_clock_closes_in_every_authority(larkshire: Authority, vote: Vote, time_machine: Any) -> None:
    time_machine.move_to(OVER, tick=False)
    close_votes_everywhere.delay()
    with authority_scope(larkshire):
        assert Vote.objects.get().state == "closed"


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
    for path in addresses:
        with django_assert_max_num_queries(30) as queries:
            assert lena.get(path).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
