"""The matrix of endpoints: a group's shared documents, which exist for its own people alone."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
    Endpoint,
    group_form,
    group_page,
)

DOCUMENT = {**COLLABORATION, "row": "document"}
NAMED_DOCUMENT = {**COLLABORATION, "row": "named document"}

ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:library": group_page(**COLLABORATION),
    "collaborations:add_document": group_form(**COLLABORATION),
    "collaborations:document": Endpoint(GROUP_MEMBERS, rows=DOCUMENT, known_to=NO_ROLE),
    "collaborations:open_document": Endpoint(
        GROUP_MEMBERS, rows={**DOCUMENT, "version": "document version"}, known_to=NO_ROLE
    ),
    "collaborations:document_openings": Endpoint(LEADER, rows=DOCUMENT, known_to=GROUP_MEMBERS),
    "collaborations:change_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "collaborations:replace_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "collaborations:hand_over_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "collaborations:remove_document": Endpoint(LEADER, LEADER, DOCUMENT, known_to=GROUP_MEMBERS),
    "collaborations:restore_document": Endpoint(
        LEADER, LEADER, {**COLLABORATION, "row": "removed document"}, known_to=NO_ROLE
    ),
    "collaborations:name_reader": Endpoint(LEADER, LEADER, NAMED_DOCUMENT, known_to=GROUP_MEMBERS),
    "collaborations:end_reader": Endpoint(
        LEADER, LEADER, {**NAMED_DOCUMENT, "reader": "named reader"}, known_to=GROUP_MEMBERS
    ),
}
