"""The matrix of endpoints: the audit log."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import AUDIT_READERS, MANAGER, Endpoint

ENDPOINTS: Mapping[str, Endpoint] = {
    "audit:entries": Endpoint(AUDIT_READERS),
    "audit:security": Endpoint(MANAGER),
    "audit:entry": Endpoint(AUDIT_READERS, rows={"pk": "entry"}),
}
