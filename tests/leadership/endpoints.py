"""The matrix of endpoints: confidential leadership cases."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import MANAGER, NO_ROLE, OFFICERS, Endpoint, Roles

CASE_READERS = frozenset({"second officer", "manager"})


def case_form(roles: Roles, **rows: str) -> Endpoint:
    """A step of a case assigned to nobody. The second officer is a named reader: may read, not decide."""
    return Endpoint(roles, roles, {"pk": "case", **rows}, known_to=CASE_READERS)


ENDPOINTS: Mapping[str, Endpoint] = {
    "leadership:cases": Endpoint(OFFICERS),
    "leadership:open": Endpoint(OFFICERS, OFFICERS),
    "leadership:case": Endpoint(CASE_READERS, rows={"pk": "case"}, known_to=NO_ROLE),
    "leadership:assign": case_form(MANAGER),
    "leadership:share": case_form(MANAGER),
    "leadership:unshare": case_form(MANAGER, user_id="reader"),
    "leadership:decide": case_form(MANAGER),
    "leadership:record_outcome": case_form(MANAGER),
    "leadership:publish_outcome": case_form(MANAGER, outcome_id="outcome"),
}
