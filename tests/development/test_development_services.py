"""The development plan: its services, every refusal at its field,
two people who write at once, the audit log.
"""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction

from audit.models import Entry
from collaborations.models import Collaboration
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from development import selectors
from development.models import DevelopmentPlan, Objective, PlanAction
from development.services import actions, plans
from tests.concurrency import at_once
from tests.factories.development import PlanActionFactory, plan_with_action
from tests.staging import around_layers

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
DAYS = {"starts_on": date(2026, 9, 1), "ends_on": date(2027, 9, 1)}
WORDS = {"data_behind": "", "success_measure": ""}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@around_layers
def action(larkshire, led) -> PlanAction:
    with authority_scope(larkshire):
        yield plan_with_action(led.collaboration, led.lena, owner=led.acorns.provider)


def refusal(call, **facts) -> dict[str, list[str]]:
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        call(**facts)
    assert Entry.objects.count() == before
    return caught.value.message_dict


def sentences() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("sentence", flat=True))


def evaluated(plan, by, *, evaluation="It helped.", words="They wait for each other.") -> dict:
    objectives = dict.fromkeys(plan.objectives.order_by("pk").values_list("pk", flat=True), words)
    return {
        "plan": plan,
        "evaluation": evaluation,
        "objectives": objectives,
        "seen": selectors.edition_of_evaluation(plan),
        "by": by,
    }


def test_a_plan_from_its_beginning_to_its_end_and_what_the_audit_log_says(led, action):
    lena, objective = led.lena, action.objective
    plan = plans.begin_work_by_plan(plan=objective.plan, by=lena)
    actions.finish_action(action=action, done_on=NOW.date(), on=NOW.date(), by=lena)
    plan = plans.close_plan(**evaluated(plan, lena))
    assert (plan.state, plan.evaluation, Objective.objects.get().evaluation) == (
        "closed",
        "It helped.",
        "They wait for each other.",
    )
    assert sentences()[-7:] == [
        "began the development plan “Talk more, listen better” of Riverside",
        "wrote an objective of Riverside: Children talk more at meal times",
        "wrote an action of Riverside: Film a meal and watch it together",
        "moved the development plan “Talk more, listen better” of Riverside to “Current”",
        "recorded as done in Riverside: Film a meal and watch it together",
        "changed the development plan “Talk more, listen better” of Riverside",
        "moved the development plan “Talk more, listen better” of Riverside to “Closed”",
    ]


def test_what_is_pressed_twice_is_done_once(led, action):
    lena = led.lena
    before = Entry.objects.count()
    assert plan_with_action(led.collaboration, lena, owner=led.acorns.provider) == action
    assert Entry.objects.count() == before
    plan = action.objective.plan
    for _ in range(2):
        plans.begin_work_by_plan(plan=plan, by=lena)
        actions.finish_action(action=action, done_on=NOW.date(), on=NOW.date(), by=lena)
    assert Entry.objects.count() == before + 2
    given = evaluated(plan, lena)
    for _ in range(2):
        plans.close_plan(**given)
    assert Entry.objects.count() == before + 4


def test_a_group_works_by_one_plan_and_no_plan_begins_empty(led, action):
    plans.begin_work_by_plan(plan=action.objective.plan, by=led.lena)
    second = plans.start_development_plan(
        collaboration=led.collaboration, title="Next year", **DAYS, by=led.lena
    )
    said = " ".join(refusal(plans.begin_work_by_plan, plan=second, by=led.lena)["__all__"])
    assert "Add an objective first" in said
    assert "You work by “Talk more, listen better” now." in said
    visitor = Visitor(led.lena, NOW.date())
    visitor.looks_at(groups=[led.collaboration])
    assert selectors.plan_of_page(visitor, led.collaboration) == (action.objective.plan_id, 1, 0)
    assert list(selectors.plans_of(led.collaboration)) == [action.objective.plan, second]


