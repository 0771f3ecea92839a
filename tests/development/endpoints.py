"""The matrix of endpoints: development plans, written by the leader and officers, read by the group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import COLLABORATION, STAFF, Endpoint, Record, group_form, group_page

PLAN = {**COLLABORATION, "row": "development plan"}

ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:all_development_plans": Endpoint(STAFF),
    "collaborations:development_plans": group_page(**COLLABORATION),
    "collaborations:start_development_plan": group_form(**COLLABORATION),
    "collaborations:development_plan": group_page(**PLAN),
    "collaborations:print_development_plan": group_page(**PLAN),
    "collaborations:change_development_plan": group_form(**PLAN),
    "collaborations:begin_work_by_plan": group_form(**PLAN),
    "collaborations:evaluate_plan": group_form(**PLAN),
    "collaborations:close_development_plan": group_form(**PLAN),
    "collaborations:add_objective": group_form(**PLAN),
    "collaborations:change_objective": group_form(**PLAN, objective="objective"),
    "collaborations:move_objective": replace(
        group_form(**PLAN, objective="objective"), get=None, words={"way": "up"}
    ),
    "collaborations:remove_objective": group_form(**PLAN, objective="objective"),
    "collaborations:add_plan_action": group_form(**PLAN, objective="objective"),
    "collaborations:change_plan_action": group_form(**PLAN, action="plan action"),
    "collaborations:finish_plan_action": group_form(**PLAN, action="plan action"),
    "collaborations:remove_plan_action": group_form(**PLAN, action="plan action"),
}

RECORDS: Mapping[str, Record] = {
    "collaborations_developmentplan": Record("development plan", STAFF),
    "collaborations_review": Record("review", STAFF),
}
