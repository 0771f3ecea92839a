"""What can be written in the audit trail: one action a kind of write, with the sentence that people read.

The braces are filled from the facts of the entry. Sentences begin with the verb; who did it stands before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from string import Formatter


class Action(StrEnum):
    AUTHORITY_CREATED = "authority_created"
    AUTHORITY_CHANGED = "authority_changed"
    PERSON_ADDED = "person_added"
    ROLE_GIVEN = "role_given"
    ROLE_ENDED = "role_ended"
    FILE_STORED = "file_stored"
    FILE_OPENED = "file_opened"
    EXPORT_ASKED = "export_asked"
    EXPORT_MADE = "export_made"
    SETTING_ADDED = "setting_added"
    SETTING_CHANGED = "setting_changed"
    SETTING_LINKED = "setting_linked"
    SETTING_UNLINKED = "setting_unlinked"
    IDENTITY_ADDED = "identity_added"
    IDENTITY_REMOVED = "identity_removed"
    DISTRICT_CHOSEN = "district_chosen"
    DISTRICT_ADDED = "district_added"
    DISTRICT_RENAMED = "district_renamed"
    DISTRICT_REMOVED = "district_removed"
    REGISTER_NAME_CHOSEN = "register_name_chosen"
    IMPORT_STARTED = "import_started"
    IMPORT_READY = "import_ready"
    IMPORT_APPLIED = "import_applied"
    IMPORT_DISCARDED = "import_discarded"
    IMPORT_FAILED = "import_failed"
    POLICY_DRAFTED = "policy_drafted"
    POLICY_CHANGED = "policy_changed"
    POLICY_ADOPTED = "policy_adopted"
    POLICY_DISCARDED = "policy_discarded"
    COLLABORATION_STARTED = "collaboration_started"
    COLLABORATION_CHANGED = "collaboration_changed"
    MEMBER_JOINED = "member_joined"
    MEMBER_LEFT = "member_left"
    SETTING_ROLE_GIVEN = "setting_role_given"
    SETTING_ROLE_ENDED = "setting_role_ended"
    LEADER_APPOINTED = "leader_appointed"
    LEADER_ENDED = "leader_ended"
    LEADING_DECIDED = "leading_decided"
    WITHDRAWN = "withdrawn"
    RIGHTS_REPAIRED = "rights_repaired"
    LEADERS_CHECKED = "leaders_checked"
    CASE_OPENED = "case_opened"
    CASE_ASSIGNED = "case_assigned"
    CASE_READ = "case_read"
    CASE_UPDATED = "case_updated"
    CASE_SHARED = "case_shared"
    CASE_UNSHARED = "case_unshared"
    CASE_CLOSED = "case_closed"
    OUTCOME_RECORDED = "outcome_recorded"
    OUTCOME_PUBLISHED = "outcome_published"


def action_choices() -> list[tuple[str, str]]:
    """A function, so that a new action is no migration."""
    return [(action.value, action.value.replace("_", " ").capitalize()) for action in Action]


SENTENCES: dict[Action, str] = {
    Action.AUTHORITY_CREATED: "created the local authority {about}",
    Action.AUTHORITY_CHANGED: "changed the settings of {about}",
    Action.PERSON_ADDED: "added {about}",
    Action.ROLE_GIVEN: "made {person} {role} from {from}",
    Action.ROLE_ENDED: "ended the role of {person} as {role} on {until}",
    Action.FILE_STORED: "stored the file {about}",
    Action.FILE_OPENED: "opened the file {about}",
    Action.EXPORT_ASKED: "asked for the export “{title}” as {format}",
    Action.EXPORT_MADE: "made the export “{title}” as {format} with {rows} rows",
    Action.SETTING_ADDED: "added the setting {about}",
    Action.SETTING_CHANGED: "changed the setting {about}",
    Action.SETTING_LINKED: "recorded that {about} took over from {old} on {on}",
    Action.SETTING_UNLINKED: "removed the link from {about} to {old}",
    Action.IDENTITY_ADDED: "added the {scheme} {value} to {about}",
    Action.IDENTITY_REMOVED: "removed the {scheme} {value} from {about}",
    Action.DISTRICT_CHOSEN: "moved {about} to the district {district}",
    Action.DISTRICT_ADDED: "added the district {about}",
    Action.DISTRICT_RENAMED: "renamed the district {before} to {about}",
    Action.DISTRICT_REMOVED: "removed the district {about}",
    Action.REGISTER_NAME_CHOSEN: "chose “{name}” as the authority's name in Ofsted's file",
    Action.IMPORT_STARTED: "uploaded {file} to be compared with the register",
    Action.IMPORT_READY: "compared {file} with the register: {new} new, {changed} changed, {vanished} no longer listed, {rejected} rejected",
    Action.IMPORT_APPLIED: "loaded {file} into the register: {new} new, {changed} changed, {vanished} no longer listed",
    Action.IMPORT_DISCARDED: "put aside the upload of {file}",
    Action.IMPORT_FAILED: "could not load {file}: {reason}",
    Action.POLICY_DRAFTED: "started version {version} of the leading policy",
    Action.POLICY_CHANGED: "changed the draft of version {version} of the leading policy",
    Action.POLICY_ADOPTED: "adopted version {version} of the leading policy from {from}",
    Action.POLICY_DISCARDED: "put aside the draft of version {version} of the leading policy",
    Action.COLLABORATION_STARTED: "started the collaboration {about}",
    Action.COLLABORATION_CHANGED: "changed the collaboration {about}",
    Action.MEMBER_JOINED: "recorded that {setting} joined {collaboration} on {on}",
    Action.MEMBER_LEFT: "recorded that {setting} left {collaboration} on {on}",
    Action.SETTING_ROLE_GIVEN: "made {person} {role} of {setting} from {from}",
    Action.SETTING_ROLE_ENDED: "ended the role of {person} at {setting} on {until}",
    Action.LEADER_APPOINTED: "appointed {person} of {setting} as leader of {collaboration} from {from}",
    Action.LEADER_ENDED: "ended {person}'s time as leader of {collaboration} on {until}",
    Action.LEADING_DECIDED: "decided whether {person} may lead",
    Action.WITHDRAWN: "withdrew “{about}”, which was to begin on {from}",
    Action.RIGHTS_REPAIRED: "put right {missing} missing and {surplus} surplus rights of people in {about}",
    Action.LEADERS_CHECKED: "checked {leaders} leaders; {opened} cases opened",
    Action.CASE_OPENED: "opened a leadership case",
    Action.CASE_ASSIGNED: "assigned a leadership case to {officer}",
    Action.CASE_READ: "read a leadership case",
    Action.CASE_UPDATED: "brought a leadership case up to date",
    Action.CASE_SHARED: "let {person} read a leadership case",
    Action.CASE_UNSHARED: "took away {person}'s sight of a leadership case",
    Action.CASE_CLOSED: "closed a leadership case",
    Action.OUTCOME_RECORDED: "recorded an outcome inside a leadership case",
    Action.OUTCOME_PUBLISHED: "recorded the publication of an outcome inside a leadership case",
}


def sentence(action: Action, *, about: str, facts: Mapping[str, object]) -> str:
    """The entry in words. Raises KeyError when a fact that the sentence needs is missing: an entry never says “{person}”."""
    words = {"about": about, **{name: _in_words(value) for name, value in facts.items()}}
    return SENTENCES[action].format(**{name: words[name] for _, name, _, _ in Formatter().parse(SENTENCES[action]) if name})


def _in_words(value: object) -> str:
    if hasattr(value, "strftime"):
        return f"{value.day} {value.strftime('%B %Y')}"  # type: ignore[attr-defined]
    return str(value)


def differences_in(facts: Mapping[str, object]) -> dict[str, list[object]]:
    """The fields that a change touched, each with what it was and what it became."""
    changes = facts.get("changes")
    told = changes if isinstance(changes, Mapping) else facts
    return {str(name): pair for name, pair in told.items() if isinstance(pair, list) and len(pair) == 2}
