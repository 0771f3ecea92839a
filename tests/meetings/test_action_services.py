"""What meetings give settings to do (G5): recorded, changed, done, handed over, told, in one list with the
plan.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from time_machine import TimeMachineFixture

from accounts.models import Authority
from audit.models import Entry
from core.frame import actions as listed
from core.frame.actions import FIELDS
from core.scoping import authority_scope
from development.models import PlanAction
from development.services import actions as plan_actions
from development.services import plans
from meetings.models.actions import MeetingAction
from meetings.models.planning import Meeting
from meetings.rules import actions as rules
from meetings.selectors import actions as selectors
from meetings.services import actions, agenda, planning
from memberships.models.leaving import HandOver
from memberships.services.leaving import change_hand_over, finish_hand_over, give_notice
from tests.factories.development import plan_with_action
from tests.factories.groups import Group
from tests.factories.meetings import item_on, meeting_on
from tests.factories.providers import ProviderFactory
from tests.outbox import deliver
from tests.staging import around_layers

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T18:00:00+00:00")
TODAY = date(2026, 11, 10)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@around_layers
def in_scope(larkshire: Authority, led: Group) -> Any:
    with authority_scope(larkshire):
        yield


@pytest.fixture
def today(in_scope: None, led: Group) -> Meeting:
    return meeting_on(led.collaboration, TODAY, led.lena)


def given(meeting: Meeting, led: Group, what: str = "Buy a shared store", **facts: Any) -> MeetingAction:
    wanted: dict[str, Any] = {
        "item": None, "owner": led.bluebells.provider, "due_on": TODAY + 30 * DAY, "by": led.lena, "at": NOW,
    }  # fmt: skip
    return actions.add_action(meeting_id=meeting.pk, what=what, **{**wanted, **facts})


def changed(action: MeetingAction, led: Group, **facts: Any) -> MeetingAction:
    action = MeetingAction.objects.get(pk=action.pk)
    names = ("item", "what", "owner", "person", "due_on", "done_on")
    wanted = {name: getattr(action, name) for name in names}
    seen = facts.pop("seen", selectors.edition_of_action(action))
    return actions.change_action(
        action_id=action.pk, **{**wanted, "by": led.lena, "at": NOW, **facts}, seen=seen
    )


def refusal(call: Any, *args: Any, **facts: Any) -> dict[str, list[str]]:
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as caught:
        call(*args, **facts)
    assert Entry.objects.count() == before
    return dict(caught.value.message_dict)


def test_an_action_is_recorded_once_under_its_item_and_in_the_audit_log(today: Meeting, led: Group) -> None:
    item = item_on(today, led.lena)
    first = given(today, led, item=item)
    assert given(today, led, item=item) == first, "pressed twice"
    assert selectors.by_item(selectors.actions_of(today)) == {item.pk: [first]}
    said = Entry.objects.get(action="meeting_action_written").sentence
    assert said == "wrote an action of a meeting of Riverside: Buy a shared store"


def test_what_an_action_lacks_is_said_at_its_field(today: Meeting, led: Group) -> None:
    assert set(refusal(given, today, led, what=" ")) == {"what"}
    assert set(refusal(given, today, led, owner=ProviderFactory(name="Elsewhere"))) == {"owner"}
    assert (
        "Lena Hartley does not work at Bluebells" in refusal(given, today, led, person=led.lena)["person"][0]
    )
    assert set(refusal(given, today, led, owner=None, person=led.lena)) == {"owner"}
    ahead = meeting_on(led.collaboration, TODAY + 9 * DAY, led.lena)
    assert "on the day of the meeting or later" in refusal(given, ahead, led)["__all__"][0]
    planning.cancel_meeting(meeting_id=ahead.pk, because="Snow", by=led.lena, at=NOW)
    assert refusal(given, ahead, led)["__all__"] == ["This meeting is cancelled."]


def test_a_change_from_an_older_text_is_refused_and_nothing_is_written_over(
    today: Meeting, led: Group
) -> None:
    action = given(today, led)
    seen = selectors.edition_of_action(action)
    changed(action, led, what="Rent a store")
    assert "seen" in refusal(changed, action, led, what="Buy nothing", seen=seen)
    before = Entry.objects.count()
    changed(action, led)
    assert Entry.objects.count() == before, "the same again is no change"
    actions.remove_action(action_id=action.pk, by=led.lena)
    actions.remove_action(action_id=action.pk, by=led.lena)  # gone is gone
    gone = refusal(actions.finish_action, action_id=action.pk, done_on=TODAY, by=led.mo, at=NOW)
    assert gone["__all__"] == ["Somebody has taken this action out meanwhile."]


def test_done_is_recorded_once_and_taken_back_with_its_word(today: Meeting, led: Group) -> None:
    action = given(today, led)
    assert set(
        refusal(actions.finish_action, action_id=action.pk, done_on=TODAY + DAY, by=led.mo, at=NOW)
    ) == {"done_on"}
    for words in ("Two stores looked at.", "Pressed twice."):
        done = actions.finish_action(action_id=action.pk, done_on=TODAY, words=words, by=led.mo, at=NOW)
    assert done.done_words == "Two stores looked at."
    late = refusal(actions.postpone_action, action_id=action.pk, due_on=TODAY + DAY, by=led.mo, at=NOW)
    assert late["__all__"] == ["It is recorded as done meanwhile."]
    again = changed(action, led, done_on=None)
    assert (again.done_on, again.done_words) == (None, "")
    past = refusal(actions.postpone_action, action_id=action.pk, due_on=TODAY - DAY, by=led.mo, at=NOW)
    assert past["due_on"] == ["The new day must be today or in the future."]
    actions.postpone_action(action_id=action.pk, due_on=TODAY + DAY, by=led.mo, at=NOW)
    said = Entry.objects.get(action="meeting_action_postponed").sentence
    assert "a new day, 11 November 2026: Buy a shared store" in said


def test_an_item_taken_off_leaves_its_actions(today: Meeting, led: Group) -> None:
    item = item_on(today, led.lena)
    action = given(today, led, item=item)
    agenda.remove_item(item_id=item.pk, by=led.lena)
    assert selectors.by_item(selectors.actions_of(today)) == {None: [action]}
    assert given(today, led, item=item).item is None, "recorded by somebody who still saw it"


# --- telling ------------------------------------------------------------------------------------------------


def mail_after(outbox: list[Any], minutes: int) -> list[Any]:
    outbox.clear()
    actions.tell_who_does(at=NOW + timedelta(minutes=minutes))
    deliver()
    return [email for email in outbox if "action" in email.subject]


def test_who_does_it_hears_of_all_that_a_meeting_gave_in_one_email(
    today: Meeting, led: Group, mailoutbox: list[Any]
) -> None:
    given(today, led, due_on=TODAY + 59 * DAY)
    given(today, led, "Ask for three offers", due_on=None, at=NOW + timedelta(minutes=10))
    given(today, led, "Ours", owner=led.acorns.provider)
    given(today, led, "Of nobody yet", owner=None)
    assert mail_after(mailoutbox, 20) == [], "somebody may still be recording"
    (email,) = mail_after(mailoutbox, 30)
    assert (email.to, email.subject) == (
        [led.mo.email], "Riverside: 2 actions for you, the first by 8 January"
    )  # fmt: skip
    assert "Buy a shared store" in email.body
    assert "Ask for three offers" in email.body
    assert "Ours" not in email.body
    assert mail_after(mailoutbox, 60) == [], "told once"


def test_a_change_is_told_again_and_what_is_out_of_date_is_not(
    today: Meeting, led: Group, mailoutbox: list[Any]
) -> None:
    action = given(today, led)
    mail_after(mailoutbox, 20)
    changed(action, led, due_on=TODAY + 5 * DAY, at=NOW + timedelta(hours=1))
    (email,) = mail_after(mailoutbox, 80)
    assert email.subject == "Riverside: 1 action for you by 15 November"
    assert "(this has changed)" in email.body
    changed(action, led, owner=led.caras.provider, at=NOW + timedelta(hours=2))
    (email,) = mail_after(mailoutbox, 140)
    assert email.to == [led.cara.email]
    assert "(this has changed)" not in email.body, "new to her"
    changed(action, led, what="Rent a store", at=NOW + timedelta(hours=3))
    mailoutbox.clear()
    actions.tell_who_does(at=NOW + timedelta(hours=4))
    actions.finish_action(action_id=action.pk, done_on=TODAY, by=led.cara, at=NOW)
    deliver()
    assert mailoutbox == [], "done before it was sent"


# --- the one list -------------------------------------------------------------------------------------------


def test_the_list_holds_both_kinds_in_the_order_of_the_rule(today: Meeting, led: Group) -> None:
    plan_action = plan_with_action(led.collaboration, led.lena, owner=led.bluebells.provider)
    assert listed.actions(on=TODAY).count() == 0, "a plan that is only being written asks nothing of anybody"
    plans.begin_work_by_plan(plan=plan_action.objective.plan, by=led.lena)
    for number, due_on in enumerate((None, TODAY, TODAY + DAY, TODAY)):
        given(today, led, f"Action {number}", due_on=due_on)
    MeetingAction.objects.filter(what="Action 3").update(due_on=TODAY - DAY)
    for what, done_on in (("Done before", TODAY - 2 * DAY), ("Done now", TODAY)):
        action = given(today, led, what)
        MeetingAction.objects.filter(pk=action.pk).update(done_on=done_on)
    rows = list(listed.actions(on=TODAY, group_id=led.collaboration.pk))
    assert [row["what"] for row in rows] == [
        "Action 3", "Action 1", "Action 2", "Film a meal and watch it together", "Action 0", "Done now", "Done before",
    ]  # fmt: skip
    facts = [rules.Action(n, row["owner_id"], row["due_on"], row["done_on"]) for n, row in enumerate(rows)]
    assert rules.in_order(facts, on=TODAY) == facts
    assert set(rows[0]) == set(FIELDS)
    assert [row["source"] for row in rows].count("plan") == 1
    assert [row["rank"] for row in rows] == [0, 1, 1, 1, 2, 3, 3]
    assert listed.actions(on=TODAY, only="plan").count() == 1
    assert [name for _, name in listed.owners_named(on=TODAY, group_id=led.collaboration.pk)] == ["Bluebells"]


def test_unfinished_ones_come_back_at_the_next_meeting(today: Meeting, led: Group) -> None:
    later = meeting_on(led.collaboration, TODAY + 30 * DAY, led.lena)
    late, due = given(today, led, "Late", due_on=TODAY), given(today, led, "Due")
    done = given(today, led, "Done")
    actions.finish_action(action_id=done.pk, done_on=TODAY, by=led.mo, at=NOW)
    assert list(selectors.unfinished_before(later)) == [late, due]
    assert list(selectors.unfinished_before(today)) == [], "its own stand under its items"


# --- leaving ------------------------------------------------------------------------------------------------


def leaves(led: Group) -> list[HandOver]:
    give_notice(membership=led.bluebells, left_on=TODAY + 20 * DAY, reason="We close.", by=led.mo, at=NOW)
    return list(HandOver.objects.filter(membership=led.bluebells, kind="action").order_by("pk"))


def test_c6_a_leavers_open_actions_are_handed_over_to_who_takes_them(today: Meeting, led: Group) -> None:
    of_plan = plan_with_action(led.collaboration, led.lena, owner=led.bluebells.provider)
    plans.begin_work_by_plan(plan=of_plan.objective.plan, by=led.lena)
    of_meeting = given(today, led, person=led.mo)
    twin = given(today, led, due_on=None)  # the same words: two lines
    done = given(today, led, "Done")
    actions.finish_action(action_id=done.pk, done_on=TODAY, by=led.mo, at=NOW)
    rows = {row.about: row for row in leaves(led)}
    assert set(rows) == {
        f"meetings.meetingaction:{of_meeting.pk}",
        f"meetings.meetingaction:{twin.pk}",
        f"development.planaction:{of_plan.pk}",
    }
    for row in rows.values():
        facts = {"kind": row.kind, "what": f"{row.what}, now", "by": led.lena, "at": NOW}
        if row.about != f"meetings.meetingaction:{twin.pk}":  # nobody takes that one
            change_hand_over(hand_over=row, taken_by=led.caras, **facts)
        finish_hand_over(hand_over=row, on=TODAY, by=led.lena)
        finish_hand_over(hand_over=row, on=TODAY, by=led.lena)  # pressed twice
    of_meeting.refresh_from_db()
    assert (of_meeting.owner, of_meeting.person) == (led.caras.provider, None)
    assert PlanAction.objects.get(pk=of_plan.pk).owner == led.caras.provider
    twin.refresh_from_db()
    assert twin.owner == led.bluebells.provider, "nothing is lost: it stays until somebody is chosen"
    sentences = Entry.objects.filter(action="action_handed_over").values_list("sentence", flat=True)
    assert sorted(sentences) == [
        "handed an action of Riverside over to Cara's: Buy a shared store",
        "handed an action of Riverside over to Cara's: Film a meal and watch it together",
    ]
    assert of_meeting.pk in selectors.to_tell(at=NOW + timedelta(hours=1)), "the new one hears of it"


def test_c6_what_was_given_to_somebody_else_meanwhile_stays_there(today: Meeting, led: Group) -> None:
    action = given(today, led)
    (row,) = leaves(led)
    changed(action, led, owner=led.acorns.provider)
    facts = {"kind": row.kind, "what": row.what, "by": led.lena, "at": NOW}
    change_hand_over(hand_over=row, taken_by=led.caras, **facts)
    finish_hand_over(hand_over=row, on=TODAY, by=led.lena)
    action.refresh_from_db()
    assert action.owner == led.acorns.provider
    plan_actions.give_action(
        action_id=10**9, to=led.caras.provider, leaver_id=led.bluebells.provider_id, by=led.lena, on=TODAY
    )  # gone meanwhile
