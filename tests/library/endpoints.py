"""The matrix of endpoints: a group's shared documents, which exist for its own people alone."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
    OFFICERS,
    STAFF,
    Endpoint,
    group_page,
)

DOCUMENT = {**COLLABORATION, "row": "document"}
NAMED_DOCUMENT = {**COLLABORATION, "row": "named document"}

ENDPOINTS: Mapping[str, Endpoint] = {
    "library:library": group_page(**COLLABORATION),
    "library:add_document": Endpoint(
        OFFICERS | GROUP_MEMBERS, OFFICERS | GROUP_MEMBERS, COLLABORATION, known_to=STAFF | GROUP_MEMBERS
    ),
    "library:document": Endpoint(GROUP_MEMBERS, rows=DOCUMENT, known_to=NO_ROLE),
    "library:open_document": Endpoint(
        GROUP_MEMBERS, rows={**DOCUMENT, "version": "document version"}, known_to=NO_ROLE
    ),
    "library:document_openings": Endpoint(LEADER, rows=DOCUMENT, known_to=GROUP_MEMBERS),
    "library:change_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "library:replace_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "library:hand_over_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "library:remove_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "library:restore_document": Endpoint(
        LEADER, LEADER, {**COLLABORATION, "row": "removed document"}, known_to=NO_ROLE
    ),
    "library:name_reader": Endpoint(LEADER, LEADER, NAMED_DOCUMENT, known_to=GROUP_MEMBERS),
    "library:end_reader": Endpoint(
        LEADER, LEADER, {**NAMED_DOCUMENT, "reader": "named reader"}, known_to=GROUP_MEMBERS
    ),
}
