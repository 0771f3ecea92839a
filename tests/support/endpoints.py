"""The matrix of endpoints: requests for support, referrals and messages."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
    OFFICER,
    OFFICERS,
    OFFICERS_AND_AUDITOR,
    STAFF,
    Endpoint,
    Record,
    Roles,
    form,
)


def request_form(roles: Roles) -> Endpoint:
    return Endpoint(roles, roles, {"pk": "support request"}, known_to=OFFICERS_AND_AUDITOR | LEADER)


GROUP_MESSAGE = {**COLLABORATION, "row": "group message"}


def own_draft(row: str) -> Endpoint:
    """A draft of the officer: to everybody else it does not exist."""
    return Endpoint(OFFICER, OFFICER, {"pk": row}, known_to=NO_ROLE)


def of_group(**rows: str) -> Endpoint:
    """The group's own: for who runs it, and for nobody of the team."""
    return Endpoint(LEADER, LEADER, {**COLLABORATION, **rows}, known_to=STAFF | GROUP_MEMBERS)


ENDPOINTS: Mapping[str, Endpoint] = {
    "support:referrals": Endpoint(OFFICERS_AND_AUDITOR),
    "support:refer": form(OFFICERS),
    "support:referral": Endpoint(OFFICERS_AND_AUDITOR, rows={"pk": "referral"}),
    "support:follow_up": form(OFFICERS, pk="referral"),
    "support:take_back_referral": form(OFFICERS, pk="referral"),
    "support:support": Endpoint(OFFICERS_AND_AUDITOR),
    "support:support_of": Endpoint(
        OFFICERS_AND_AUDITOR | LEADER, rows=COLLABORATION, known_to=STAFF | GROUP_MEMBERS
    ),
    "support:ask_support": Endpoint(LEADER, LEADER, COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    "support:support_request": Endpoint(
        OFFICERS_AND_AUDITOR | LEADER, rows={"pk": "support request"}, known_to=NO_ROLE
    ),
    "support:answer_support": request_form(OFFICERS),
    "support:cancel_support": request_form(OFFICERS),
    "support:finish_support": request_form(OFFICERS),
    "support:withdraw_support": request_form(LEADER),
    "support:messages": Endpoint(OFFICERS),
    "support:write_message": form(OFFICERS),
    "support:write_to_settings": form(OFFICERS),
    "support:message": Endpoint(OFFICERS, rows={"pk": "message"}),
    "support:write_again": Endpoint(None, OFFICERS, {"pk": "message"}),
    "support:change_message": own_draft("message draft"),
    "support:check_message": own_draft("message draft"),
    "support:message_file": Endpoint(OFFICERS, rows={"pk": "message file"}, known_to=NO_ROLE),
    "support:remove_message_template": Endpoint(None, OFFICER, {"pk": "message template"}, known_to=NO_ROLE),
    "support:group_messages": Endpoint(LEADER, rows=COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    "support:write_to_members": of_group(),
    "support:group_message": Endpoint(LEADER, rows=GROUP_MESSAGE, known_to=STAFF | GROUP_MEMBERS),
    "support:write_again_to_members": Endpoint(None, LEADER, GROUP_MESSAGE, known_to=STAFF | GROUP_MEMBERS),
    "support:change_group_message": of_group(row="group draft"),
    "support:check_group_message": of_group(row="group draft"),
    "support:move_to_district": form(OFFICERS),
}

RECORDS: Mapping[str, Record] = {
    "support_referral": Record("referral", OFFICERS_AND_AUDITOR, add=OFFICERS),
    "support_supportrequest": Record("support request", OFFICERS_AND_AUDITOR),
}
