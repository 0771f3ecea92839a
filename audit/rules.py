"""What can be written in the audit trail: one action a kind of write, with the sentence that people read.

The braces are filled from the facts of the entry. Sentences begin with the verb; who did it stands before them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from string import Formatter

Translate = Callable[[str], str]


def gettext_noop(message: str) -> str:
    """Mark a text for the catalogue and leave it as it is: whoever shows or writes it translates (this room knows no Django)."""
    return message


MONTHS = (
    gettext_noop("January"), gettext_noop("February"), gettext_noop("March"), gettext_noop("April"),
    gettext_noop("May"), gettext_noop("June"), gettext_noop("July"), gettext_noop("August"),
    gettext_noop("September"), gettext_noop("October"), gettext_noop("November"), gettext_noop("December"),
)  # fmt: skip


class Action(StrEnum):
    AUTHORITY_CREATED = "authority_created"
    AUTHORITY_CHANGED = "authority_changed"
    PERSON_ADDED = "person_added"
    ROLE_GIVEN = "role_given"
    ROLE_ENDED = "role_ended"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an action
    PASSWORD_SET = "password_set"  # noqa: S105 - the name of an action
    PASSWORD_RESET = "password_reset"  # noqa: S105 - the name of an action
    EMAIL_ADDED = "email_added"
    EMAIL_CONFIRMED = "email_confirmed"
    EMAIL_CHANGED = "email_changed"
    EMAIL_REMOVED = "email_removed"
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    FACTOR_RESET = "factor_reset"
    FILE_STORED = "file_stored"
    FILE_OPENED = "file_opened"
    EXPORT_ASKED = "export_asked"
    EXPORT_MADE = "export_made"
    EXPORTS_REMOVED = "exports_removed"
    JOB_STOPPED = "job_stopped"
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
    IMPORT_CONFIRMED = "import_confirmed"
    IMPORT_SHOWN_AGAIN = "import_shown_again"
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
    CASE_RIGHTS_REPAIRED = "case_rights_repaired"
    OUTCOME_RECORDED = "outcome_recorded"
    OUTCOME_PUBLISHED = "outcome_published"


def _untranslated(message: str) -> str:
    return message


def action_choices(translate: Translate = _untranslated) -> list[tuple[str, str]]:
    """A function, so that a new action is no migration."""
    return [(action.value, translate(label)) for action, label in LABELS.items()]


#: What a kind of entry is called in a list to choose from.
LABELS: dict[Action, str] = {
    Action.AUTHORITY_CREATED: gettext_noop("Authority created"),
    Action.AUTHORITY_CHANGED: gettext_noop("Authority changed"),
    Action.PERSON_ADDED: gettext_noop("Person added"),
    Action.ROLE_GIVEN: gettext_noop("Role given"),
    Action.ROLE_ENDED: gettext_noop("Role ended"),
    Action.PASSWORD_CHANGED: gettext_noop("Password changed"),
    Action.PASSWORD_SET: gettext_noop("Password set"),
    Action.PASSWORD_RESET: gettext_noop("Password reset"),
    Action.EMAIL_ADDED: gettext_noop("E-mail address added"),
    Action.EMAIL_CONFIRMED: gettext_noop("E-mail address confirmed"),
    Action.EMAIL_CHANGED: gettext_noop("E-mail address changed"),
    Action.EMAIL_REMOVED: gettext_noop("E-mail address removed"),
    Action.FACTOR_ADDED: gettext_noop("Second factor added"),
    Action.FACTOR_REMOVED: gettext_noop("Second factor removed"),
    Action.FACTOR_RESET: gettext_noop("Second factor replaced"),
    Action.FILE_STORED: gettext_noop("File stored"),
    Action.FILE_OPENED: gettext_noop("File opened"),
    Action.EXPORT_ASKED: gettext_noop("Export asked"),
    Action.EXPORT_MADE: gettext_noop("Export made"),
    Action.EXPORTS_REMOVED: gettext_noop("Exports removed"),
    Action.JOB_STOPPED: gettext_noop("Job stopped"),
    Action.SETTING_ADDED: gettext_noop("Setting added"),
    Action.SETTING_CHANGED: gettext_noop("Setting changed"),
    Action.SETTING_LINKED: gettext_noop("Setting linked"),
    Action.SETTING_UNLINKED: gettext_noop("Setting unlinked"),
    Action.IDENTITY_ADDED: gettext_noop("Identity added"),
    Action.IDENTITY_REMOVED: gettext_noop("Identity removed"),
    Action.DISTRICT_CHOSEN: gettext_noop("District chosen"),
    Action.DISTRICT_ADDED: gettext_noop("District added"),
    Action.DISTRICT_RENAMED: gettext_noop("District renamed"),
    Action.DISTRICT_REMOVED: gettext_noop("District removed"),
    Action.REGISTER_NAME_CHOSEN: gettext_noop("Register name chosen"),
    Action.IMPORT_STARTED: gettext_noop("Import started"),
    Action.IMPORT_READY: gettext_noop("Import ready"),
    Action.IMPORT_APPLIED: gettext_noop("Import applied"),
    Action.IMPORT_CONFIRMED: gettext_noop("Import confirmed"),
    Action.IMPORT_SHOWN_AGAIN: gettext_noop("Import shown again"),
    Action.IMPORT_DISCARDED: gettext_noop("Import discarded"),
    Action.IMPORT_FAILED: gettext_noop("Import failed"),
    Action.POLICY_DRAFTED: gettext_noop("Policy drafted"),
    Action.POLICY_CHANGED: gettext_noop("Policy changed"),
    Action.POLICY_ADOPTED: gettext_noop("Policy adopted"),
    Action.POLICY_DISCARDED: gettext_noop("Policy discarded"),
    Action.COLLABORATION_STARTED: gettext_noop("Collaboration started"),
    Action.COLLABORATION_CHANGED: gettext_noop("Collaboration changed"),
    Action.MEMBER_JOINED: gettext_noop("Member joined"),
    Action.MEMBER_LEFT: gettext_noop("Member left"),
    Action.SETTING_ROLE_GIVEN: gettext_noop("Setting role given"),
    Action.SETTING_ROLE_ENDED: gettext_noop("Setting role ended"),
    Action.LEADER_APPOINTED: gettext_noop("Leader appointed"),
    Action.LEADER_ENDED: gettext_noop("Leader ended"),
    Action.LEADING_DECIDED: gettext_noop("Leading decided"),
    Action.WITHDRAWN: gettext_noop("Withdrawn"),
    Action.RIGHTS_REPAIRED: gettext_noop("Rights repaired"),
    Action.LEADERS_CHECKED: gettext_noop("Leaders checked"),
    Action.CASE_OPENED: gettext_noop("Case opened"),
    Action.CASE_ASSIGNED: gettext_noop("Case assigned"),
    Action.CASE_READ: gettext_noop("Case read"),
    Action.CASE_UPDATED: gettext_noop("Case updated"),
    Action.CASE_SHARED: gettext_noop("Case shared"),
    Action.CASE_UNSHARED: gettext_noop("Case unshared"),
    Action.CASE_CLOSED: gettext_noop("Case closed"),
    Action.CASE_RIGHTS_REPAIRED: gettext_noop("Case rights repaired"),
    Action.OUTCOME_RECORDED: gettext_noop("Outcome recorded"),
    Action.OUTCOME_PUBLISHED: gettext_noop("Outcome published"),
}


SENTENCES: dict[Action, str] = {
    Action.AUTHORITY_CREATED: gettext_noop("created the local authority {about}"),
    Action.AUTHORITY_CHANGED: gettext_noop("changed the settings of {about}"),
    Action.PERSON_ADDED: gettext_noop("added {about}"),
    Action.ROLE_GIVEN: gettext_noop("made {person} {role} from {from}"),
    Action.ROLE_ENDED: gettext_noop("ended the role of {person} as {role} on {until}"),
    Action.PASSWORD_CHANGED: gettext_noop("changed their password"),
    Action.PASSWORD_SET: gettext_noop("set a password for the first time"),
    Action.PASSWORD_RESET: gettext_noop("reset their password by a link from a letter"),
    Action.EMAIL_ADDED: gettext_noop("added the e-mail address {email} to their account"),
    Action.EMAIL_CONFIRMED: gettext_noop("confirmed the e-mail address {email}"),
    Action.EMAIL_CHANGED: gettext_noop("made {email} their main e-mail address"),
    Action.EMAIL_REMOVED: gettext_noop("removed the e-mail address {email} from their account"),
    Action.FACTOR_ADDED: gettext_noop("added a second factor: {factor}"),
    Action.FACTOR_REMOVED: gettext_noop("removed a second factor: {factor}"),
    Action.FACTOR_RESET: gettext_noop("replaced a second factor: {factor}"),
    Action.FILE_STORED: gettext_noop("stored the file {about}"),
    Action.FILE_OPENED: gettext_noop("opened the file {about}"),
    Action.EXPORT_ASKED: gettext_noop("asked for the export “{title}” as {format}"),
    Action.EXPORT_MADE: gettext_noop("made the export “{title}” as {format} with {rows} rows"),
    Action.EXPORTS_REMOVED: gettext_noop("removed the files of {number} old exports"),
    Action.JOB_STOPPED: gettext_noop("stopped “{about}”"),
    Action.SETTING_ADDED: gettext_noop("added the setting {about}"),
    Action.SETTING_CHANGED: gettext_noop("changed the setting {about}"),
    Action.SETTING_LINKED: gettext_noop("recorded that {about} took over from {old} on {on}"),
    Action.SETTING_UNLINKED: gettext_noop("removed the link from {about} to {old}"),
    Action.IDENTITY_ADDED: gettext_noop("added the {scheme} {value} to {about}"),
    Action.IDENTITY_REMOVED: gettext_noop("removed the {scheme} {value} from {about}"),
    Action.DISTRICT_CHOSEN: gettext_noop("moved {about} to the district {district}"),
    Action.DISTRICT_ADDED: gettext_noop("added the district {about}"),
    Action.DISTRICT_RENAMED: gettext_noop("renamed the district {before} to {about}"),
    Action.DISTRICT_REMOVED: gettext_noop("removed the district {about}"),
    Action.REGISTER_NAME_CHOSEN: gettext_noop("chose “{name}” as the authority's name in Ofsted's file"),
    Action.IMPORT_STARTED: gettext_noop("uploaded {file} to be compared with the register"),
    Action.IMPORT_READY: gettext_noop(
        "compared {file} with the register: {new} new, {changed} changed, {vanished} no longer listed, {rejected} rejected"
    ),
    Action.IMPORT_APPLIED: gettext_noop("loaded {file} into the register: {new} new, {changed} changed, {vanished} no longer listed"),
    Action.IMPORT_CONFIRMED: gettext_noop("confirmed the load of {file}"),
    Action.IMPORT_SHOWN_AGAIN: gettext_noop("compared {file} again, because the register had changed since"),
    Action.IMPORT_DISCARDED: gettext_noop("put aside the upload of {file}"),
    Action.IMPORT_FAILED: gettext_noop("could not load {file}: {reason}"),
    Action.POLICY_DRAFTED: gettext_noop("started version {version} of the leading policy"),
    Action.POLICY_CHANGED: gettext_noop("changed the draft of version {version} of the leading policy"),
    Action.POLICY_ADOPTED: gettext_noop("adopted version {version} of the leading policy from {from}"),
    Action.POLICY_DISCARDED: gettext_noop("put aside the draft of version {version} of the leading policy"),
    Action.COLLABORATION_STARTED: gettext_noop("started the collaboration {about}"),
    Action.COLLABORATION_CHANGED: gettext_noop("changed the collaboration {about}"),
    Action.MEMBER_JOINED: gettext_noop("recorded that {setting} joined {collaboration} on {on}"),
    Action.MEMBER_LEFT: gettext_noop("recorded that {setting} left {collaboration} on {on}"),
    Action.SETTING_ROLE_GIVEN: gettext_noop("made {person} {role} of {setting} from {from}"),
    Action.SETTING_ROLE_ENDED: gettext_noop("ended the role of {person} at {setting} on {until}"),
    Action.LEADER_APPOINTED: gettext_noop("appointed {person} of {setting} as leader of {collaboration} from {from}"),
    Action.LEADER_ENDED: gettext_noop("ended {person}'s time as leader of {collaboration} on {until}"),
    Action.LEADING_DECIDED: gettext_noop("decided whether {person} may lead"),
    Action.WITHDRAWN: gettext_noop("withdrew “{about}”, which was to begin on {from}"),
    Action.RIGHTS_REPAIRED: gettext_noop("put right {missing} missing and {surplus} surplus rights of people in {about}"),
    Action.LEADERS_CHECKED: gettext_noop("checked {leaders} leaders; {opened} cases opened"),
    Action.CASE_OPENED: gettext_noop("opened a leadership case"),
    Action.CASE_ASSIGNED: gettext_noop("assigned a leadership case to {officer}"),
    Action.CASE_READ: gettext_noop("read a leadership case"),
    Action.CASE_UPDATED: gettext_noop("brought a leadership case up to date"),
    Action.CASE_SHARED: gettext_noop("let {person} read a leadership case"),
    Action.CASE_UNSHARED: gettext_noop("took away {person}'s sight of a leadership case"),
    Action.CASE_CLOSED: gettext_noop("closed a leadership case"),
    Action.CASE_RIGHTS_REPAIRED: gettext_noop("put right who may read a leadership case"),
    Action.OUTCOME_RECORDED: gettext_noop("recorded an outcome inside a leadership case"),
    Action.OUTCOME_PUBLISHED: gettext_noop("recorded the publication of an outcome inside a leadership case"),
}


def sentence(action: Action, *, about: str, facts: Mapping[str, object], translate: Translate = _untranslated) -> str:
    """The entry in words. Raises KeyError when a fact that the sentence needs is missing: an entry never says “{person}”."""
    pattern = translate(SENTENCES[action])
    words = {"about": about, **{name: _in_words(value, translate) for name, value in facts.items()}}
    return pattern.format(**{name: words[name] for _, name, _, _ in Formatter().parse(pattern) if name})


def _in_words(value: object, translate: Translate) -> str:
    if isinstance(value, date):
        return f"{value.day} {translate(MONTHS[value.month - 1])} {value.year}"
    return str(value)


def differences_in(facts: Mapping[str, object]) -> dict[str, list[object]]:
    """The fields that a change touched, each with what it was and what it became."""
    changes = facts.get("changes")
    told = changes if isinstance(changes, Mapping) else facts
    return {str(name): pair for name, pair in told.items() if isinstance(pair, list) and len(pair) == 2}
