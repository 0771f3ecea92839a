"""An action is done by a setting and perhaps by a person there: who hears of it, who says how far it is."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from core.scoping import authority_scope
from development.models import PlanAction
from development.selectors import edition_of_action, own_actions
from development.services import actions, plans
from documents.models import StoredFile
from tests.factories.development import PlanActionFactory, plan_with_action
from tests.staging import staged

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(datetime(2026, 11, 21, 10, tzinfo=UTC), tick=False):
        yield


@staged
def mos_action(larkshire, led) -> PlanAction:
    """For Bluebells, which Mo manages, in the plan by which the group works."""
    with authority_scope(larkshire):
        made = plan_with_action(led.collaboration, led.lena, owner=led.bluebells.provider)
        plans.begin_work_by_plan(plan=made.objective.plan, by=led.lena)
        return PlanAction.objects.select_related("objective__plan").get(pk=made.pk)


def address(action: PlanAction, rest: str = "") -> str:
    plan = action.objective.plan
    return f"/larkshire/collaborations/{plan.collaboration_id}/development/{rest}"


def page_of(action: PlanAction, rest: str) -> str:
    return address(action, f"{action.objective.plan_id}/actions/{action.pk}/{rest}/")


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(value, part)) for part in ("day", "month", "year")}


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_who_does_an_action_says_by_one_tap_that_it_is_done_and_the_leader_reads_it(
    browse, larkshire, led, mos_action, sam, otto, fred
):
    shown = text(browse(led.mo).get(address(mos_action)))
    assert "For you to do" in shown
    assert page_of(mos_action, "done") in shown
    done = browse(led.mo).post(page_of(mos_action, "done"), day("done_on", TODAY))
    assert done.status_code == 302
    assert done.headers["Location"] == f"{address(mos_action)}#objective-{mos_action.objective_id}"
    with authority_scope(larkshire):
        assert PlanAction.objects.get().done_on == TODAY
        assert Entry.objects.filter(action="plan_action_done", by_name="Mo Siddiqui").count() == 1
    assert "For you to do" not in text(browse(led.mo).get(address(mos_action)))


def test_a_word_goes_with_it_and_is_taken_back_with_the_day(browse, larkshire, led, mos_action):
    given = {**day("done_on", TODAY), "words": "Two meals filmed; the children laughed."}
    browse(led.mo).post(page_of(mos_action, "done"), given)
    assert "Two meals filmed" in text(browse(led.lena).get(address(mos_action)))
    with authority_scope(larkshire):
        row = PlanAction.objects.get()
        facts = {"what": row.what, "owner": row.owner, "due_on": row.due_on, "cost_pence": row.cost_pence}
        taken = actions.change_action(
            action=row, **facts, done_on=None, seen=edition_of_action(row), by=led.lena, on=TODAY
        )
        assert (taken.done_on, taken.done_words) == (None, "")


@pytest.mark.parametrize("rest", ["done", "new-day"])
def test_whoever_does_not_do_it_may_not_say_so(browse, led, mos_action, rest, sam, otto, fred):
    given = {**day("done_on", TODAY), **day("due_on", TODAY)}
    for person, status in ((led.cara, 403), (fred, 403), (sam, 404), (otto, 404)):
        assert browse(person).get(page_of(mos_action, rest)).status_code == status
        assert browse(person).post(page_of(mos_action, rest), given).status_code == status
    for person in (led.lena, led.mo):
        assert browse(person).get(page_of(mos_action, rest)).status_code == 200


def test_not_yet_is_a_new_day(browse, larkshire, led, mos_action):
    late = browse(led.mo).post(page_of(mos_action, "new-day"), day("due_on", date(2026, 11, 20)))
    assert "due_on" in late.context["form"].errors
    browse(led.mo).post(page_of(mos_action, "new-day"), day("due_on", date(2027, 3, 1)))
    assert "1 Mar 2027" in text(browse(led.lena).get(address(mos_action)))
    with authority_scope(larkshire):
        sentence = Entry.objects.get(action="plan_action_postponed").sentence
        assert "gave an action of Riverside a new day, 1 March 2027" in sentence
        row = PlanAction.objects.get()
        with pytest.raises(ValidationError, match="today or in the future"):
            actions.postpone_action(action=row, due_on=date(2026, 11, 20), on=TODAY, by=led.mo)
        actions.finish_action(action=row, done_on=TODAY, on=TODAY, by=led.mo)
        with pytest.raises(ValidationError, match="recorded as done meanwhile"):
            actions.postpone_action(action=row, due_on=date(2027, 4, 1), on=TODAY, by=led.mo)


def test_a_person_can_be_named_who_works_there_and_loses_it_with_the_setting(larkshire, led, mos_action):
    with authority_scope(larkshire):
        row, objective = mos_action, mos_action.objective
        facts = {"what": "Buy books", "due_on": None, "cost_pence": 0, "by": led.lena, "on": TODAY}
        with pytest.raises(ValidationError, match="Lena Hartley does not work at Bluebells"):
            actions.add_action(objective=objective, owner=row.owner, person=led.lena, **facts)
        with pytest.raises(ValidationError, match="Choose the setting"):
            actions.add_action(objective=objective, owner=None, person=led.lena, **facts)
        named = actions.add_action(objective=objective, owner=row.owner, person=led.mo, **facts)
        assert named in own_actions(led.mo, on=TODAY)
        assert named not in own_actions(led.lena, on=TODAY)
        # once somebody works there no more, the name alone gives nothing
        PlanAction.objects.filter(pk=named.pk).update(person=led.lena)
        assert named not in own_actions(led.lena, on=TODAY)


def test_the_tab_takes_the_same_queries_for_one_action_and_for_many(browse, larkshire, led, mos_action):
    client = browse(led.mo)
    client.get(address(mos_action))
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(address(mos_action))
    with authority_scope(larkshire):
        for _ in range(6):
            PlanActionFactory(objective=mos_action.objective, owner=led.bluebells.provider, person=led.mo)
    with CaptureQueriesContext(connection) as many:
        client.get(address(mos_action))
    assert len(many) == len(one) == TAB_QUERIES


TAB_QUERIES = 15


def test_home_offers_the_tap_to_the_manager_and_to_whoever_is_named(browse, larkshire, led, mos_action, sam):
    assert page_of(mos_action, "done") in text(browse(led.mo).get("/larkshire/"))
    for other in (led.cara, sam):
        assert mos_action.what not in text(browse(other).get("/larkshire/"))


def test_the_plan_as_a_pdf_is_made_once_for_the_same_words(browse, larkshire, led, mos_action, sam):
    page = address(mos_action, f"{mos_action.objective.plan_id}/pdf/")
    for person in (led.mo, led.lena):
        response = browse(person).get(page)
        assert response["Content-Type"] == "application/pdf"
        assert b"".join(response.streaming_content).startswith(b"%PDF-")
    with authority_scope(larkshire):
        assert StoredFile.objects.filter(purpose="development_plan").count() == 1
    assert browse(sam).get(page).status_code == 404
