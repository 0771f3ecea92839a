"""The matrix of endpoints: the register of settings in the admin."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    LEADER,
    OFFICERS,
    OFFICERS_AND_LEADER,
    PROVIDER,
    STAFF,
    Endpoint,
    Record,
    form,
)

ENDPOINTS: Mapping[str, Endpoint] = {
    "providers:settings": Endpoint(STAFF),
    "providers:with_settings": Endpoint(None, OFFICERS),
    "providers:move_to_district": form(OFFICERS),
    "providers:change_contact": Endpoint(
        OFFICERS_AND_LEADER, OFFICERS_AND_LEADER, PROVIDER, known_to=STAFF | LEADER
    ),
}
RECORDS: Mapping[str, Record] = {
    "providers_district": Record("district", STAFF, add=OFFICERS, change=OFFICERS, delete=OFFICERS),
    "providers_provider": Record("provider", STAFF, add=OFFICERS, change=OFFICERS),
}

ADMIN: Mapping[str, Endpoint] = {
    "admin:providers_provider_take_over": form(OFFICERS, object_id="provider"),
    "admin:providers_provider_unlink": form(OFFICERS, object_id="provider", link_id="link"),
}
