"""The matrix of endpoints: home, dashboards, a setting's page, public pages, the demonstration's mail."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    EVERY_ROLE,
    LEADER,
    NO_ROLE,
    PROVIDER,
    PUBLIC,
    STAFF,
    Endpoint,
)

ENDPOINTS: Mapping[str, Endpoint] = {
    "home": Endpoint(EVERY_ROLE),
    "exports": Endpoint(STAFF),
    "dashboard": Endpoint(LEADER, rows=COLLABORATION, known_to=NO_ROLE),
    "group_health": Endpoint(LEADER, rows=COLLABORATION, known_to=NO_ROLE),
    "brand_css": PUBLIC,
    "accessibility": PUBLIC,
    "privacy": PUBLIC,
    "report_concern": PUBLIC,
    "sent_mail": Endpoint(EVERY_ROLE),
    "sent_mail_message": Endpoint(EVERY_ROLE, rows={"key": "mail"}),
    "sent_mail_html": Endpoint(EVERY_ROLE, rows={"key": "mail"}),
    "setting": Endpoint(STAFF | LEADER, rows=PROVIDER, known_to=NO_ROLE),
    "public_page": PUBLIC,
}