def test_what_a_plan_and_its_dates_must_be(led, action):
    wrong = {"starts_on": date(2026, 9, 1), "ends_on": date(2026, 9, 1), "title": "Now", "by": led.lena}
    assert set(refusal(plans.start_development_plan, collaboration=led.collaboration, **wrong)) == {"ends_on"}
    seen = selectors.edition_of_plan(action.objective.plan)
    assert set(refusal(plans.change_development_plan, plan=action.objective.plan, seen=seen, **wrong)) == {
        "ends_on"
    }
    Collaboration.objects.update(state="closed", closed_on=NOW.date())
    said = refusal(
        plans.start_development_plan, collaboration=led.collaboration, title="Later", **DAYS, by=led.lena
    )
    assert "nothing more to plan" in said["__all__"][0]


def test_closing_asks_for_every_effect_and_a_closed_plan_stays(led, action):
    plan = plans.begin_work_by_plan(plan=action.objective.plan, by=led.lena)
    said = refusal(plans.close_plan, **evaluated(plan, led.lena, evaluation=" ", words=""))
    assert set(said) == {"evaluation", f"objective_{action.objective_id}"}
    given = evaluated(plan, led.lena)
    plans.close_plan(**given)
    assert "is closed" in refusal(plans.close_plan, **{**given, "evaluation": "Other words"})["__all__"][0]
    for call, facts in (
        (plans.add_objective, {"plan": plan, "aim": "More", **WORDS}),
        (plans.remove_objective, {"objective": action.objective}),
        (actions.remove_action, {"action": action}),
        (actions.finish_action, {"action": action, "done_on": NOW.date(), "on": NOW.date()}),
        (plans.move_objective, {"objective": action.objective, "up": True}),
    ):
        assert "This plan is closed." in refusal(call, **facts, by=led.lena)["__all__"][0]


def test_of_two_who_write_the_second_one_is_told_and_nothing_is_lost(led, action, amina):
    objective, seen = action.objective, selectors.edition_of_objective(action.objective)
    plans.change_objective(objective=objective, aim="Lena's words", **WORDS, seen=seen, by=led.lena)
    facts = {"objective": objective, "aim": "Amina's words", **WORDS, "by": amina}
    assert refusal(plans.change_objective, **facts, seen=seen)["seen"][0].startswith(
        "Lena Hartley has changed this while you were writing"
    )
    assert Objective.objects.get().aim == "Lena's words"
    plans.change_objective(**facts, seen=selectors.edition_of_objective(Objective.objects.get()))
    assert Objective.objects.get().aim == "Amina's words"
    mark = selectors.edition_of_action(action)
    given = {
        "action": action,
        "what": "Film it",
        "owner": None,
        "due_on": None,
        "cost_pence": 1,
        "done_on": None,
        "on": NOW.date(),
    }
    actions.change_action(**given, seen=mark, by=led.lena)
    assert (
        "Lena Hartley"
        in refusal(actions.change_action, **{**given, "cost_pence": 2}, seen=mark, by=amina)["seen"][0]
    )
    effect = evaluated(objective.plan, led.lena)
    plans.evaluate_plan(**effect)
    assert "seen" in refusal(plans.evaluate_plan, **{**effect, "evaluation": "Other words", "by": amina})


def test_what_is_removed_is_gone_and_writing_in_it_says_so(led, action):
    objective, seen = action.objective, selectors.edition_of_objective(action.objective)
    for _ in range(2):
        actions.remove_action(action=action, by=led.lena)
    facts = {
        "action": action,
        "what": "x",
        "owner": None,
        "due_on": None,
        "cost_pence": 0,
        "done_on": None,
        "seen": "",
        "by": led.lena,
        "on": NOW.date(),
    }
    assert "has removed this" in refusal(actions.change_action, **facts)["__all__"][0]
    for _ in range(2):
        plans.remove_objective(objective=objective, by=led.lena)
    assert sentences()[-2:] == [
        "removed an action of Riverside: Film a meal and watch it together",
        "removed an objective of Riverside: Children talk more at meal times",
    ]
    assert (
        "has removed this"
        in refusal(plans.change_objective, objective=objective, aim="x", **WORDS, seen=seen, by=led.lena)[
            "__all__"
        ][0]
    )


