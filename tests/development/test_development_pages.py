"""Development plans through the endpoints: who reads, who writes,
lists, exports, two editors, pounds and pence.
"""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from development.models import DevelopmentPlan, Objective, PlanAction
from development.services import plans
from tests.factories.development import (
    DevelopmentPlanFactory,
    ObjectiveFactory,
    PlanActionFactory,
    plan_with_action,
)
from tests.factories.providers import DistrictFactory
from tests.staging import staged

TOP = "/larkshire/collaborations/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(datetime(2026, 11, 21, 10, tzinfo=UTC), tick=False):
        yield


@staged
def action(larkshire, led) -> PlanAction:
    with authority_scope(larkshire):
        made = plan_with_action(led.collaboration, led.lena, owner=led.acorns.provider)
        return PlanAction.objects.select_related("objective__plan").get(pk=made.pk)


def page_of(action, rest: str = "") -> str:
    plan = action.objective.plan
    return f"{TOP}{plan.collaboration_id}/development/{plan.pk}/{rest}"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def day(name: str, value: date | None) -> dict[str, str]:
    parts = ("day", "month", "year")
    return {f"{name}_{part}": str(getattr(value, part)) if value else "" for part in parts}


def seen_in(response) -> str:
    found = re.search(r'name="seen" value="(\w+)"', response.content.decode())
    assert found
    return found[1]


def test_the_group_reads_its_plan_and_only_who_runs_it_is_offered_to_write(
    browse, led, action, amina, fred, sam, otto, elsewhere
):
    for person, writes in ((led.lena, True), (led.mo, False), (amina, True), (fred, False)):
        response = browse(person).get(page_of(action))
        assert response.status_code == 200
        for words in (
            "Children talk more at meal times",
            "Nine of twenty children",
            "Acorns",
            "£12.50",
            "1 Feb 2027",
            "0 of 1",
        ):
            assert words in text(response)
        assert ("Add an objective" in text(response)) is writes
    for stranger in (sam, otto):
        assert browse(stranger).get(page_of(action)).status_code == 404
    assert browse(led.mo).get(page_of(action, "objectives/add/")).status_code == 403


def test_from_an_empty_list_to_a_closed_plan(browse, larkshire, led):
    client, top = browse(led.lena), f"{TOP}{led.collaboration.pk}/development/"
    assert "There is no development plan yet." in text(client.get(top))
    given = {
        "title": "Talk more",
        **day("starts_on", date(2026, 9, 1)),
        **day("ends_on", date(2027, 9, 1)),
        "seen": "",
    }
    plan_page = client.post(f"{top}start/", given).headers["Location"]
    words = {"aim": "Children talk more", "data_behind": "", "success_measure": "", "seen": ""}
    client.post(f"{plan_page}objectives/add/", words)
    with authority_scope(larkshire):
        objective = Objective.objects.get()
    facts = {
        "what": "Film a meal",
        "owner": str(led.bluebells.provider_id),
        "cost_pence": "1,250.05",
        **day("due_on", None),
        "seen": "",
    }
    client.post(f"{plan_page}objectives/{objective.pk}/actions/add/", facts)
    client.post(f"{plan_page}begin/")
    shown = text(client.get(plan_page))
    assert "£1,250.05" in shown
    assert "Bluebells" in shown
    effect = {
        f"objective_{objective.pk}": "They ask more questions.",
        "evaluation": "",
        "seen": seen_in(client.get(f"{plan_page}close/")),
    }
    said = client.post(f"{plan_page}close/", effect)
    assert "Say what the plan as a whole changed for teaching and learning." in text(said)
    assert "They ask more questions." in text(said)
    assert (
        client.post(f"{plan_page}close/", {**effect, "evaluation": "Mealtimes are calmer."}).status_code
        == 302
    )
    shown = text(client.get(plan_page))
    assert "Closed" in shown
    assert "Mealtimes are calmer." in shown
    assert "Add an objective" not in shown
    assert "Mealtimes are calmer." in text(client.get(f"{plan_page}print/"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("12.505", "Enter the cost in pounds and pence"), ("1000001", "Enter £1,000,000 or less")],
)
def test_a_cost_that_is_none_is_said_at_its_field(browse, led, action, typed, said):
    facts = {"what": "Film", "owner": "", "cost_pence": typed, **day("due_on", None), "seen": ""}
    response = browse(led.lena).post(page_of(action, f"objectives/{action.objective_id}/actions/add/"), facts)
    assert said in response.context["form"].errors["cost_pence"][0]
    assert f'value="{typed}"' in text(response)


def test_the_second_of_two_editors_sees_both_texts_and_may_bring_them_together(
    browse, larkshire, led, action, amina
):
    address = page_of(action, f"objectives/{action.objective_id}/change/")
    first, second = browse(led.lena), browse(amina)
    seen = seen_in(second.get(address))
    words = {"data_behind": "", "success_measure": "", "seen": seen}
    assert first.post(address, {**words, "aim": "Lena's words"}).status_code == 302
    said = second.post(address, {**words, "aim": "Amina's words"})
    for shown in (
        "Lena Hartley has changed this while you were writing",
        "What it says now",
        "Lena&#x27;s words",
        "Amina&#x27;s words",
    ):
        assert shown in text(said)
    assert seen_in(said) != seen
    assert second.post(address, {**words, "aim": "Both", "seen": seen_in(said)}).status_code == 302
    with authority_scope(larkshire):
        assert Objective.objects.get().aim == "Both"


