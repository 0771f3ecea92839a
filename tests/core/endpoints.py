"""The matrix of endpoints: the admin's own pages."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import NO_ROLE, STAFF, Endpoint

ADMIN: Mapping[str, Endpoint] = {
    "admin:index": Endpoint(STAFF),
    "admin:app_list": Endpoint(STAFF, words={"app_label": "providers"}),
    "admin:login": Endpoint(STAFF, STAFF),
    "admin:logout": Endpoint(STAFF, STAFF),
    "admin:password_change": Endpoint(STAFF, STAFF),
    "admin:jsi18n": Endpoint(STAFF),
    "admin:autocomplete": Endpoint(NO_ROLE),
}
