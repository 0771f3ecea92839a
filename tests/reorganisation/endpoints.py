"""The matrix of endpoints: dividing and merging (C4), and a change of legal entity (O2)."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import COLLABORATION, OFFICERS, Endpoint, form

ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:plans": Endpoint(OFFICERS),
    "collaborations:start_merger": form(OFFICERS),
    "collaborations:start_division": form(OFFICERS, **COLLABORATION),
    "collaborations:plan": Endpoint(OFFICERS, rows={"pk": "plan"}),
    "collaborations:plan_successors": form(OFFICERS, pk="plan"),
    "collaborations:change_successor": form(OFFICERS, pk="plan", row="planned successor"),
    "collaborations:remove_successor": form(OFFICERS, pk="plan", row="planned successor"),
    "collaborations:plan_places": form(OFFICERS, pk="plan"),
    "collaborations:plan_leaders": form(OFFICERS, pk="plan"),
    "collaborations:remove_planned_leader": form(OFFICERS, pk="plan", row="planned leader"),
    "collaborations:plan_terms": form(OFFICERS, pk="plan"),
    "collaborations:agree_plan": form(OFFICERS, pk="plan"),
    "collaborations:preview_plan": Endpoint(OFFICERS, rows={"pk": "plan"}),
    "collaborations:carry_out_plan": form(OFFICERS, pk="plan"),
    "collaborations:abandon_plan": form(OFFICERS, pk="plan"),
    "collaborations:move_to_successor": form(OFFICERS, link="link"),
}
