"""C1: the life of a collaboration through its services: each move, the first meeting, adoption, closing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from audit.models import Entry
from collaborations import services as group_services
from collaborations.models import Collaboration, FirstMeeting, StateChange
from collaborations.rules import Actor, State
from collaborations.selectors import life_of
from memberships.models.members import LeaderAppointment, Membership
from memberships.services.leaders import appoint_leader
from memberships.services.life import move_on
from memberships.services.members import join, leave
from memberships.services.permissions import drift
from tests.collaborations.replaying import replayed
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import JOINED, judged, make_group, person_of
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.usefixtures("in_larkshire")
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
ASKED = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


def enquiry(by, **more) -> Collaboration:
    facts = {
        "name": "Meadow",
        "started_on": ASKED,
        "state": "enquiry",
        "asked_by": "Gita Rowe, Daisies",
        "enquiry": "A group near us.",
    }
    return group_services.start_collaboration(**{**facts, **more}, by=by, at=AT)


def move(group, to, by, *, on=TODAY, words="", actor=Actor.OFFICER, seen=""):
    return move_on(collaboration=group, to=to, on=on, words=words, actor=actor, seen=seen, by=by, at=AT)


def meet(group, by, *, held_on=TODAY, notes="They meet again in May.", **more) -> FirstMeeting:
    facts = {"place": "Village hall", "facilitated_by": by, **more}
    return group_services.record_first_meeting(
        collaboration=group, held_on=held_on, notes=notes, **facts, by=by, at=AT
    )


def refusal(deed, *args, **facts) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        deed(*args, **facts)
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else {"": caught.value.messages}


def state_of(group) -> str:
    return Collaboration.objects.get(pk=group.pk).state


def life(group) -> list[tuple[str, str]]:
    return list(life_of(group).values_list("from_state", "to_state"))


# --- how it begins ------------------------------------------------------------------------------------------


def test_c1_a_new_one_begins_as_an_enquiry_with_who_asked_and_what_for(amina):
    group = enquiry(amina)
    change = StateChange.objects.get()
    assert (group.state, group.asked_by, group.enquiry) == (
        "enquiry",
        "Gita Rowe, Daisies",
        "A group near us.",
    )
    assert (change.from_state, change.to_state, change.on, change.by, change.at) == (
        "",
        "enquiry",
        ASKED,
        amina,
        AT,
    )
    assert Entry.objects.latest("pk").sentence == "started the collaboration Meadow"


def test_c1_a_group_that_ran_before_is_recorded_as_it_is(amina):
    group = group_services.start_collaboration(name="Riverside", started_on=ASKED, by=amina)
    assert (group.state, life(group)) == ("active", [("", "active")])


def test_c1_an_enquiry_says_all_that_is_missing_at_once(amina):
    assert refusal(enquiry, amina, asked_by=" ", enquiry="", started_on=TODAY + timedelta(1)) == {
        "asked_by": ["Enter who asked."],
        "enquiry": ["Enter what they asked for."],
        "started_on": ["The day must be today or in the past."],
    }


@pytest.mark.parametrize("state", ["closed", "dividing", "merging"])
def test_c1_nothing_begins_at_its_end(amina, state):
    assert refusal(enquiry, amina, state=state) == {"state": ["A collaboration cannot begin as that."]}


def test_c1_who_asked_is_put_right(amina):
    group = enquiry(amina)
    group_services.change_collaboration(
        collaboration=group, changes={"asked_by": "Gita Row, Daisies"}, by=amina
    )
    assert Entry.objects.latest("pk").facts == {"asked_by": ["Gita Rowe, Daisies", "Gita Row, Daisies"]}


# --- from an enquiry to a group that runs itself ------------------------------------------------------------


def test_c1_from_an_enquiry_to_active(amina):
    group = enquiry(amina)
    move(group, "proposed", amina, on=date(2026, 9, 10))
    meet(group, amina, held_on=date(2026, 10, 1))
    assert state_of(group) == "initial_meeting"
    move(group, "drafting", amina, on=date(2026, 10, 2))
    group_services.record_terms_adopted(collaboration=group, on=date(2026, 11, 1), by=amina, at=AT)
    memberships = [
        join(collaboration=group, provider=ProviderFactory(name=name), on=date(2026, 10, 1), by=amina)
        for name in ("Fir", "Gorse")
    ]
    judged(memberships[0].provider, 2)
    lena = person_of(memberships[0].provider, "Lena Hartley", amina)
    appoint_leader(
        membership=memberships[0], user=lena, manner="joint", starts_on=date(2026, 11, 1), by=amina
    )
    moved = move(group, "active", amina)
    way = ["enquiry", "proposed", "initial_meeting", "drafting", "active"]
    assert moved.is_new
    assert life(group) == list(zip(["", *way], way, strict=False))
    assert replayed(life(group)) is State.ACTIVE
    assert Entry.objects.latest("pk").sentence == "moved Meadow from “Drafting ways of working” to “Active”"


def test_c1_what_active_needs_is_counted_on_the_day_of_the_move(amina):
    group = make_group(amina)
    Collaboration.objects.filter(pk=group.collaboration.pk).update(
        state="drafting", terms_adopted_on=date(2026, 11, 10)
    )
    appoint_leader(
        membership=group.acorns, user=group.lena, manner="sole", starts_on=date(2026, 11, 15), by=amina
    )
    assert refusal(move, group.collaboration, "active", amina, on=date(2026, 11, 9)) == {
        "to": [
            "Its ways of working were adopted later, on 10 November 2026.",
            "It needs at least one leader. It has none on 9 November 2026.",
        ]
    }
    assert refusal(move, group.collaboration, "active", amina, on=date(2024, 8, 1))["to"][0] == (
        "It needs at least two members. It has 0 on 1 August 2024."
    )
    assert move(group.collaboration, "active", amina, on=date(2026, 11, 15)).is_new


def test_c1_a_leader_begins_and_ends_a_review(led):
    Collaboration.objects.filter(pk=led.collaboration.pk).update(terms_adopted_on=JOINED)
    move(led.collaboration, "under_review", led.lena, actor=Actor.LEADER, words="A look back at the year.")
    move(led.collaboration, "active", led.lena, actor=Actor.LEADER)
    assert life(led.collaboration) == [("active", "under_review"), ("under_review", "active")]
    assert (
        "The early years team"
        in refusal(move, led.collaboration, "dormant", led.lena, actor=Actor.LEADER, words="Rest")["to"][0]
    )


# --- the first meeting --------------------------------------------------------------------------------------


def test_c1_recording_the_first_meeting_enters_it_and_says_so(amina):
    group = enquiry(amina)
    move(group, "proposed", amina, on=date(2026, 9, 10))
    meeting = meet(group, amina, held_on=date(2026, 10, 1))
    assert (meeting.held_on, meeting.place, meeting.facilitated_by) == (
        date(2026, 10, 1),
        "Village hall",
        amina,
    )
    assert life_of(group).last().on == date(2026, 10, 1)
    assert Entry.objects.latest("pk").sentence == "recorded the first meeting of Meadow on 1 October 2026"


def test_c1_a_meeting_that_was_arranged_is_recorded_later(amina):
    group = enquiry(amina)
    for to in ("proposed", "initial_meeting"):
        move(group, to, amina, on=date(2026, 9, 10))
    assert refusal(move, group, "drafting", amina) == {
        "to": ["The first meeting, which an officer facilitates, is not recorded yet."]
    }
    meet(group, amina, held_on=date(2026, 9, 20))
    assert len(life(group)) == 3
    assert refusal(move, group, "drafting", amina, on=date(2026, 9, 19)) == {
        "to": ["The first meeting was later, on 20 September 2026."]
    }
    assert move(group, "drafting", amina).is_new


def test_c1_a_first_meeting_that_cannot_be(amina):
    group = enquiry(amina)
    assert "It is “Enquiry” now." in refusal(meet, group, amina)[""][0]
    move(group, "proposed", amina, on=date(2026, 9, 10))
    assert refusal(meet, group, amina, held_on=TODAY + timedelta(1)) == {
        "held_on": ["The day must be today or in the past."]
    }
    assert "when it started" in refusal(meet, group, amina, held_on=ASKED - timedelta(1))["held_on"][0]
    assert "the day of the last move" in refusal(meet, group, amina, held_on=date(2026, 9, 9))["held_on"][0]
    assert refusal(meet, group, amina, notes=" ")["notes"]
    assert not FirstMeeting.objects.exists()
    assert state_of(group) == "proposed"


def test_c1_a_first_meeting_is_recorded_once_and_put_right_knowingly(amina, maya):
    group = enquiry(amina)
    move(group, "proposed", amina, on=date(2026, 9, 10))
    first = meet(group, amina, held_on=date(2026, 10, 1))
    entries = Entry.objects.count()
    assert meet(group, maya, held_on=date(2026, 10, 1), facilitated_by=amina) == first  # pressed twice
    assert Entry.objects.count() == entries
    assert (
        "Somebody has recorded the first meeting in the meantime"
        in refusal(meet, group, maya, held_on=date(2026, 10, 3))[""][0]
    )
    meet(group, maya, held_on=date(2026, 10, 3), corrects=True)
    move(group, "drafting", amina, on=date(2026, 10, 5))
    late = refusal(meet, group, amina, held_on=date(2026, 10, 6), corrects=True)
    assert late == {
        "held_on": ["The day must be on or before 5 October 2026, when the ways of working were begun."]
    }
    assert FirstMeeting.objects.get().held_on == date(2026, 10, 3)


# --- adoption -----------------------------------------------------------------------------------------------


def test_c1_the_day_of_adoption(amina, group):
    def adopt(on):
        return group_services.record_terms_adopted(collaboration=group.collaboration, on=on, by=amina, at=AT)

    assert refusal(adopt, TODAY + timedelta(1)) == {
        "terms_adopted_on": ["The day must be today or in the past."]
    }
    assert "when it started" in refusal(adopt, date(2020, 1, 1))["terms_adopted_on"][0]
    adopt(TODAY)
    assert Entry.objects.latest("pk").facts == {"terms_adopted_on": [None, "2026-11-21"]}
    entries = Entry.objects.count()
    adopt(TODAY)
    assert Entry.objects.count() == entries
    Collaboration.objects.filter(pk=group.collaboration.pk).update(state="proposed")
    assert "It is “Proposed” now." in refusal(adopt, JOINED)[""][0]


# --- twice, and by two --------------------------------------------------------------------------------------


def test_c1_pressed_twice_it_is_one_move(amina, maya, group):
    first = move(group.collaboration, "under_review", amina)
    again = move(group.collaboration, "under_review", maya, seen="active")
    assert (first.is_new, again.is_new, again.change) == (True, False, first.change)
    assert len(life(group.collaboration)) == 1


def test_c1_who_looked_at_another_state_is_told(amina, maya, group):
    move(group.collaboration, "under_review", maya)
    told = refusal(move, group.collaboration, "dormant", amina, seen="active", words="Quiet year")
    assert told == {
        "to": ["Maya Thornton has moved it to “Under review” in the meantime. Look again before you go on."]
    }
    assert state_of(group.collaboration) == "under_review"


def test_c1_the_database_keeps_the_log_as_it_was(amina, group):
    change = move(group.collaboration, "under_review", amina).change
    for act in (lambda: StateChange.objects.filter(pk=change.pk).update(words="Other"), change.delete):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            act()


# --- closing ------------------------------------------------------------------------------------------------


def test_c1_closing_ends_memberships_leaders_and_rights_on_the_day(amina, led, django_assert_max_num_queries):
    leader_to_come = appoint_leader(
        membership=led.bluebells, user=led.mo, manner="joint", starts_on=TODAY + timedelta(9), by=amina
    )
    to_come = join(
        collaboration=led.collaboration,
        provider=ProviderFactory(name="Daisies"),
        on=TODAY + timedelta(5),
        by=amina,
    )
    leave(membership=led.caras, on=TODAY + timedelta(20), reason="Retires", by=amina)
    move(led.collaboration, "closed", amina, words="The members wish it.")
    group = Collaboration.objects.get(pk=led.collaboration.pk)
    assert (group.state, group.closed_on) == ("closed", TODAY)
    assert set(Membership.objects.values_list("left_on", flat=True)) == {TODAY}
    assert LeaderAppointment.objects.get().ends_on == TODAY
    assert not Membership.objects.filter(pk=to_come.pk).exists()
    assert not LeaderAppointment.objects.filter(pk=leader_to_come.pk).exists()
    assert not drift()
    assert not led.lena.has_perm("collaborations.view_collaboration", group)


def test_c1_closed_is_final(amina, led):
    move(led.collaboration, "closed", amina, words="The members wish it.", on=TODAY - timedelta(3))
    for to in State:
        if to is not State.CLOSED:
            assert refusal(move, led.collaboration, to, amina, words="Again") == {
                "to": ["This collaboration is closed, and that is final."]
            }
    again = move(led.collaboration, "closed", amina, words="Again", on=TODAY - timedelta(1))
    assert not again.is_new
    assert set(Membership.objects.values_list("left_on", flat=True)) == {TODAY - timedelta(3)}
    assert refusal(join, collaboration=led.collaboration, provider=ProviderFactory(), on=TODAY, by=amina) == {
        "collaboration": ["Riverside is closed."]
    }


def test_c1_a_member_that_joined_only_since_is_named(amina, led):
    join(
        collaboration=led.collaboration,
        provider=ProviderFactory(name="Daisies"),
        on=TODAY - timedelta(2),
        by=amina,
    )
    told = refusal(move, led.collaboration, "closed", amina, words="Over", on=TODAY - timedelta(5))
    assert told == {"on": ["Daisies joined on 19 November 2026. Close from a later day."]}
    assert state_of(led.collaboration) == "active"


def test_c1_an_enquiry_may_come_to_nothing(amina):
    group = enquiry(amina)
    assert refusal(move, group, "closed", amina) == {"words": ["Say why."]}
    assert move(group, "closed", amina, words="They joined Riverside.").is_new
    assert life_of(group).last().words == "They joined Riverside."


# --- a plan -------------------------------------------------------------------------------------------------


def test_c1_a_plan_divides_and_puts_aside(amina):
    group = CollaborationFactory()
    for to in ("dividing", "active", "merging", "closed"):
        facts = {"collaboration": group, "to": to, "on": TODAY, "actor": Actor.PLAN}
        assert group_services.move_collaboration(**facts, by=amina, at=AT).is_new
    assert replayed([("", "active"), *life(group)]) is State.CLOSED
