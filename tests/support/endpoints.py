"""The matrix of endpoints: requests for support, referrals and messages."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
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
    "support:message": Endpoint(OFFICERS, rows={"pk": "message"}),
    "support:move_to_district": form(OFFICERS),
}

RECORDS: Mapping[str, Record] = {
    "support_referral": Record("referral", OFFICERS_AND_AUDITOR, add=OFFICERS),
    "support_supportrequest": Record("support request", OFFICERS_AND_AUDITOR),
}
