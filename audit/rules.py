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
    COLLABORATION_MOVED = "collaboration_moved"
    FIRST_MEETING_RECORDED = "first_meeting_recorded"
    PLAN_STARTED = "plan_started"
    PLAN_CHANGED = "plan_changed"
    PLAN_AGREED = "plan_agreed"
    PLAN_CARRIED_OUT = "plan_carried_out"
    PLAN_ABANDONED = "plan_abandoned"
    MEMBERSHIP_MOVED = "membership_moved"
    SETTING_PEOPLE_MOVED = "setting_people_moved"
    APPLICATION_MADE = "application_made"
    APPLICATION_DECIDED = "application_decided"
    APPLICATION_WITHDRAWN = "application_withdrawn"
    INVITATION_SENT = "invitation_sent"
    INVITATION_ANSWERED = "invitation_answered"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    NOTICE_TAKEN_BACK = "notice_taken_back"
    HAND_OVER_NOTED = "hand_over_noted"
    HAND_OVER_CHANGED = "hand_over_changed"
    HAND_OVER_DONE = "hand_over_done"
    HAND_OVER_REMOVED = "hand_over_removed"
    CONCERN_RAISED = "concern_raised"
    CONCERN_MOVED = "concern_moved"
    CONCERN_READ = "concern_read"
    OFFICE_GIVEN = "office_given"
    OFFICE_ENDED = "office_ended"
    STAFF_TOLD = "staff_told"
    STAFF_TOLD_REMINDED = "staff_told_reminded"
    STANDING_CHANGED = "standing_changed"
    PERIOD_ADDED = "period_added"
    PERIOD_CHANGED = "period_changed"
    STAFF_RETURNED = "staff_returned"
    STAFF_RETURN_CORRECTED = "staff_return_corrected"
    REMINDERS_SENT = "reminders_sent"
    VACANCY_LISTED = "vacancy_listed"
    VACANCY_CHANGED = "vacancy_changed"
    VACANCY_CONFIRMED = "vacancy_confirmed"
    VACANCY_REMOVED = "vacancy_removed"
    PARTNERSHIP_RECORDED = "partnership_recorded"
    PARTNERSHIP_CHANGED = "partnership_changed"
    PARTNERSHIP_ENDED = "partnership_ended"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OUTLINES_LOADED = "outlines_loaded"
    OUTLINES_REMOVED = "outlines_removed"
    REFERRAL_MADE = "referral_made"
    REFERRAL_MOVED = "referral_moved"
    SUPPORT_ASKED = "support_asked"
    SUPPORT_ANSWERED = "support_answered"
    SUPPORT_DONE = "support_done"
    SUPPORT_WITHDRAWN = "support_withdrawn"
    MESSAGE_SENT = "message_sent"
    SHEET_UPLOADED = "sheet_uploaded"
    SHEET_READ = "sheet_read"
    SHEET_LOADED = "sheet_loaded"
    SHEET_DISCARDED = "sheet_discarded"
    SHEET_FAILED = "sheet_failed"


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
    Action.COLLABORATION_MOVED: gettext_noop("Collaboration moved on"),
    Action.FIRST_MEETING_RECORDED: gettext_noop("First meeting recorded"),
    Action.PLAN_STARTED: gettext_noop("Division or merger begun"),
    Action.PLAN_CHANGED: gettext_noop("Division or merger changed"),
    Action.PLAN_AGREED: gettext_noop("Division or merger agreed"),
    Action.PLAN_CARRIED_OUT: gettext_noop("Division or merger carried out"),
    Action.PLAN_ABANDONED: gettext_noop("Division or merger put aside"),
    Action.MEMBERSHIP_MOVED: gettext_noop("Membership moved"),
    Action.SETTING_PEOPLE_MOVED: gettext_noop("People moved"),
    Action.APPLICATION_MADE: gettext_noop("Application made"),
    Action.APPLICATION_DECIDED: gettext_noop("Application decided"),
    Action.APPLICATION_WITHDRAWN: gettext_noop("Application withdrawn"),
    Action.INVITATION_SENT: gettext_noop("Invitation sent"),
    Action.INVITATION_ANSWERED: gettext_noop("Invitation answered"),
    Action.INVITATION_WITHDRAWN: gettext_noop("Invitation taken back"),
    Action.NOTICE_TAKEN_BACK: gettext_noop("Notice taken back"),
    Action.HAND_OVER_NOTED: gettext_noop("Hand-over noted"),
    Action.HAND_OVER_CHANGED: gettext_noop("Hand-over changed"),
    Action.HAND_OVER_DONE: gettext_noop("Hand-over done"),
    Action.HAND_OVER_REMOVED: gettext_noop("Hand-over removed"),
    Action.CONCERN_RAISED: gettext_noop("Concern raised"),
    Action.CONCERN_MOVED: gettext_noop("Concern moved on"),
    Action.CONCERN_READ: gettext_noop("Concern read"),
    Action.OFFICE_GIVEN: gettext_noop("Office given"),
    Action.OFFICE_ENDED: gettext_noop("Office ended"),
    Action.STAFF_TOLD: gettext_noop("Staff told"),
    Action.STAFF_TOLD_REMINDED: gettext_noop("Reminded to tell staff"),
    Action.STANDING_CHANGED: gettext_noop("Attendance changed"),
    Action.PERIOD_ADDED: gettext_noop("Staff return period added"),
    Action.PERIOD_CHANGED: gettext_noop("Staff return period changed"),
    Action.STAFF_RETURNED: gettext_noop("Staff number certified"),
    Action.STAFF_RETURN_CORRECTED: gettext_noop("Staff number corrected"),
    Action.REMINDERS_SENT: gettext_noop("Reminders sent"),
    Action.VACANCY_LISTED: gettext_noop("Vacancy listed"),
    Action.VACANCY_CHANGED: gettext_noop("Vacancy changed"),
    Action.VACANCY_CONFIRMED: gettext_noop("Vacancy confirmed"),
    Action.VACANCY_REMOVED: gettext_noop("Vacancy removed"),
    Action.PARTNERSHIP_RECORDED: gettext_noop("Delivery partnership recorded"),
    Action.PARTNERSHIP_CHANGED: gettext_noop("Delivery partnership changed"),
    Action.PARTNERSHIP_ENDED: gettext_noop("Delivery partnership ended"),
    Action.CONSENT_GIVEN: gettext_noop("Consent given"),
    Action.CONSENT_WITHDRAWN: gettext_noop("Consent withdrawn"),
    Action.OUTLINES_LOADED: gettext_noop("Outlines loaded"),
    Action.OUTLINES_REMOVED: gettext_noop("Outlines removed"),
    Action.REFERRAL_MADE: gettext_noop("Referral made"),
    Action.REFERRAL_MOVED: gettext_noop("Referral followed up"),
    Action.SUPPORT_ASKED: gettext_noop("Support asked"),
    Action.SUPPORT_ANSWERED: gettext_noop("Support answered"),
    Action.SUPPORT_DONE: gettext_noop("Support given"),
    Action.SUPPORT_WITHDRAWN: gettext_noop("Request withdrawn"),
    Action.MESSAGE_SENT: gettext_noop("Message sent"),
    Action.SHEET_UPLOADED: gettext_noop("Spreadsheet uploaded"),
    Action.SHEET_READ: gettext_noop("Spreadsheet read"),
    Action.SHEET_LOADED: gettext_noop("Spreadsheet loaded"),
    Action.SHEET_DISCARDED: gettext_noop("Spreadsheet put aside"),
    Action.SHEET_FAILED: gettext_noop("Spreadsheet failed"),
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
    Action.COLLABORATION_MOVED: gettext_noop("moved {about} from “{before}” to “{after}”"),
    Action.FIRST_MEETING_RECORDED: gettext_noop("recorded the first meeting of {collaboration} on {on}"),
    Action.PLAN_STARTED: gettext_noop("began a plan to {kind}: {collaborations}"),
    Action.PLAN_CHANGED: gettext_noop("changed the plan for {collaborations}"),
    Action.PLAN_AGREED: gettext_noop("recorded that the plan for {collaborations} was agreed with the leaders on {on}"),
    Action.PLAN_CARRIED_OUT: gettext_noop("carried out the plan for {collaborations}: {successors} from {on}"),
    Action.PLAN_ABANDONED: gettext_noop("put aside the plan for {collaborations}"),
    Action.MEMBERSHIP_MOVED: gettext_noop("moved the membership of {old} in {collaboration} to {setting} from {on}"),
    Action.SETTING_PEOPLE_MOVED: gettext_noop("moved {people} people of {old} to {setting} from {on}"),
    Action.APPLICATION_MADE: gettext_noop("asked for {setting} to join {collaboration}"),
    Action.APPLICATION_DECIDED: gettext_noop("recorded the members' decision on {setting} and {collaboration}: {outcome}"),
    Action.APPLICATION_WITHDRAWN: gettext_noop("withdrew the application of {setting} to {collaboration}"),
    Action.INVITATION_SENT: gettext_noop("invited {setting} to join {collaboration}"),
    Action.INVITATION_ANSWERED: gettext_noop("answered the invitation of {setting} to {collaboration}: {outcome}"),
    Action.INVITATION_WITHDRAWN: gettext_noop("took back the invitation of {setting} to {collaboration}"),
    Action.NOTICE_TAKEN_BACK: gettext_noop("took back the notice of {setting} to leave {collaboration}"),
    Action.HAND_OVER_NOTED: gettext_noop("noted what {setting} hands over in {collaboration}: {what}"),
    Action.HAND_OVER_CHANGED: gettext_noop("changed what {setting} hands over in {collaboration}: {what}"),
    Action.HAND_OVER_DONE: gettext_noop("recorded that {setting} has handed over in {collaboration}: {what}"),
    Action.HAND_OVER_REMOVED: gettext_noop("removed from the hand-over of {setting} in {collaboration}: {what}"),
    Action.CONCERN_RAISED: gettext_noop("raised a concern about conduct"),
    Action.CONCERN_MOVED: gettext_noop("recorded a step in a concern about conduct"),
    Action.CONCERN_READ: gettext_noop("read a concern about conduct"),
    Action.OFFICE_GIVEN: gettext_noop("recorded {person} of {setting} as {office} of {collaboration} from {from}"),
    Action.OFFICE_ENDED: gettext_noop("ended {person}'s time as {office} of {collaboration} on {until}"),
    Action.STAFF_TOLD: gettext_noop("confirmed that the staff of {setting} know of {collaboration}"),
    Action.STAFF_TOLD_REMINDED: gettext_noop("reminded {number} settings of {collaboration} to tell their staff"),
    Action.STANDING_CHANGED: gettext_noop("brought the attendance of {setting} in {collaboration} up to date: {attended} of {held}"),
    Action.PERIOD_ADDED: gettext_noop("added the staff return period {about}"),
    Action.PERIOD_CHANGED: gettext_noop("changed the staff return period {about}"),
    Action.STAFF_RETURNED: gettext_noop("certified {staff} staff for {setting} in {period}"),
    Action.STAFF_RETURN_CORRECTED: gettext_noop("corrected the staff number of {setting} in {period} to {staff}"),
    Action.REMINDERS_SENT: gettext_noop("reminded {number} settings of the staff return for {period}"),
    Action.VACANCY_LISTED: gettext_noop("listed a vacancy at {setting}: {what}"),
    Action.VACANCY_CHANGED: gettext_noop("changed a vacancy at {setting}: {what}"),
    Action.VACANCY_CONFIRMED: gettext_noop("confirmed a vacancy at {setting}: {what}"),
    Action.VACANCY_REMOVED: gettext_noop("removed a vacancy at {setting}: {what}"),
    Action.PARTNERSHIP_RECORDED: gettext_noop("recorded a delivery partnership led by {setting}"),
    Action.PARTNERSHIP_CHANGED: gettext_noop("changed a delivery partnership led by {setting}"),
    Action.PARTNERSHIP_ENDED: gettext_noop("ended a delivery partnership led by {setting} on {until}"),
    Action.CONSENT_GIVEN: gettext_noop("agreed that {setting} may be named on the public page"),
    Action.CONSENT_WITHDRAWN: gettext_noop("withdrew the consent for {setting} to be named on the public page"),
    Action.OUTLINES_LOADED: gettext_noop("loaded the outlines of {number} districts"),
    Action.OUTLINES_REMOVED: gettext_noop("removed the outlines of the districts"),
    Action.REFERRAL_MADE: gettext_noop("referred {setting} to {collaboration}"),
    Action.REFERRAL_MOVED: gettext_noop("followed up the referral of {setting} to {collaboration}: {outcome}"),
    Action.SUPPORT_ASKED: gettext_noop("asked for support for {collaboration}: {kind}"),
    Action.SUPPORT_ANSWERED: gettext_noop("answered the request of {collaboration}: {outcome}"),
    Action.SUPPORT_DONE: gettext_noop("recorded that support was given to {collaboration}"),
    Action.SUPPORT_WITHDRAWN: gettext_noop("withdrew a request for support of {collaboration}"),
    Action.MESSAGE_SENT: gettext_noop("sent the message “{about}” to {people} people of {collaborations} collaborations"),
    Action.SHEET_UPLOADED: gettext_noop("uploaded {file} to load collaborations from it"),
    Action.SHEET_READ: gettext_noop("read {file}: {new} new lines, {known} already here, {refused} that cannot be loaded"),
    Action.SHEET_LOADED: gettext_noop("loaded {file}: {new} new lines"),
    Action.SHEET_DISCARDED: gettext_noop("put aside {file}"),
    Action.SHEET_FAILED: gettext_noop("could not read {file}: {reason}"),
}


#: Shown in nobody's trail: what they are about is read by a few people of one group, on its own page (C8).
PRIVATE = frozenset({Action.CONCERN_RAISED, Action.CONCERN_MOVED, Action.CONCERN_READ})


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
