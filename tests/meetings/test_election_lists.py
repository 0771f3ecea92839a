"""G6: the list of elections, its filter, its export, the admin and the page say of each where it stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.exports.registry import find_export
from core.scoping import authority_scope
from meetings.models.elections import Election
from meetings.models.votes import Vote
from meetings.rules.election_words import Stage
from meetings.rules.elections import ElectionState
from meetings.selectors.election_stages import in_stage, stage_now
from memberships.models.offices import OfficeHolder
from tests.factories.elections import contested, counted, opened, three_votes
from tests.factories.groups import Group
from tests.meetings.pages import Browse, text_of

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T17:30:00+00:00")
TODAY, DAY = date(2026, 11, 10), timedelta(days=1)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def stored(election: Election, state: ElectionState, **facts: Any) -> Election:
    """Another election of the same group, past the services: every state and day at once."""
    Election.objects.filter(state__in=("called", "nominations", "ballot", "tied")).update(state="withdrawn")
    row = Election.objects.get(pk=election.pk)
    row.pk, row.state, row.ballot = None, state, facts.pop("ballot", None)
    for name, value in facts.items():
        setattr(row, name, value)
    row._state.adding = True
    row.save()
    return row


def test_g6_the_filter_finds_what_the_words_say_on_every_day(
    in_larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    election = opened(contested(led, led.mo, led.cara), led.lena)
    ballot = Vote.objects.get(pk=election.ballot_id)
    elected = {"elected": led.mo, "elected_for": led.bluebells, "elected_on": TODAY, "how": "votes"}
    for start, end in ((1, 400), (0, 400), (-300, 1), (-300, 62), (-300, 0), (-300, -5), (-9, None)):
        days = {"starts_on": TODAY + start * DAY, "ends_on": None if end is None else TODAY + end * DAY}
        stored(election, ElectionState.ELECTED, **elected, **days)
    stored(election, ElectionState.NOBODY, ballot=ballot)
    seen: set[Stage] = set()
    under_way = [
        (ElectionState.CALLED, {}),
        (ElectionState.NOMINATIONS, {"nominate_until": TODAY + DAY}),
        (ElectionState.BALLOT, {"ballot": ballot}),
        (ElectionState.TIED, {"ballot": ballot}),
    ]
    for state, facts in under_way:
        stored(election, state, **facts)
        for days in (0, 1, 2, 7, 8, 30, 61, 62, 63, 400):
            at = NOW + days * DAY
            rows = list(Election.objects.select_related("ballot"))
            for stage in Stage:
                found = set(in_stage(Election.objects.all(), stage.value, at=at).values_list("pk", flat=True))
                assert found == {row.pk for row in rows if stage_now(row, at=at) is stage}, (stage, days)
                seen |= {stage} if found else set()
    Election.objects.filter(state="tied").update(state="withdrawn")
    Election.objects.filter(pk=election.pk).update(state="ballot")
    three_votes(led, election, led.mo.pk, led.mo.pk, led.cara.pk)
    counted(election, led.lena)
    [row] = in_stage(Election.objects.all(), Stage.COUNTED.value, at=NOW)
    assert stage_now(row, at=NOW) is Stage.COUNTED
    assert seen | {Stage.COUNTED} == set(Stage)


def test_g6_a_counted_ballot_is_called_so_everywhere(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        election = opened(contested(led, led.mo, led.cara), led.lena)
        three_votes(led, election, led.mo.pk, led.mo.pk, led.cara.pk)
        counted(election, led.lena)
    officer, group = browse(amina), f"/larkshire/collaborations/{led.collaboration.pk}/elections/"
    county = "/larkshire/collaborations/elections/"
    pages = [county, f"{county}?state=counted", group, f"{group}{election.pk}/"]
    for address in pages:
        assert "Ballot counted</strong>" in text_of(officer.get(address)), address
    assert "Ballot counted</strong>" not in text_of(officer.get(f"{county}?state=ballot"))
    in_admin = "/larkshire/admin/meetings/election/"
    for address in (in_admin, f"{in_admin}?state=counted", f"{in_admin}{election.pk}/change/"):
        page = text_of(officer.get(address))
        assert ">Ballot counted<" in page, address
    assert 'class="field-stage' not in text_of(officer.get(f"{in_admin}?state=ballot"))
    export = find_export("elections")
    with authority_scope(larkshire):
        [row] = export.rows(export.clean_filters({"state": "counted"}), by=amina)
        assert list(export.rows(export.clean_filters({"state": "ballot"}), by=amina)) == []
    assert "Ballot counted" in row


def test_g6_who_left_the_office_early_is_not_called_in_post(
    larkshire: Authority, led: Group, amina: User, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    elected = {"elected": led.mo, "elected_for": led.bluebells, "elected_on": TODAY, "how": "votes"}
    days = {"starts_on": TODAY - 30 * DAY, "ends_on": TODAY + 300 * DAY}
    with authority_scope(larkshire):
        election = opened(contested(led, led.mo, led.cara), led.lena)
        row = stored(election, ElectionState.ELECTED, **elected, **days)
        holder = OfficeHolder.objects.create(
            membership=led.bluebells, user=led.mo, office=row.office, decision="Elected.", **days
        )
    officer, county = browse(amina), "/larkshire/collaborations/elections/"
    address = f"/larkshire/collaborations/{led.collaboration.pk}/elections/{row.pk}/"
    assert "ended early" not in text_of(officer.get(address))
    assert "In post</strong>" in text_of(officer.get(f"{county}?state=in_post"))
    with authority_scope(larkshire):
        OfficeHolder.objects.filter(pk=holder.pk).update(ends_on=TODAY)
    page = text_of(officer.get(address))
    assert "Was in post" in page
    assert "last day 9 November 2026" in page
    assert "The time in office ended early." in page
    assert "In post</strong>" not in page
    assert "In post</strong>" not in text_of(officer.get(county))
    assert f"{Stage.ENDED.label}</strong>" in text_of(officer.get(f"{county}?state={Stage.ENDED.value}"))
