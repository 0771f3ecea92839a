"""The matrix of endpoints: people, roles and the authority in the admin."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import MANAGER, OFFICERS, Record

RECORDS: Mapping[str, Record] = {
    "accounts_roleappointment": Record("role", OFFICERS, add=MANAGER, change=MANAGER),
    "accounts_user": Record("person", OFFICERS, add=MANAGER),
    "accounts_authority": Record("authority", MANAGER, change=MANAGER),
}