def test_objectives_go_up_and_down(led, action):
    plan = action.objective.plan
    for aim in ("Second", "Third"):
        plans.add_objective(plan=plan, aim=aim, **WORDS, by=led.lena)

    def moved(aim: str, *, up: bool) -> list[str]:
        plans.move_objective(objective=Objective.objects.get(aim=aim), up=up, by=led.lena)
        return [one.aim.split()[0] for one in selectors.objectives_of(plan)]

    assert moved("Third", up=True) == ["Children", "Third", "Second"]
    assert moved("Third", up=True) == ["Third", "Children", "Second"]
    before = Entry.objects.count()
    assert moved("Third", up=True) == ["Third", "Children", "Second"]
    assert moved("Second", up=False) == ["Third", "Children", "Second"]
    assert Entry.objects.count() == before


def test_who_does_an_action_is_a_member_and_stays_named_after_leaving(led, action, elsewhere):
    stranger = elsewhere.memberships.get().provider
    given = {"what": "Visit", "due_on": None, "cost_pence": 0, "by": led.lena, "on": NOW.date()}
    assert set(refusal(actions.add_action, objective=action.objective, owner=stranger, **given)) == {"owner"}
    assert (
        actions.add_action(objective=action.objective, owner=led.bluebells.provider, **given).owner
        == led.bluebells.provider
    )
    led.acorns.left_on = date(2026, 11, 1)
    led.acorns.save()
    kept = {**given, "action": action, "done_on": None, "seen": selectors.edition_of_action(action)}
    assert actions.change_action(**kept, owner=led.acorns.provider).what == "Visit"
    kept["seen"] = selectors.edition_of_action(PlanAction.objects.get(pk=action.pk))
    assert set(refusal(actions.change_action, **{**kept, "done_on": date(2026, 11, 22)}, owner=None)) == {
        "done_on"
    }
    tomorrow = {"action": action, "done_on": date(2026, 11, 22), "on": NOW.date(), "by": led.lena}
    assert set(refusal(actions.finish_action, **tomorrow)) == {"done_on"}


def test_the_plan_costs_what_its_actions_cost_to_the_penny(led, action):
    for pence in (1, 1999, 10_000_000):
        PlanActionFactory(objective=action.objective, cost_pence=pence)
    plan = selectors.plans_of(led.collaboration).get()
    assert (plan.cost, plan.objectives_count, plan.actions_count, plan.actions_done) == (10_003_250, 1, 4, 0)
    assert [one.cost for one in selectors.objectives_of(plan)] == [10_003_250]
    assert selectors.actions_late(led.collaboration, on=date(2027, 3, 1)) == 0
    plans.begin_work_by_plan(plan=plan, by=led.lena)
    assert selectors.actions_late(led.collaboration, on=date(2027, 3, 1)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_start_working_by_two_plans_at_once(larkshire, led, amina):
    with authority_scope(larkshire):
        drafts = [
            plans.start_development_plan(collaboration=led.collaboration, title=title, **DAYS, by=amina)
            for title in ("A", "B")
        ]
        for draft in drafts:
            plans.add_objective(plan=draft, aim="Talk", **WORDS, by=amina)
    said = at_once(
        larkshire, [lambda draft=draft: plans.begin_work_by_plan(plan=draft, by=amina) for draft in drafts]
    )
    assert said[1] == "done"
    assert "Close" in said[0]
    with authority_scope(larkshire):
        assert DevelopmentPlan.objects.filter(state="current").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_write_one_objective_at_once(larkshire, led, amina):
    with authority_scope(larkshire):
        objective = plan_with_action(led.collaboration, amina).objective
        seen = selectors.edition_of_objective(objective)
    facts = {"objective": objective, **WORDS, "seen": seen}
    deeds = [
        lambda by=by: plans.change_objective(aim=f"Words of {by}", **facts, by=by) for by in (amina, led.lena)
    ]
    said = at_once(larkshire, deeds)
    assert said[1] == "done"
    assert "while you were writing" in said[0]
