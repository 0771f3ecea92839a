"""What the matrix says of one endpoint: which roles may read and act, and which rows its address names.

Each app declares its own in ``tests/<app>/endpoints.py``: ``ENDPOINTS`` by the name of the URL, ``RECORDS``
of the admin by the model, and ``ADMIN`` for other addresses of the admin. ``matrix.py`` collects them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Roles = frozenset[str]

NO_ROLE: Roles = frozenset()
MANAGER = frozenset({"manager"})
OFFICER = frozenset({"officer"})
OFFICERS = frozenset({"officer", "second officer", "manager"})
#: Whoever reads the whole authority's register.
STAFF = OFFICERS | {"finance", "quality lead", "auditor"}
AUDIT_READERS = frozenset({"manager", "auditor"})
OFFICERS_AND_AUDITOR = OFFICERS | {"auditor"}
LEADER = frozenset({"leader"})
GROUP_MEMBERS = frozenset({"leader", "member"})
OFFICERS_AND_LEADER = OFFICERS | LEADER
EVERY_ROLE = STAFF | GROUP_MEMBERS | {"elsewhere"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Who may read (GET) and act (POST; None: there is no such act),
    and which row each argument of the address names.

    Whoever may not is told that it is forbidden (403) if it is ``known_to`` them; to anybody else it does not
    exist (404).
    """

    get: Roles | None
    post: Roles | None = None
    rows: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    known_to: Roles = EVERY_ROLE
    public: bool = False

    def acts(self) -> list[tuple[str, Roles]]:
        """The methods that it answers, each with the roles that may."""
        return [
            (method, roles) for method, roles in (("get", self.get), ("post", self.post)) if roles is not None
        ]


@dataclass(frozen=True, slots=True)
class Record:
    """A model of the admin: which roles may view, add, change and delete, and the row each is tried on."""

    row: str
    view: Roles
    add: Roles = NO_ROLE
    change: Roles = NO_ROLE
    delete: Roles = NO_ROLE
    deleted: str = ""

    def endpoints(self, model: str) -> dict[str, Endpoint]:
        row, deleted = {"object_id": self.row}, {"object_id": self.deleted or self.row}
        return {
            f"admin:{model}_changelist": Endpoint(self.view),
            f"admin:{model}_add": Endpoint(self.add, self.add),
            f"admin:{model}_change": Endpoint(self.view, self.change, row),
            f"admin:{model}_delete": Endpoint(self.delete, self.delete, deleted),
            f"admin:{model}_history": Endpoint(self.view & AUDIT_READERS, rows=row),
        }


PUBLIC = Endpoint(EVERY_ROLE, public=True)
COLLABORATION = {"pk": "collaboration"}
MEMBERSHIP = {**COLLABORATION, "row": "membership"}
PROVIDER = {"pk": "provider"}


def form(roles: Roles, **rows: str) -> Endpoint:
    """A form that is shown to whoever may send it."""
    return Endpoint(roles, roles, rows)


def group_form(**rows: str) -> Endpoint:
    """The group's own work: for its leader, and for officers. Nobody else outside the group knows of it."""
    return Endpoint(OFFICERS_AND_LEADER, OFFICERS_AND_LEADER, rows, known_to=STAFF | GROUP_MEMBERS)


def group_page(**rows: str) -> Endpoint:
    """A page for the group's members and whoever reads every group. To others it does not exist."""
    return Endpoint(STAFF | GROUP_MEMBERS, rows=rows, known_to=NO_ROLE)


def link_form(token: str) -> Endpoint:
    """A form behind a link that was sent by email: whoever has the link."""
    return Endpoint(EVERY_ROLE, EVERY_ROLE, {"token": token}, public=True)
