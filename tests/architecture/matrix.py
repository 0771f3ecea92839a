"""Who may open which door: the declared table. An address that is not in it fails its test (test_doors.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Parts = frozenset[str]

NOBODY: Parts = frozenset()
MANAGER = frozenset({"manager"})
OFFICER = frozenset({"officer"})
WORKS = frozenset({"officer", "second officer", "manager"})
SEES = WORKS | {"finance", "quality lead", "auditor"}
TRAIL = frozenset({"manager", "auditor"})
LOADS = WORKS | {"auditor"}
GROUP = frozenset({"leader", "member"})
READERS = frozenset({"second officer", "manager"})
EVERYBODY = SEES | GROUP | {"elsewhere"}


@dataclass(frozen=True, slots=True)
class Door:
    """Who may look (GET) and act (POST; None: there is no such act), and which row each argument of the address names.

    Whoever may not is told that it is forbidden (403) if it is ``known_to`` them; to anybody else it does not exist (404).
    """

    get: Parts | None
    post: Parts | None = None
    rows: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    known_to: Parts = EVERYBODY
    public: bool = False


def _both(who: Parts, **rows: str) -> Door:
    return Door(who, who, rows)


def _case(who: Parts, **rows: str) -> Door:
    return Door(who, who, {"pk": "case", **rows}, known_to=READERS)


GROUP_ROW = {"pk": "collaboration"}
MEMBER = {**GROUP_ROW, "row": "membership"}
PUBLIC = Door(EVERYBODY, public=True)

MATRIX: Mapping[str, Door] = {
    "home": Door(EVERYBODY),
    "exports": Door(SEES),
    "dashboard": Door(frozenset({"leader"}), rows={"pk": "collaboration"}, known_to=NOBODY),
    "group_health": Door(frozenset({"leader"}), rows={"pk": "collaboration"}, known_to=NOBODY),
    "brand_css": PUBLIC,
    "accessibility": PUBLIC,
    "privacy": PUBLIC,
    "report_concern": PUBLIC,
    "sent_mail": Door(EVERYBODY),
    "sent_mail_message": Door(EVERYBODY, rows={"key": "mail"}),
    "sent_mail_html": Door(EVERYBODY, rows={"key": "mail"}),
    # files and jobs: whoever asked for them; jobs also those who look after the work of others
    "documents:file": Door(OFFICER, rows={"pk": "file"}),
    "documents:job": Door(LOADS, rows={"pk": "job"}),
    "documents:cancel_job": Door(None, OFFICER, {"pk": "job"}),
    "documents:export": Door(SEES, SEES, words={"identifier": "members"}),
    # Ofsted's file
    "ofsted:imports": Door(LOADS),
    "ofsted:upload": _both(WORKS),
    "ofsted:import": Door(LOADS, WORKS, {"pk": "run"}),
    "ofsted:choose_name": _both(WORKS, pk="run"),
    "ofsted:discard": _both(WORKS, pk="run"),
    "ofsted:import_rows": Door(LOADS, rows={"pk": "run"}, words={"kind": "changed"}),
    # collaborations
    "collaborations:list": Door(SEES),
    "collaborations:cards": Door(SEES),
    "collaborations:map": Door(SEES),
    "collaborations:load_outlines": _both(WORKS),
    "collaborations:remove_outlines": _both(WORKS),
    "collaborations:settings_without": Door(SEES),
    "collaborations:start": _both(WORKS),
    "collaborations:change": _both(WORKS, **GROUP_ROW),
    "collaborations:detail": Door(SEES | GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:add_member": _both(WORKS, **GROUP_ROW),
    "collaborations:member": Door(SEES, rows=MEMBER),
    "collaborations:leave": _both(WORKS, **MEMBER),
    "collaborations:withdraw_member": _both(WORKS, pk="collaboration", row="membership to come"),
    "collaborations:add_person": _both(WORKS, **MEMBER),
    "collaborations:end_person": _both(WORKS, **MEMBER, role="setting role"),
    "collaborations:appoint_leader": _both(WORKS, **GROUP_ROW),
    "collaborations:end_leader": _both(WORKS, pk="collaboration", row="leader"),
    "collaborations:withdraw_leader": _both(WORKS, pk="collaboration", row="leader to come"),
    # leadership cases: assigned to nobody, with the second officer as a named reader, who may read and not decide
    "leadership:cases": Door(WORKS),
    "leadership:case": Door(READERS, rows={"pk": "case"}, known_to=NOBODY),
    "leadership:assign": _case(MANAGER),
    "leadership:share": _case(MANAGER),
    "leadership:unshare": _case(MANAGER, user_id="reader"),
    "leadership:decide": _case(MANAGER),
    "leadership:record_outcome": _case(MANAGER),
    "leadership:publish_outcome": _case(MANAGER, outcome_id="outcome"),
    "audit:entries": Door(TRAIL),
    "audit:entry": Door(TRAIL, rows={"pk": "entry"}),
}


@dataclass(frozen=True, slots=True)
class Record:
    """A model of the admin: who may look, add, change and delete, and which rows that is tried on."""

    row: str
    view: Parts
    add: Parts = NOBODY
    change: Parts = NOBODY
    delete: Parts = NOBODY
    deleted: str = ""

    def doors(self, name: str) -> dict[str, Door]:
        one, gone = {"object_id": self.row}, {"object_id": self.deleted or self.row}
        return {
            f"admin:{name}_changelist": Door(self.view),
            f"admin:{name}_add": Door(self.add, self.add),
            f"admin:{name}_change": Door(self.view, self.change, one),
            f"admin:{name}_delete": Door(self.delete, self.delete, gone),
            f"admin:{name}_history": Door(self.view & TRAIL, rows=one),
        }


RECORDS: Mapping[str, Record] = {
    "providers_provider": Record("provider", SEES, add=WORKS, change=WORKS),
    "providers_district": Record("district", SEES, add=WORKS, change=WORKS, delete=WORKS),
    "collaborations_collaboration": Record("collaboration", SEES, add=WORKS, change=WORKS),
    "memberships_membership": Record("membership", SEES, add=WORKS, change=WORKS, delete=WORKS, deleted="membership to come"),
    "memberships_settingrole": Record("setting role", SEES, add=WORKS, change=WORKS, delete=WORKS, deleted="setting role to come"),
    "memberships_leaderappointment": Record("leader", SEES, add=WORKS, change=WORKS, delete=WORKS, deleted="leader to come"),
    "ofsted_leadingpolicy": Record("draft", SEES, add=MANAGER, change=MANAGER, delete=MANAGER),
    "documents_job": Record("job", LOADS),
    "documents_storedfile": Record("file", LOADS),
    "documents_exportrun": Record("export", LOADS),
    "accounts_roleappointment": Record("role", WORKS, add=MANAGER, change=MANAGER),
    "accounts_user": Record("person", WORKS, add=MANAGER),
    "accounts_authority": Record("authority", MANAGER, change=MANAGER),
}

ADMIN: Mapping[str, Door] = {
    **{name: door for model, record in RECORDS.items() for name, door in record.doors(model).items()},
    "admin:index": Door(SEES),
    "admin:app_list": Door(SEES, words={"app_label": "providers"}),
    "admin:login": Door(SEES, SEES),
    "admin:logout": Door(SEES, SEES),
    "admin:password_change": Door(SEES, SEES),
    "admin:jsi18n": Door(SEES),
    "admin:autocomplete": Door(NOBODY),  # asked for no field
    "admin:providers_provider_take_over": _both(WORKS, object_id="provider"),
    "admin:providers_provider_unlink": _both(WORKS, object_id="provider", link_id="link"),
    "admin:ofsted_leadingpolicy_changes": Door(MANAGER, rows={"pk": "draft"}),
    "admin:ofsted_leadingpolicy_adopt": _both(MANAGER, pk="draft"),
    "admin:ofsted_leadingpolicy_compare": Door(SEES, rows={"pk": "draft"}),
}
