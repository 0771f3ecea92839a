"""The matrix of endpoints: the list, the map and the life of a collaboration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
    OFFICERS,
    OFFICERS_AND_LEADER,
    STAFF,
    Endpoint,
    Record,
    form,
    group_form,
    group_page,
    link_form,
)

FIRST = {**COLLABORATION, "meeting": "first meeting"}

ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:list": Endpoint(STAFF),
    "collaborations:map": Endpoint(STAFF),
    "collaborations:load_outlines": form(OFFICERS),
    "collaborations:remove_outlines": form(OFFICERS),
    "collaborations:settings_without": Endpoint(STAFF),
    "collaborations:start": form(OFFICERS),
    "collaborations:choose": Endpoint(OFFICERS, words={"job": "add-member"}),
    "collaborations:change": form(OFFICERS, **COLLABORATION),
    "collaborations:detail": group_page(**COLLABORATION),
    "collaborations:life": Endpoint(STAFF | LEADER, rows=COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    "collaborations:life_before": Endpoint(
        STAFF | LEADER, rows=COLLABORATION, known_to=STAFF | GROUP_MEMBERS
    ),
    "collaborations:move": Endpoint(
        OFFICERS_AND_LEADER,
        OFFICERS_AND_LEADER,
        COLLABORATION,
        words={"to": "under_review"},
        known_to=STAFF | GROUP_MEMBERS,
    ),
    "collaborations:close": form(OFFICERS, **COLLABORATION),
    "collaborations:first_meeting": form(OFFICERS, **COLLABORATION),
    "collaborations:record_terms": form(OFFICERS, **COLLABORATION),
    "collaborations:arrange_first": group_form(**COLLABORATION),
    "collaborations:invited_to_first": replace(group_form(**FIRST), post=None),
    "collaborations:invite_to_first": group_form(**FIRST),
    "collaborations:find_to_invite": replace(group_form(**FIRST), post=None),
    "collaborations:remind_invited": group_form(**FIRST),
    "collaborations:needs_at_first": replace(group_form(**FIRST), post=None),
    "collaborations:answer_invited": Endpoint(
        OFFICERS | LEADER, OFFICERS | LEADER, {**FIRST, "invited": "first invited"}, known_to=NO_ROLE
    ),
    "collaborations:withdraw_invited": group_form(**FIRST, invited="first invited"),
    "collaborations:who_came_first": group_form(**FIRST),
    "collaborations:first_by_link": link_form("first token"),
}

RECORDS: Mapping[str, Record] = {
    "collaborations_collaboration": Record("collaboration", STAFF, add=OFFICERS),
}
