"""The matrix of endpoints: the scheme of a year, written by the manager, read by whom it concerns."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    EVERY_ROLE,
    GROUP_MEMBERS,
    LEADER,
    MANAGER,
    OFFICERS_AND_AUDITOR,
    STAFF,
    Endpoint,
    Record,
    form,
    group_page,
)

SEE_MONEY = OFFICERS_AND_AUDITOR | {"finance"}
SCHEME = {"scheme": "scheme"}
ASKED = {"scheme": "asked scheme"}
PERIOD = {**SCHEME, "row": "scheme period"}
COMPONENT = {**SCHEME, "row": "scheme component"}
CRITERION = {**SCHEME, "row": "scheme criterion"}
FINANCE = frozenset({"finance"})
APPROVERS = FINANCE | MANAGER
RUN = {"run": "run"}
REVIEWED = {"run": "reviewed run"}
RUN_CLAIM = {**RUN, "claim": "run claim"}

ENDPOINTS: Mapping[str, Endpoint] = {
    "supplement:how": Endpoint(EVERY_ROLE),
    "supplement:of_group": group_page(**COLLABORATION),
    "supplement:answer": Endpoint(LEADER, LEADER, {**COLLABORATION, **ASKED}, known_to=STAFF | GROUP_MEMBERS),
    "supplement:group_working": group_page(**COLLABORATION, run="approved run"),
    "supplement:runs": Endpoint(SEE_MONEY),
    "supplement:start_run": form(FINANCE),
    "supplement:run": Endpoint(SEE_MONEY, rows=RUN),
    "supplement:calculate_run": form(FINANCE, **RUN),
    "supplement:review_run": form(FINANCE, **RUN),
    "supplement:approve_run": form(APPROVERS, **REVIEWED),
    "supplement:send_back": form(APPROVERS, **REVIEWED),
    "supplement:cancel_run": form(FINANCE, **RUN),
    "supplement:run_again": Endpoint(SEE_MONEY, SEE_MONEY, RUN),
    "supplement:run_claims": Endpoint(SEE_MONEY, rows=RUN),
    "supplement:run_working": Endpoint(SEE_MONEY, rows=RUN_CLAIM),
    "supplement:look_at": form(FINANCE, **RUN_CLAIM),
    "supplement:schemes": Endpoint(SEE_MONEY),
    "supplement:begin": form(MANAGER),
    "supplement:compare": Endpoint(SEE_MONEY),
    "supplement:scheme": Endpoint(SEE_MONEY, rows=SCHEME),
    "supplement:about": form(MANAGER, **SCHEME),
    "supplement:limits": form(MANAGER, **SCHEME),
    "supplement:joining": form(MANAGER, **SCHEME),
    "supplement:discard": form(MANAGER, **SCHEME),
    "supplement:approve": form(MANAGER, **ASKED),
    "supplement:add_period": form(MANAGER, **SCHEME),
    "supplement:period": form(MANAGER, **PERIOD),
    "supplement:remove_period": form(MANAGER, **PERIOD),
    "supplement:add_component": form(MANAGER, **SCHEME),
    "supplement:component": form(MANAGER, **COMPONENT),
    "supplement:remove_component": form(MANAGER, **COMPONENT),
    "supplement:add_criterion": form(MANAGER, **SCHEME),
    "supplement:criterion": form(MANAGER, **CRITERION),
    "supplement:remove_criterion": form(MANAGER, **CRITERION),
    "supplement:consultation": Endpoint(SEE_MONEY, rows=ASKED),
    "supplement:simulation": Endpoint(SEE_MONEY, MANAGER, SCHEME),
    "supplement:ask": form(MANAGER, **SCHEME),
    "supplement:outcome": form(MANAGER, **ASKED),
}

RECORDS: Mapping[str, Record] = {
    "supplement_scheme": Record("scheme", SEE_MONEY, add=MANAGER),
    "supplement_schemeconsultation": Record("consultation", SEE_MONEY),
}
