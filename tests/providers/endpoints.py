"""The matrix of endpoints: the register of settings in the admin."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import OFFICERS, STAFF, Endpoint, Record, form

RECORDS: Mapping[str, Record] = {
    "providers_district": Record("district", STAFF, add=OFFICERS, change=OFFICERS, delete=OFFICERS),
    "providers_provider": Record("provider", STAFF, add=OFFICERS, change=OFFICERS),
}

ADMIN: Mapping[str, Endpoint] = {
    "admin:providers_provider_take_over": form(OFFICERS, object_id="provider"),
    "admin:providers_provider_unlink": form(OFFICERS, object_id="provider", link_id="link"),
}
