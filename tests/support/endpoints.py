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
    "leadership:referrals": Endpoint(OFFICERS_AND_AUDITOR),
    "leadership:refer": form(OFFICERS),
    "leadership:referral": Endpoint(OFFICERS_AND_AUDITOR, rows={"pk": "referral"}),
    "leadership:follow_up": form(OFFICERS, pk="referral"),
    "leadership:take_back_referral": form(OFFICERS, pk="referral"),
    "leadership:support": Endpoint(OFFICERS_AND_AUDITOR),
    "leadership:support_of": Endpoint(
        OFFICERS_AND_AUDITOR | LEADER, rows=COLLABORATION, known_to=STAFF | GROUP_MEMBERS
    ),
    "leadership:ask_support": Endpoint(LEADER, LEADER, COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    "leadership:support_request": Endpoint(
        OFFICERS_AND_AUDITOR | LEADER, rows={"pk": "support request"}, known_to=NO_ROLE
    ),
    "leadership:answer_support": request_form(OFFICERS),
    "leadership:cancel_support": request_form(OFFICERS),
    "leadership:finish_support": request_form(OFFICERS),
    "leadership:withdraw_support": request_form(LEADER),
    "collaborations:messages": Endpoint(OFFICERS),
    "collaborations:write_message": form(OFFICERS),
    "collaborations:message": Endpoint(OFFICERS, rows={"pk": "message"}),
    "collaborations:move_to_district": form(OFFICERS),
}

RECORDS: Mapping[str, Record] = {
    "leadership_referral": Record("referral", OFFICERS_AND_AUDITOR),
    "leadership_supportrequest": Record("support request", OFFICERS_AND_AUDITOR),
}
