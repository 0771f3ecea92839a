"""Elections from the call to being due again, without a ballot: G6."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from accounts.permissions import Permission
from audit.models import Entry
from collaborations.models import Collaboration
from meetings.models.elections import Election, Nomination
from meetings.rules.election_words import Stage
from meetings.selectors import elections as selectors
from meetings.selectors.election_stages import stage_now
from meetings.services import elections
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.services.offices import give_office
from tests.factories.elections import called, elected, nominated
from tests.factories.groups import Group, person_of
from tests.outbox import deliver

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
TODAY = date(2026, 11, 10)
UNTIL, START = date(2026, 11, 24), date(2026, 12, 8)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


def after_nominations(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(datetime.fromisoformat("2026-11-25T09:00:00+00:00"), tick=False)


def chair_from(
    led: Group, person: User, starts_on: date, ends_on: date | None, office: str = "chair"
) -> OfficeHolder:
    membership = next(
        row
        for row in (led.acorns, led.bluebells, led.caras)
        if SettingRole.objects.filter(user=person, provider=row.provider_id).exists()
    )
    facts: dict[str, Any] = {"starts_on": starts_on, "ends_on": ends_on, "decision": "Agreed."}
    by = led.lena if person != led.lena else led.mo
    return give_office(membership=membership, user=person, office=office, **facts, by=by)


# --- calling ------------------------------------------------------------------------------------------------


def test_g6_an_election_is_called_and_everybody_hears_of_it(led: Group, mailoutbox: list[Any]) -> None:
    election = called(led.collaboration, led.lena, words="About two hours a month.")
    assert (election.state, election.nominate_until, election.starts_on) == ("nominations", UNTIL, START)
    assert election.term_months == 12  # the usual term (W1)
    deliver()
    assert {mail.to[0].split("@")[0] for mail in mailoutbox} == {"mo", "cara"}  # not Lena, who did it
    assert mailoutbox[0].subject == "Riverside: nominations for chair until 24 November"
    assert "About two hours a month." in mailoutbox[0].body
    assert f"/elections/{election.pk}/" in mailoutbox[0].body
    assert Entry.objects.filter(action="election_called").count() == 1


def test_g6_called_twice_just_so_is_one_and_another_for_the_same_office_is_refused(led: Group) -> None:
    first = called(led.collaboration, led.lena)
    assert called(led.collaboration, led.lena).pk == first.pk
    with pytest.raises(ValidationError, match="under way already") as refused:
        called(led.collaboration, led.lena, days=7)
    assert set(refused.value.error_dict) == {"office"}
    assert called(led.collaboration, led.lena, office="administrator").pk != first.pk


def test_g6_the_database_keeps_one_election_for_an_office(led: Group) -> None:
    first = called(led.collaboration, led.lena)
    with pytest.raises(Exception, match="meetings_one_election"):
        Election.objects.create(
            collaboration=led.collaboration,
            office="chair",
            state=first.state,
            nominate_until=UNTIL,
            starts_on=START,
            called_by=led.lena,
            called_at=NOW,
        )


def test_g6_called_for_later_nobody_hears_until_nominations_open(led: Group, mailoutbox: list[Any]) -> None:
    election = called(led.collaboration, led.lena, opens_now=False)
    deliver()
    assert (election.state, mailoutbox) == ("called", [])
    for _twice in range(2):
        elections.open_nominations(
            election_id=election.pk, nominate_until=UNTIL, starts_on=START, by=led.lena, at=NOW
        )
    assert deliver().count("meetings.election_called") == 2  # Mo and Cara, once each
    election.refresh_from_db()
    assert election.state == "nominations"


@pytest.mark.parametrize(("days", "field"), [(-1, "nominate_until"), (121, "nominate_until")])
def test_g6_a_day_that_cannot_be_is_refused_at_its_field(led: Group, days: int, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        called(led.collaboration, led.lena, days=days)
    assert set(refused.value.error_dict) == {field}
    assert not Election.objects.exists()


def test_g6_a_closed_group_elects_nobody(led: Group) -> None:
    Collaboration.objects.filter(pk=led.collaboration.pk).update(state="closed", closed_on=TODAY)
    with pytest.raises(ValidationError, match="is closed"):
        called(led.collaboration, led.lena)


def test_g6_another_last_day_goes_to_everybody_and_an_older_text_is_refused(
    led: Group, mailoutbox: list[Any]
) -> None:
    election = called(led.collaboration, led.lena)
    seen = selectors.edition_of_election(election)
    deliver()
    mailoutbox.clear()
    values = {"nominate_until": date(2026, 11, 27), "starts_on": START, "words": ""}
    facts: dict[str, Any] = {"election_id": election.pk, "by": led.lena, "at": NOW}
    elections.change_election(**facts, seen=seen, values=values)
    elections.change_election(**facts, seen=seen, values=values)  # pressed twice
    deliver()
    assert {mail.subject for mail in mailoutbox} == {"Riverside: nominations for chair until 27 November"}
    assert len(mailoutbox) == 2
    with pytest.raises(ValidationError, match="Somebody has changed this"):
        elections.change_election(**facts, seen=seen, values={**values, "words": "Mine"})


def test_g6_called_off_with_why_nobody_is_nominated_any_more(led: Group, mailoutbox: list[Any]) -> None:
    election = called(led.collaboration, led.lena)
    facts: dict[str, Any] = {"election_id": election.pk, "by": led.lena, "at": NOW}
    with pytest.raises(ValidationError, match="Say why it is called off"):
        elections.call_off_election(**facts, because=" ")
    elections.call_off_election(**facts, because="Lena goes on.")
    elections.call_off_election(**facts, because="Lena goes on.")
    assert deliver().count("meetings.election_result") == 2
    assert {mail.subject for mail in mailoutbox} == {"Riverside: the election of the chair is called off"}
    with pytest.raises(ValidationError, match="Nominations are not open"):
        nominated(election, led.mo, led.cara)
    called(led.collaboration, led.lena, days=7)  # another can be called


# --- nominating ---------------------------------------------------------------------------------------------


def test_g6_whoever_is_nominated_is_asked_and_stands_only_by_saying_yes(
    led: Group, mailoutbox: list[Any]
) -> None:
    election = called(led.collaboration, led.lena)
    deliver()
    mailoutbox.clear()
    row = nominated(election, led.mo, led.cara)
    nominated(election, led.mo, led.lena)  # by two people: once
    deliver()
    [mail] = mailoutbox
    assert mail.to[0].startswith("mo@")
    assert mail.subject == "Riverside: will you stand as chair? Please answer by 24 November"
    assert selectors.standing(election, on=TODAY) == []
    say = {"nomination_id": row.pk, "by": led.mo, "at": NOW}
    elections.answer_nomination(**say, accepts=True, statement="I like order.")
    elections.answer_nomination(**say, accepts=True, statement="I like order.")  # pressed twice
    assert [each.person for each in selectors.standing(election, on=TODAY)] == [led.mo]
    assert Entry.objects.filter(action="nomination_accepted").count() == 1
    elections.answer_nomination(**say, accepts=False, statement="")
    assert selectors.standing(election, on=TODAY) == []


def test_g6_whoever_nominates_oneself_stands(led: Group, mailoutbox: list[Any]) -> None:
    election = called(led.collaboration, led.lena)
    deliver()
    mailoutbox.clear()
    nominated(election, led.cara, led.cara)
    deliver()
    assert mailoutbox == []
    assert [each.person for each in selectors.standing(election, on=TODAY)] == [led.cara]


def test_g6_nominated_by_another_one_stands_by_nominating_oneself(led: Group) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.cara)
    nominated(election, led.mo, led.mo)
    assert Nomination.objects.get().stands


def test_g6_nobody_answers_for_somebody_else(led: Group) -> None:
    row = nominated(called(led.collaboration, led.lena), led.mo, led.cara)
    with pytest.raises(ValidationError, match="Only the person who is nominated"):
        elections.answer_nomination(nomination_id=row.pk, accepts=True, statement="", by=led.lena, at=NOW)


def test_g6_the_last_day_counts_and_the_next_does_not(led: Group, time_machine: TimeMachineFixture) -> None:
    election = called(led.collaboration, led.lena)
    time_machine.move_to(datetime.fromisoformat("2026-11-24T23:30:00+00:00"), tick=False)
    row = nominated(election, led.mo, led.cara)
    time_machine.move_to(datetime.fromisoformat("2026-11-25T00:30:00+00:00"), tick=False)
    with pytest.raises(ValidationError, match="The last day for nominations was 24 November 2026"):
        nominated(election, led.cara, led.mo)
    # whoever was nominated on the last evening still answers
    elections.answer_nomination(
        nomination_id=row.pk, accepts=True, statement="", by=led.mo, at=timezone.now()
    )
    assert len(selectors.standing(election, on=timezone.localdate())) == 1


def test_g6_only_people_of_member_settings_are_nominated(
    led: Group, elsewhere: Collaboration, amina: User
) -> None:
    election = called(led.collaboration, led.lena)
    sam = SettingRole.objects.get(user__full_name="Sam Wilder")
    with pytest.raises(ValidationError, match="works at no member of this group"):
        elections.nominate(election_id=election.pk, role=sam, words="", by=led.mo, at=NOW)
    gone = person_of(led.bluebells.provider, "Gil Parted", amina)
    role = SettingRole.objects.get(user=gone)
    SettingRole.objects.filter(pk=role.pk).update(ends_on=TODAY)
    with pytest.raises(ValidationError, match="works at no member of this group"):
        elections.nominate(election_id=election.pk, role=role, words="", by=led.mo, at=NOW)


@pytest.mark.parametrize("what", ["setting", "person"])
def test_g6_whoever_has_left_stands_no_more(led: Group, what: str) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.cara, stands=True)
    if what == "setting":
        Membership.objects.filter(pk=led.bluebells.pk).update(left_on=TODAY)
    else:
        SettingRole.objects.filter(user=led.mo).update(ends_on=TODAY)
    assert selectors.standing(election, on=TODAY) == []


# --- what came of it ----------------------------------------------------------------------------------------


def test_g6_elected_unopposed_is_in_post_with_dates(
    led: Group, mailoutbox: list[Any], time_machine: TimeMachineFixture
) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.cara, stands=True)
    with pytest.raises(ValidationError, match="Members can nominate somebody until 24 November 2026"):
        elected(election, led.lena)
    after_nominations(time_machine)
    deliver()
    mailoutbox.clear()
    end = date(2027, 12, 8)
    for _twice in range(2):
        elected(election, led.lena, ends_on=end)
    holder = OfficeHolder.objects.get()
    assert (holder.user, holder.membership, holder.office) == (led.mo, led.bluebells, "chair")
    assert (holder.starts_on, holder.ends_on) == (START, end)
    assert holder.decision == "Elected unopposed on 25 November 2026."
    election.refresh_from_db()
    assert (election.elected, election.how, election.recorded_by) == (led.mo, "unopposed", led.lena)
    deliver()
    subjects = {mail.to[0].split("@")[0]: mail.subject for mail in mailoutbox if "elected" in mail.subject}
    assert set(subjects.values()) == {"Riverside: the chair is elected, from 8 December"}
    assert set(subjects) == {"mo", "cara"}
    [told] = [mail.body for mail in mailoutbox if mail.to[0].startswith("cara")]
    assert "Mo Siddiqui, Bluebells, is elected chair of Riverside, from 8 December 2026." in told
    assert [stage_now(election, at=NOW + (day - TODAY)) for day in (TODAY, START, date(2027, 10, 8))] == [
        Stage.ELECTED,
        Stage.IN_POST,
        Stage.DUE,
    ]


def test_g6_whoever_is_elected_may_run_the_group_from_the_first_day(
    led: Group, time_machine: TimeMachineFixture
) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.cara, stands=True)
    after_nominations(time_machine)
    elected(election, led.lena)
    assert not User.objects.get(pk=led.mo.pk).has_perm(Permission.RUN_COLLABORATION, led.collaboration)
    time_machine.move_to(datetime.fromisoformat("2026-12-08T09:00:00+00:00"), tick=False)
    assert User.objects.get(pk=led.mo.pk).has_perm(Permission.RUN_COLLABORATION, led.collaboration)


def test_g6_whoever_holds_the_office_stops_when_the_new_term_begins(
    led: Group, time_machine: TimeMachineFixture
) -> None:
    before = chair_from(led, led.cara, date(2026, 1, 1), None)
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.cara, stands=True)
    after_nominations(time_machine)
    elected(election, led.lena)
    before.refresh_from_db()
    assert before.ends_on == START


def test_g6_whoever_is_in_post_is_elected_again(led: Group, time_machine: TimeMachineFixture) -> None:
    chair_from(led, led.mo, date(2026, 1, 1), date(2027, 1, 1))
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.mo)
    after_nominations(time_machine)
    elected(election, led.lena, ends_on=date(2027, 12, 8))
    spans = list(OfficeHolder.objects.order_by("starts_on").values_list("starts_on", "ends_on"))
    assert spans == [(date(2026, 1, 1), START), (START, date(2027, 12, 8))]


def test_a1_whoever_is_elected_does_not_record_it(led: Group, time_machine: TimeMachineFixture) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.lena, led.lena)
    after_nominations(time_machine)
    with pytest.raises(ValidationError, match="You are elected yourself"):
        elected(election, led.lena)
    elected(election, led.mo)
    assert OfficeHolder.objects.get().user == led.lena


def test_g6_a_term_cannot_begin_before_the_election(led: Group, time_machine: TimeMachineFixture) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.mo)
    after_nominations(time_machine)
    with pytest.raises(ValidationError, match="on or after 25 November 2026") as refused:
        elected(election, led.lena, starts_on=UNTIL)
    assert set(refused.value.error_dict) == {"starts_on"}
    assert not OfficeHolder.objects.exists()


def test_g6_one_who_holds_another_office_is_refused_whole(
    led: Group, time_machine: TimeMachineFixture
) -> None:
    chair_from(led, led.mo, date(2026, 1, 1), None, office="administrator")
    before = chair_from(led, led.cara, date(2026, 1, 1), None)
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.mo)
    after_nominations(time_machine)
    with pytest.raises(ValidationError, match="Mo Siddiqui already holds an office in that time"):
        elected(election, led.lena)
    before.refresh_from_db()
    election.refresh_from_db()
    assert (before.ends_on, election.state) == (None, "nominations")


def test_g6_nobody_stands_and_nominations_open_again(
    led: Group, mailoutbox: list[Any], time_machine: TimeMachineFixture
) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.cara, stands=False)
    facts: dict[str, Any] = {"election_id": election.pk, "by": led.lena}
    with pytest.raises(ValidationError, match="Members can nominate somebody until"):
        elections.record_nobody(**facts, at=NOW)
    after_nominations(time_machine)
    for _twice in range(2):
        elections.record_nobody(**facts, at=timezone.now())
    assert deliver().count("meetings.election_result") == 2
    assert "Riverside: nobody is elected as chair" in {mail.subject for mail in mailoutbox}
    later = date(2026, 12, 20)
    elections.open_nominations(**facts, nominate_until=later, starts_on=later, at=timezone.now())
    election.refresh_from_db()
    assert (election.state, election.nominate_until) == ("nominations", later)
    nominated(election, led.cara, led.cara)
    assert [row.person for row in selectors.standing(election, on=TODAY)] == [led.cara]


def test_g6_nobody_cannot_be_recorded_while_somebody_stands(
    led: Group, time_machine: TimeMachineFixture
) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.mo)
    after_nominations(time_machine)
    with pytest.raises(ValidationError, match="Somebody has accepted a nomination"):
        elections.record_nobody(election_id=election.pk, by=led.lena, at=timezone.now())


def test_g6_two_candidates_are_not_elected_unopposed(led: Group, time_machine: TimeMachineFixture) -> None:
    election = called(led.collaboration, led.lena)
    nominated(election, led.mo, led.mo)
    nominated(election, led.cara, led.cara)
    after_nominations(time_machine)
    with pytest.raises(ValidationError, match="elected unopposed"):
        elected(election, led.lena)
