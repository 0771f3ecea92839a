"""The matrix of endpoints: people, roles and the authority in the admin."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    EVERY_ROLE,
    MANAGER,
    NO_ROLE,
    OFFICERS,
    Endpoint,
    Record,
    form,
    link_form,
)

RECORDS: Mapping[str, Record] = {
    "accounts_roleappointment": Record(
        "role", OFFICERS, add=MANAGER, change=MANAGER, delete=MANAGER, deleted="role to come"
    ),
    "accounts_user": Record("person", OFFICERS, add=MANAGER),
    "accounts_authority": Record("authority", MANAGER, change=MANAGER),
}

ENDPOINTS: Mapping[str, Endpoint] = {
    "accounts:people": Endpoint(OFFICERS),
    # Everybody's own
    "accounts:account": Endpoint(EVERY_ROLE),
    "accounts:own_name": form(EVERY_ROLE),
    "accounts:own_emails": form(EVERY_ROLE),
    "accounts:search_key": form(EVERY_ROLE),
    "accounts:own_calendar": form(EVERY_ROLE),
    "accounts:stop_calendar": form(EVERY_ROLE),
    # To whoever belongs here already there is no invitation
    "accounts:join": Endpoint(NO_ROLE, NO_ROLE, known_to=NO_ROLE),
    "accounts:answer_invitation": link_form("person token"),
    "accounts:answer_correction": link_form("correction token"),
    "accounts:take_away": Endpoint(
        MANAGER, MANAGER, rows={"pk": "person", "row": "role"}, words={"kind": "role"}
    ),
} | {
    f"accounts:{name}": form(MANAGER, pk="person")
    for name in ("lock", "unlock", "end_sessions", "invite_again", "correct", "merge", "take_back_correction")
}
