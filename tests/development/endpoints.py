"""The matrix of endpoints: development plans, written by the leader and officers, read by the group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import COLLABORATION, STAFF, Endpoint, Record, group_form, group_page

PLAN = {**COLLABORATION, "row": "development plan"}

ENDPOINTS: Mapping[str, Endpoint] = {
    "development:all_development_plans": Endpoint(STAFF),
    "development:development_plans": group_page(**COLLABORATION),
    "development:all_plans_of_group": group_page(**COLLABORATION),
    "development:start_development_plan": group_form(**COLLABORATION),
    "development:development_plan": group_page(**PLAN),
    "development:print_development_plan": group_page(**PLAN),
    "development:development_plan_pdf": group_page(**PLAN),
    "development:change_development_plan": group_form(**PLAN),
    "development:begin_work_by_plan": group_form(**PLAN),
    "development:evaluate_plan": group_form(**PLAN),
    "development:close_development_plan": group_form(**PLAN),
    "development:add_objective": group_form(**PLAN),
    "development:change_objective": group_form(**PLAN, objective="objective"),
    "development:move_objective": replace(
        group_form(**PLAN, objective="objective"), get=None, words={"way": "up"}
    ),
    "development:remove_objective": group_form(**PLAN, objective="objective"),
    "development:add_plan_action": group_form(**PLAN, objective="objective"),
    "development:change_plan_action": group_form(**PLAN, action="plan action"),
    # who does it says so too: in the stage a setting of the leader's
    "development:finish_plan_action": group_form(**PLAN, action="plan action"),
    "development:postpone_plan_action": group_form(**PLAN, action="plan action"),
    "development:remove_plan_action": group_form(**PLAN, action="plan action"),
}

RECORDS: Mapping[str, Record] = {
    "development_developmentplan": Record("development plan", STAFF),
}
