"""The matrix of endpoints: confidential leadership cases."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import LEADER, MANAGER, NO_ROLE, OFFICERS, Endpoint, Roles, form

CASE_READERS = frozenset({"second officer", "manager"})


def case_form(roles: Roles, **rows: str) -> Endpoint:
    """A step of a case assigned to nobody. The second officer is a named reader: may read, not decide."""
    return Endpoint(roles, roles, {"pk": "case", **rows}, known_to=CASE_READERS)


def letter_form(**rows: str) -> Endpoint:
    """What is done with a letter that is being written."""
    return case_form(MANAGER, letter="letter", **rows)


def own(*, acts: bool = False, **rows: str) -> Endpoint:
    """The leader's own page: for the leader concerned. To everybody else it does not exist."""
    return Endpoint(LEADER, LEADER if acts else None, {"pk": "case", **rows}, known_to=NO_ROLE)


KIND = {"kind": "expectation"}

ENDPOINTS: Mapping[str, Endpoint] = {
    "leadership:cases": Endpoint(OFFICERS),
    "leadership:open": Endpoint(OFFICERS, OFFICERS),
    "leadership:case": Endpoint(CASE_READERS, rows={"pk": "case"}, known_to=NO_ROLE),
    "leadership:assign": case_form(MANAGER),
    "leadership:share": case_form(MANAGER),
    "leadership:unshare": case_form(MANAGER, user_id="reader"),
    "leadership:decide": case_form(MANAGER),
    "leadership:record_outcome": case_form(MANAGER),
    "leadership:switches": Endpoint(CASE_READERS, rows={"pk": "case"}, known_to=NO_ROLE),
    "leadership:switch_off": case_form(MANAGER),
    "leadership:switch_on": case_form(MANAGER, row="switch"),
    "leadership:publish_outcome": case_form(MANAGER, outcome_id="outcome"),
    "leadership:letter_templates": Endpoint(MANAGER),
    "leadership:letter_template": Endpoint(MANAGER, MANAGER, words=KIND),
    "leadership:letter_shipped": Endpoint(MANAGER, MANAGER, words=KIND),
    "leadership:letter_example": Endpoint(MANAGER, words=KIND),
    "leadership:letters": Endpoint(CASE_READERS, rows={"pk": "case"}, known_to=NO_ROLE),
    "leadership:write_letter": Endpoint(
        None, MANAGER, rows={"pk": "case"}, words=KIND, known_to=CASE_READERS
    ),
    "leadership:change_letter": letter_form(),
    "leadership:send_letter": letter_form(),
    "leadership:post_letter": letter_form(),
    "leadership:remove_letter": letter_form(),
    "leadership:letter_pdf": Endpoint(
        CASE_READERS, rows={"pk": "case", "letter": "sent letter"}, known_to=NO_ROLE
    ),
    "leadership:own_case": own(),
    "leadership:own_letter": own(letter="sent letter"),
    "leadership:add_words": own(acts=True),
    "leadership:let_read_page": own(acts=True),
    "leadership:end_reading_page": own(acts=True, user_id="page reader"),
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