def test_an_action_is_done_by_mistake_and_that_is_taken_back(browse, larkshire, led, action):
    client, address = browse(led.lena), page_of(action, f"actions/{action.pk}/")
    client.post(f"{address}done/", day("done_on", date(2026, 11, 20)))
    assert "1 of 1" in text(client.get(page_of(action)))
    form = client.get(f"{address}change/")
    assert 'value="12.50"' in text(form)
    facts = {
        "what": action.what,
        "owner": str(led.acorns.provider_id),
        "cost_pence": "12.50",
        "seen": seen_in(form),
    }
    client.post(f"{address}change/", {**facts, **day("due_on", action.due_on), **day("done_on", None)})
    with authority_scope(larkshire):
        assert PlanAction.objects.get().done_on is None


def test_the_order_changes_by_buttons_and_removing_asks_first(browse, larkshire, led, action):
    with authority_scope(larkshire):
        second = ObjectiveFactory(plan=action.objective.plan, aim="Outdoor play", position=1)
    client = browse(led.lena)
    assert client.get(page_of(action, f"objectives/{second.pk}/move/up/")).status_code == 405
    client.post(page_of(action, f"objectives/{second.pk}/move/up/"))
    shown = text(client.get(page_of(action)))
    assert shown.index("1. Outdoor play") < shown.index("2. Children talk more")
    asked = client.get(page_of(action, f"objectives/{action.objective_id}/remove/"))
    assert "It goes with its actions (1). This cannot be undone." in text(asked)
    client.post(page_of(action, f"actions/{action.pk}/remove/"))
    client.post(page_of(action, f"objectives/{action.objective_id}/remove/"))
    with authority_scope(larkshire):
        assert [one.aim for one in Objective.objects.all()] == ["Outdoor play"]


def test_what_is_of_another_plan_or_group_is_not_there(browse, larkshire, led, action, amina):
    with authority_scope(larkshire):
        other = PlanActionFactory()
    client = browse(amina)
    for rest in (
        f"objectives/{other.objective_id}/change/",
        f"actions/{other.pk}/change/",
        f"actions/{other.pk}/done/",
    ):
        assert client.get(page_of(action, rest)).status_code == 404
    assert (
        client.get(f"{TOP}{led.collaboration.pk}/development/{other.objective.plan_id}/").status_code == 404
    )


# --- lists and exports --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Riverside", "Woodside"}),
        ("state=draft", {"Woodside"}),
        ("state=current", {"Riverside"}),
        ("q=wood", {"Woodside"}),
        ("district=none", {"Riverside"}),
        ("sort=-cost", {"Riverside", "Woodside"}),
    ],
)
def test_officers_list_and_export_the_plans_of_all_groups(
    browse, larkshire, led, action, amina, query, shown
):
    with authority_scope(larkshire):
        plans.begin_work_by_plan(plan=action.objective.plan, by=led.lena)
        DevelopmentPlanFactory(
            collaboration__name="Woodside", collaboration__district=DistrictFactory(name="North")
        )
    response = browse(amina).get(f"{TOP}development-plans/?{query}")
    found = str(response.context["rows"])
    assert {name for name in ("Riverside", "Woodside") if name in found} == shown
    if "sort" in query:
        assert found.index("Riverside") < found.index("Woodside")
    export = find_export("development_plans")
    with authority_scope(larkshire):
        kept = export.clean_filters(dict([query.split("=")]) if query else {})
        made = list(export.rows(kept, by=amina))
        assert export.count(kept, by=amina) == len(made)
    assert {row[0] for row in made} == shown
    assert all(row[9] == (1250 if row[0] == "Riverside" else 0) for row in made)


def test_the_export_of_one_group_and_who_may_have_it(browse, larkshire, led, action, amina, fred):
    export = find_export("development_plans")
    with authority_scope(larkshire):
        DevelopmentPlanFactory(collaboration__name="Woodside")
        kept = export.clean_filters({"collaboration": str(led.collaboration.pk)})
        assert [row[0] for row in export.rows(kept, by=amina)] == ["Riverside"]
        assert export.filters_in_words(kept) == [("Collaboration", "Riverside")]
        with pytest.raises(WrongFilters):
            export.clean_filters({"collaboration": "999999"})
        with pytest.raises(WrongFilters):
            export.clean_filters({"state": "lost"})
        assert export.may_run(fred, {})
        assert not export.may_run(led.lena, {})
    top = f"{TOP}{led.collaboration.pk}/development/all/"
    assert f"export/development_plans/?collaboration={led.collaboration.pk}" in text(
        browse(amina).get(top)
    ).replace("exports/", "export/")
    assert "Export this list" not in text(browse(led.lena).get(top))


def test_the_lists_and_the_page_ask_as_many_questions_for_thirty_as_for_one(
    browse, larkshire, led, action, amina
):
    client = browse(amina)
    addresses = [
        f"{TOP}development-plans/",
        f"{TOP}{led.collaboration.pk}/development/",
        page_of(action),
        page_of(action, "print/"),
    ]

    def asked() -> list[int]:
        numbers = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            numbers.append(len(queries))
        return numbers

    asked()
    before = asked()
    with authority_scope(larkshire):
        DevelopmentPlanFactory.create_batch(
            29, collaboration=Collaboration.objects.get(pk=led.collaboration.pk)
        )
        for _ in range(10):
            PlanActionFactory.create_batch(
                3, objective=ObjectiveFactory(plan=action.objective.plan), owner=led.bluebells.provider
            )
    assert asked() == before


def test_officers_see_plans_in_the_browser_admin_and_change_nothing(browse, larkshire, led, action, amina):
    client = browse(amina)
    shown = text(client.get("/larkshire/admin/development/developmentplan/"))
    assert "Talk more, listen better" in shown
    assert "£12.50" in shown
    with authority_scope(larkshire):
        number = DevelopmentPlan.objects.get().pk
    page = client.get(f"/larkshire/admin/development/developmentplan/{number}/change/")
    assert page.status_code == 200
    assert 'name="_save"' not in text(page)
