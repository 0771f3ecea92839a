"""Actions as people meet them: recorded on a meeting's page, one list, the tap on home, the fair share (G5)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from development.services import plans
from meetings.models.actions import MeetingAction
from meetings.models.planning import Meeting
from meetings.selectors.minutes import written_of
from meetings.services.actions import postpone_action
from memberships.services.leaving import give_notice
from tests.factories.development import plan_with_action
from tests.factories.groups import Group
from tests.factories.meetings import action_of, item_on, meeting_on
from tests.meetings.pages import Browse, base_of, errors_of, now, text_of
from tests.outbox import deliver

__all__ = ["now"]
pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 10)


@pytest.fixture
def today(larkshire: Authority, led: Group) -> Meeting:
    with authority_scope(larkshire):
        return meeting_on(led.collaboration, TODAY, led.lena)


@pytest.fixture
def action(larkshire: Authority, led: Group, today: Meeting) -> MeetingAction:
    """For Bluebells, which Mo manages."""
    with authority_scope(larkshire):
        row: MeetingAction = action_of(today, led.bluebells.provider, led.lena)
        return row


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(value, part)) for part in ("day", "month", "year")}


def lists(led: Group) -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/actions/"


def page_of(led: Group, action: MeetingAction, rest: str) -> str:
    return f"{base_of(led)}{action.meeting_id}/actions/{action.pk}/{rest}/"


def test_an_action_is_recorded_under_an_item_changed_and_taken_out(
    larkshire: Authority, led: Group, today: Meeting, browse: Browse
) -> None:
    with authority_scope(larkshire):
        item = item_on(today, led.lena)
    page, lena = f"{base_of(led)}{today.pk}/", browse(led.lena)
    add = f"{page}actions/add/{item.pk}/"
    assert add in text_of(lena.get(page))
    assert f'<option value="{item.pk}" selected>' in text_of(lena.get(add))
    assert errors_of(lena.post(add, {"what": ""})).keys() == {"what"}
    facts = {"what": "Buy a shared store", "owner": led.bluebells.provider_id, "item": item.pk}
    wrong = errors_of(lena.post(add, {**facts, "person": led.lena.pk}))
    assert wrong == {"person": ["Lena Hartley does not work at Bluebells."]}
    done = lena.post(add, {**facts, "person": led.mo.pk, **day("due_on", TODAY)})
    assert (done.status_code, done["Location"]) == (302, f"{page}#item-{item.pk}")
    with authority_scope(larkshire):
        action = MeetingAction.objects.get()
    change = page_of(led, action, "change")
    seen = lena.get(change).context["form"]["seen"].value()
    for what, status in (("Rent a store", 302), ("Build a store", 200)):  # the second one read an older text
        answer = lena.post(change, {**facts, "what": what, "seen": seen})
        assert answer.status_code == status
    assert "Rent a store" in text_of(answer), "what it says now"
    assert lena.post(page_of(led, action, "remove")).status_code == 302
    assert lena.post(page_of(led, action, "remove")).status_code == 404
    assert "Rent a store" not in text_of(lena.get(page))


def test_who_does_it_ticks_it_off_on_home_and_the_others_may_not(
    larkshire: Authority, led: Group, action: MeetingAction, browse: Browse, sam: User, otto: User, fred: User
) -> None:
    finish, today = page_of(led, action, "done"), day("done_on", TODAY)
    for person, status in ((led.cara, 403), (fred, 403), (sam, 404), (otto, 404)):
        for rest in ("done", "new-day"):
            assert browse(person).get(page_of(led, action, rest)).status_code == status
            answer = browse(person).post(page_of(led, action, rest), {**today, **day("due_on", TODAY)})
            assert answer.status_code == status
    mo = browse(led.mo)
    home = text_of(mo.get("/larkshire/"))
    assert finish in home
    assert "Your action from a meeting." in home
    assert finish not in text_of(browse(led.cara).get("/larkshire/"))
    assert '<input type="hidden" name="next" value="/larkshire/">' in home
    assert (
        mo.post(finish, {**today, "next": "/larkshire/"})["Location"] == "/larkshire/"
    )  # where the line stands
    assert finish not in text_of(mo.get("/larkshire/"))
    assert "Buy a shared store" in text_of(mo.get(f"{lists(led)}?state=done"))
    with authority_scope(larkshire):
        assert MeetingAction.objects.get().done_on == TODAY


def test_not_yet_is_a_new_day(led: Group, action: MeetingAction, browse: Browse) -> None:
    mo = browse(led.mo)
    assert errors_of(mo.post(page_of(led, action, "new-day"), day("due_on", date(2026, 11, 9)))).keys() == {
        "due_on"
    }
    assert mo.post(page_of(led, action, "new-day"), day("due_on", date(2027, 1, 8))).status_code == 302
    assert "8 Jan 2027" in text_of(mo.get(lists(led)))


def test_whoever_chairs_records_and_others_read(
    larkshire: Authority, led: Group, today: Meeting, action: MeetingAction, browse: Browse, sam: User
) -> None:
    add = f"{base_of(led)}{today.pk}/actions/add/0/"
    assert browse(led.cara).get(add).status_code == 403
    assert browse(sam).get(add).status_code == 404
    shown = text_of(browse(led.cara).get(f"{base_of(led)}{today.pk}/"))
    assert "Buy a shared store" in shown
    assert add not in shown
    with authority_scope(larkshire):
        Meeting.objects.filter(pk=today.pk).update(chaired_by=led.cara)
    assert browse(led.cara).get(add).status_code == 200
    ahead_page = f"{base_of(led)}"
    assert "Actions" in text_of(browse(led.cara).get(ahead_page))


def test_one_list_of_both_kinds_is_filtered_and_sorted(
    larkshire: Authority, led: Group, today: Meeting, action: MeetingAction, browse: Browse, sam: User
) -> None:
    with authority_scope(larkshire):
        of_plan = plan_with_action(led.collaboration, led.lena, owner=led.acorns.provider)
        plans.begin_work_by_plan(plan=of_plan.objective.plan, by=led.lena)
        action_of(today, led.caras.provider, led.lena, "Write to the library", person=led.cara, due_on=None)
        late = action_of(today, led.caras.provider, led.lena, "Late one", due_on=TODAY - timedelta(days=1))

    def rows(query: str = "") -> list[str]:
        page = browse(led.cara).get(f"{lists(led)}{query}").context["page"]
        return [row["what"] for row in page.object_list]

    film, store, library = "Film a meal and watch it together", "Buy a shared store", "Write to the library"
    assert rows() == ["Late one", store, film, library]
    assert rows("?state=overdue") == ["Late one"]
    assert rows("?source=plan") == [film]
    assert rows(f"?setting={led.caras.provider_id}") == ["Late one", library]
    assert rows(f"?person={led.cara.pk}") == [library]
    assert rows("?setting=none") == []
    assert rows("?q=library%20cara") == [library]
    assert rows("?sort=setting") == [film, store, "Late one", library]
    assert rows("?sort=-due_on")[-1] == "Late one"
    shown = text_of(browse(led.cara).get(lists(led)))
    assert "For you to do" in shown
    assert page_of(led, late, "done") in shown
    assert page_of(led, action, "done") not in shown, "for Bluebells to do"
    assert page_of(led, action, "done") in text_of(browse(led.lena).get(lists(led)))
    assert browse(sam).get(lists(led)).status_code == 404
    assert browse(sam).get(f"{lists(led)}share/").status_code == 404


def test_officers_see_the_actions_of_all_groups(
    larkshire: Authority, led: Group, action: MeetingAction, browse: Browse, amina: User, otto: User
) -> None:
    page = "/larkshire/collaborations/meetings/actions/"
    shown = text_of(browse(amina).get(page))
    assert "Buy a shared store" in shown
    assert "Riverside" in shown
    assert browse(led.lena).get(page).status_code == 403
    assert browse(otto).get(page).status_code == 404


def test_the_fair_share_is_said_in_words(
    larkshire: Authority, led: Group, today: Meeting, action: MeetingAction, browse: Browse
) -> None:
    share = f"{lists(led)}share/"
    assert "The actions are shared fairly." in text_of(browse(led.mo).get(share))
    with authority_scope(larkshire):
        for number in range(3):
            action_of(today, led.bluebells.provider, led.lena, f"One more {number}", due_on=TODAY)
    shown = text_of(browse(led.mo).get(share))
    assert "1 setting has more than its equal share of the actions." in shown
    assert "2 more than its share" in shown


def test_unfinished_actions_stand_on_the_next_agenda_and_in_the_email_with_the_papers(
    larkshire: Authority, led: Group, action: MeetingAction, browse: Browse, mailoutbox: list[Any]
) -> None:
    with authority_scope(larkshire):
        ahead = meeting_on(led.collaboration, date(2026, 12, 8), led.lena)
        item_on(ahead, led.lena)
        deliver()
        mailoutbox.clear()
    page = f"{base_of(led)}{ahead.pk}/"
    shown = text_of(browse(led.mo).get(page))
    assert "Still to be done from earlier meetings" in shown
    assert "Buy a shared store" in shown
    browse(led.lena).post(f"{page}papers/send/")
    with authority_scope(larkshire):
        deliver()
    body = next(email.body for email in mailoutbox if email.to == [led.mo.email])
    assert "Still to be done from earlier meetings:" in body
    assert "- Bluebells: Buy a shared store, by 10 December 2026" in body


def test_a_leader_sees_what_is_late_and_what_a_setting_left_behind(
    larkshire: Authority, led: Group, action: MeetingAction, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    with authority_scope(larkshire):
        give_notice(
            membership=led.bluebells, left_on=date(2026, 12, 1), reason="Closed", by=led.mo,
            at=datetime.fromisoformat("2026-11-10T09:00:00+00:00"),
        )  # fmt: skip
    assert "of your meetings" not in text_of(browse(led.lena).get("/larkshire/")), (
        "not due, and still a member"
    )
    time_machine.move_to(datetime.fromisoformat("2026-12-20T09:00:00+00:00"), tick=False)
    home = text_of(browse(led.lena).get("/larkshire/"))
    assert "1 action of your meetings is for a setting that has left" in home
    assert "The day of 1 action of your meetings has passed" in home


@pytest.mark.parametrize("rest", ["", "share/"])
def test_the_pages_take_the_same_queries_for_one_action_and_for_many(
    larkshire: Authority, led: Group, today: Meeting, action: MeetingAction, browse: Browse, rest: str
) -> None:
    client = browse(led.mo)
    client.get(f"{lists(led)}{rest}")
    with CaptureQueriesContext(connection) as few:
        client.get(f"{lists(led)}{rest}")
    with authority_scope(larkshire):
        for number in range(12):
            action_of(today, led.bluebells.provider, led.lena, f"Number {number}", person=led.mo)
    with CaptureQueriesContext(connection) as many:
        client.get(f"{lists(led)}{rest}")
    assert len(many) == len(few) == QUERIES[rest]


QUERIES = {"": 18, "share/": 12}


def test_minutes_say_what_was_agreed_whatever_becomes_of_it(
    larkshire: Authority, led: Group, today: Meeting, browse: Browse
) -> None:
    with authority_scope(larkshire):
        item = item_on(today, led.lena)
    lena, write = browse(led.lena), f"{base_of(led)}{today.pk}/minutes/write/"
    add = lena.post(write, {"then": f"action-{item.pk}"})["Location"]
    assert add == f"{base_of(led)}{today.pk}/actions/add/{item.pk}/?minutes=1"
    facts = {"what": "Buy a store", "owner": led.bluebells.provider_id, "item": item.pk}
    done = lena.post(add, {**facts, **day("due_on", date(2027, 1, 8))})
    assert (done.status_code, done["Location"]) == (302, write)
    agreed = "Bluebells: Buy a store, by 8 January 2027"
    assert agreed in text_of(lena.get(write))
    with authority_scope(larkshire):
        action = MeetingAction.objects.get()
        minutes_say = [part.actions for part in written_of(today).parts]
        postpone_action(action_id=action.pk, due_on=date(2027, 2, 1), by=led.mo, at=timezone.now())
        assert [part.actions for part in written_of(today).parts] == minutes_say == [(agreed,), ()]
    change = lena.post(write, {"then": f"change_action-{action.pk}"})["Location"]
    assert lena.get(change).status_code == 200
    taken = lena.post(lena.post(write, {"then": f"remove_action-{action.pk}"})["Location"])
    assert taken["Location"] == write
    assert agreed not in text_of(lena.get(write))
