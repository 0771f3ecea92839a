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
CLAIM = {**COLLABORATION, "claim": "claim"}


def leaders(**rows: str) -> Endpoint:
    """A leader's form. Whoever else reads the group is told that it is the leader's."""
    return Endpoint(LEADER, LEADER, {**COLLABORATION, **rows}, known_to=STAFF | GROUP_MEMBERS)


ENDPOINTS: Mapping[str, Endpoint] = {
    "supplement:how": Endpoint(EVERY_ROLE),
    "supplement:of_group": group_page(**COLLABORATION),
    "supplement:answer": leaders(**ASKED),
    "supplement:begin_claim": leaders(period="claim period"),
    "supplement:claim": group_page(**CLAIM),
    "supplement:ask_for_numbers": leaders(claim="claim"),
    "supplement:send_claim": leaders(claim="claim"),
    "supplement:answer_question": leaders(claim="claim with question"),
    "supplement:withdraw_claim": leaders(claim="claim"),
    "supplement:appeal_claim": leaders(claim="assessed claim"),
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
