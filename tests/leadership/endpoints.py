"""The matrix of endpoints: confidential leadership cases."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import MANAGER, NO_ROLE, OFFICERS, Endpoint, Roles, form

CASE_READERS = frozenset({"second officer", "manager"})


def case_form(roles: Roles, **rows: str) -> Endpoint:
    """A step of a case assigned to nobody. The second officer is a named reader: may read, not decide."""
    return Endpoint(roles, roles, {"pk": "case", **rows}, known_to=CASE_READERS)


ENDPOINTS: Mapping[str, Endpoint] = {
    "leadership:cases": Endpoint(OFFICERS),
    "leadership:case": Endpoint(CASE_READERS, rows={"pk": "case"}, known_to=NO_ROLE),
    "leadership:assign": case_form(MANAGER),
    "leadership:share": case_form(MANAGER),
    "leadership:unshare": case_form(MANAGER, user_id="reader"),
    "leadership:decide": case_form(MANAGER),
    "leadership:record_outcome": case_form(MANAGER),
    "leadership:publish_outcome": case_form(MANAGER, outcome_id="outcome"),
    "leadership:contact": case_form(MANAGER),
    "leadership:talk": case_form(MANAGER),
    "leadership:correct": case_form(MANAGER, step_id="case step"),
    "leadership:support": case_form(MANAGER),
    "leadership:change_support": case_form(MANAGER, support_id="case support"),
    "leadership:talk_succession": case_form(MANAGER),
    "leadership:note_successor": case_form(MANAGER),
    "leadership:ask_successor": case_form(MANAGER, successor_id="possible successor"),
    "leadership:remove_successor": case_form(MANAGER, successor_id="possible successor"),
    "leadership:stepped_down": case_form(MANAGER),
    "leadership:stays": case_form(MANAGER),
    "leadership:hand_over": case_form(MANAGER),
    "leadership:again": Endpoint(MANAGER, MANAGER, {"pk": "ended case"}, known_to=CASE_READERS),
    "leadership:days": form(MANAGER),
    "leadership:away": Endpoint(OFFICERS),
    # The reader's own time away: managers note it too.
    "leadership:record_away": form(CASE_READERS, user_id="reader"),
    "leadership:remove_away": form(CASE_READERS, pk="time away"),
}
