"""The matrix of endpoints: dividing and merging (C4), and a change of legal entity (O2)."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import COLLABORATION, OFFICERS, Endpoint, form

ENDPOINTS: Mapping[str, Endpoint] = {
    "reorganisation:plans": Endpoint(OFFICERS),
    "reorganisation:start_merger": form(OFFICERS),
    "reorganisation:start_division": form(OFFICERS, **COLLABORATION),
    "reorganisation:plan": Endpoint(OFFICERS, rows={"pk": "plan"}),
    "reorganisation:plan_successors": form(OFFICERS, pk="plan"),
    "reorganisation:change_successor": form(OFFICERS, pk="plan", row="planned successor"),
    "reorganisation:remove_successor": form(OFFICERS, pk="plan", row="planned successor"),
    "reorganisation:plan_places": form(OFFICERS, pk="plan"),
    "reorganisation:plan_leaders": form(OFFICERS, pk="plan"),
    "reorganisation:remove_planned_leader": form(OFFICERS, pk="plan", row="planned leader"),
    "reorganisation:plan_terms": form(OFFICERS, pk="plan"),
    "reorganisation:agree_plan": form(OFFICERS, pk="plan"),
    "reorganisation:preview_plan": Endpoint(OFFICERS, rows={"pk": "plan"}),
    "reorganisation:carry_out_plan": form(OFFICERS, pk="plan"),
    "reorganisation:abandon_plan": form(OFFICERS, pk="plan"),
    "reorganisation:move_to_successor": form(OFFICERS, link="link"),
}
