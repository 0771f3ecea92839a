"""What can be written in the audit log: one action a kind of write,
and what it is called in a list to choose from.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from django.utils.translation import gettext_noop

Translate = Callable[[str], str]


def untranslated(message: str) -> str:
    return message


class Action(StrEnum):
    AUTHORITY_CREATED = "authority_created"
    AUTHORITY_CHANGED = "authority_changed"
    PERSON_ADDED = "person_added"
    PERSON_INVITED = "person_invited"
    PERSON_JOINED = "person_joined"
    PERSON_DECLINED = "person_declined"
    PERSON_TAKEN_BACK = "person_taken_back"
    PERSON_CONTACT_CHANGED = "person_contact_changed"
    NAME_CORRECTED = "name_corrected"
    ROLE_GIVEN = "role_given"
    ROLE_ENDED = "role_ended"
    ROLE_WITHDRAWN = "role_withdrawn"
    ACCOUNT_LOCKED = "account_locked"
    ACCOUNT_UNLOCKED = "account_unlocked"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_REOPENED = "account_reopened"
    TAKEN_AWAY = "taken_away"
    PERSON_CORRECTED = "person_corrected"
    CORRECTION_PROPOSED = "correction_proposed"
    CORRECTION_CONFIRMED = "correction_confirmed"
    CORRECTION_DECLINED = "correction_declined"
    CORRECTION_WITHDRAWN = "correction_withdrawn"
    PERSON_MERGED = "person_merged"
    INVITED_AGAIN = "invited_again"
    SESSIONS_ENDED = "sessions_ended"
    NEWS_STOPPED = "news_stopped"
    NEWS_STARTED = "news_started"
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
    ORPHANS_REMOVED = "orphans_removed"
    LIST_SAVED = "list_saved"
    LIST_REMOVED = "list_removed"
    JOB_STOPPED = "job_stopped"
    SETTING_ADDED = "setting_added"
    SETTING_CHANGED = "setting_changed"
    SETTING_CONTACT_CHANGED = "setting_contact_changed"
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
    SETTING_ROLE_WITHDRAWN = "setting_role_withdrawn"
    LEADER_APPOINTED = "leader_appointed"
    LEADER_ENDED = "leader_ended"
    LEADING_DECIDED = "leading_decided"
    WITHDRAWN = "withdrawn"
    PERMISSIONS_REPAIRED = "permissions_repaired"
    LEADERS_CHECKED = "leaders_checked"
    CASE_OPENED = "case_opened"
    CASE_ASSIGNED = "case_assigned"
    CASE_READ = "case_read"
    CASE_UPDATED = "case_updated"
    CASE_SHARED = "case_shared"
    CASE_UNSHARED = "case_unshared"
    CASE_CLOSED = "case_closed"
    CASE_PERMISSIONS_REPAIRED = "case_permissions_repaired"
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
    INVITATION_REMINDED = "invitation_reminded"
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
    LINK_SENT_AGAIN = "link_sent_again"
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
    MESSAGE_TO_SETTINGS_SENT = "message_to_settings_sent"
    MEMBERS_WRITTEN_TO = "members_written_to"
    MESSAGE_TEMPLATE_KEPT = "message_template_kept"
    MESSAGE_TEMPLATE_REMOVED = "message_template_removed"
    SHEET_UPLOADED = "sheet_uploaded"
    SHEET_READ = "sheet_read"
    SHEET_ANSWERED = "sheet_answered"
    SHEET_LOADED = "sheet_loaded"
    SHEET_DISCARDED = "sheet_discarded"
    SHEET_FAILED = "sheet_failed"
    TEMPLATE_STARTED = "template_started"
    TEMPLATE_CHANGED = "template_changed"
    TEMPLATE_PUBLISHED = "template_published"
    TEMPLATE_DISCARDED = "template_discarded"
    TERMS_STARTED = "terms_started"
    TERMS_WRITTEN = "terms_written"
    TERMS_CIRCULATED = "terms_circulated"
    TERMS_TAKEN_BACK = "terms_taken_back"
    TERMS_ANSWERED = "terms_answered"
    TERMS_REPLIED = "terms_replied"
    TERMS_REMINDED = "terms_reminded"
    TERMS_ADOPTED_VERSION = "terms_adopted_version"
    TERMS_DISCARDED = "terms_discarded"
    TERMS_PRINTED = "terms_printed"
    DEVELOPMENT_PLAN_STARTED = "development_plan_started"
    DEVELOPMENT_PLAN_CHANGED = "development_plan_changed"
    DEVELOPMENT_PLAN_MOVED = "development_plan_moved"
    OBJECTIVE_WRITTEN = "objective_written"
    OBJECTIVE_REMOVED = "objective_removed"
    PLAN_ACTION_WRITTEN = "plan_action_written"
    PLAN_ACTION_DONE = "plan_action_done"
    PLAN_ACTION_POSTPONED = "plan_action_postponed"
    PLAN_ACTION_REMOVED = "plan_action_removed"
    REVIEW_OPENED = "review_opened"
    REVIEW_DONE = "review_done"
    DOCUMENT_ADDED = "document_added"
    DOCUMENT_CHANGED = "document_changed"
    DOCUMENT_REPLACED = "document_replaced"
    DOCUMENT_OPENED = "document_opened"
    DOCUMENT_REMOVED = "document_removed"
    DOCUMENT_RESTORED = "document_restored"
    MEETING_PLANNED = "meeting_planned"
    MEETING_CHANGED = "meeting_changed"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_RESTORED = "meeting_restored"
    MEETING_HELD = "meeting_held"
    MEETING_REOPENED = "meeting_reopened"
    AGENDA_OPENED = "agenda_opened"
    AGENDA_CHANGED = "agenda_changed"
    AGENDA_ITEM_PROPOSED = "agenda_item_proposed"
    AGENDA_ITEM_ANSWERED = "agenda_item_answered"
    PAPER_ADDED = "paper_added"
    PAPER_REMOVED = "paper_removed"
    PAPERS_SENT = "papers_sent"
    ATTENDANCE_CORRECTED = "attendance_corrected"
    CHECK_IN_OPENED = "check_in_opened"
    CHECK_IN_CLOSED = "check_in_closed"
    GUEST_INVITED = "guest_invited"
    GUEST_WITHDRAWN = "guest_withdrawn"


def action_choices(translate: Translate = untranslated) -> list[tuple[str, str]]:
    """A function, so that a new action is no migration."""
    return [(action.value, translate(label)) for action, label in LABELS.items()]


#: What a kind of entry is called in a list to choose from.
LABELS: dict[Action, str] = {
    Action.AUTHORITY_CREATED: gettext_noop("Authority created"),
    Action.AUTHORITY_CHANGED: gettext_noop("Authority changed"),
    Action.PERSON_ADDED: gettext_noop("Person added"),
    Action.PERSON_INVITED: gettext_noop("Person invited again"),
    Action.PERSON_JOINED: gettext_noop("Invitation of a person accepted"),
    Action.PERSON_DECLINED: gettext_noop("Invitation of a person declined"),
    Action.PERSON_TAKEN_BACK: gettext_noop("Invitation of a person taken back"),
    Action.PERSON_CONTACT_CHANGED: gettext_noop("How to reach a person changed"),
    Action.NAME_CORRECTED: gettext_noop("Own name corrected"),
    Action.ROLE_GIVEN: gettext_noop("Role given"),
    Action.ROLE_ENDED: gettext_noop("Role ended"),
    Action.ROLE_WITHDRAWN: gettext_noop("Role taken back"),
    Action.ACCOUNT_LOCKED: gettext_noop("Blocked here"),
    Action.ACCOUNT_UNLOCKED: gettext_noop("Let in again"),
    Action.ACCOUNT_CLOSED: gettext_noop("Account closed"),
    Action.ACCOUNT_REOPENED: gettext_noop("Account opened again"),
    Action.TAKEN_AWAY: gettext_noop("Taken away at once"),
    Action.PERSON_CORRECTED: gettext_noop("Name or address corrected"),
    Action.CORRECTION_PROPOSED: gettext_noop("Correction proposed"),
    Action.CORRECTION_CONFIRMED: gettext_noop("Correction confirmed"),
    Action.CORRECTION_DECLINED: gettext_noop("Correction declined"),
    Action.CORRECTION_WITHDRAWN: gettext_noop("Correction taken back"),
    Action.PERSON_MERGED: gettext_noop("Accounts merged"),
    Action.INVITED_AGAIN: gettext_noop("More time to sign in"),
    Action.NEWS_STOPPED: gettext_noop("Weekly email switched off"),
    Action.NEWS_STARTED: gettext_noop("Weekly email switched on"),
    Action.SESSIONS_ENDED: gettext_noop("Sessions ended"),
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
    Action.ORPHANS_REMOVED: gettext_noop("Files removed"),
    Action.LIST_SAVED: gettext_noop("List saved"),
    Action.LIST_REMOVED: gettext_noop("Saved list removed"),
    Action.JOB_STOPPED: gettext_noop("Job stopped"),
    Action.SETTING_ADDED: gettext_noop("Setting added"),
    Action.SETTING_CHANGED: gettext_noop("Setting changed"),
    Action.SETTING_CONTACT_CHANGED: gettext_noop("How to reach a setting changed"),
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
    Action.SETTING_ROLE_WITHDRAWN: gettext_noop("Setting role taken back"),
    Action.LEADER_APPOINTED: gettext_noop("Leader appointed"),
    Action.LEADER_ENDED: gettext_noop("Leader ended"),
    Action.LEADING_DECIDED: gettext_noop("Leading decided"),
    Action.WITHDRAWN: gettext_noop("Taken back"),
    Action.PERMISSIONS_REPAIRED: gettext_noop("Access corrected by the nightly check"),
    Action.LEADERS_CHECKED: gettext_noop("Leaders checked"),
    Action.CASE_OPENED: gettext_noop("Case opened"),
    Action.CASE_ASSIGNED: gettext_noop("Case assigned"),
    Action.CASE_READ: gettext_noop("Case read"),
    Action.CASE_UPDATED: gettext_noop("Case updated"),
    Action.CASE_SHARED: gettext_noop("Case shared"),
    Action.CASE_UNSHARED: gettext_noop("Case unshared"),
    Action.CASE_CLOSED: gettext_noop("Case closed"),
    Action.CASE_PERMISSIONS_REPAIRED: gettext_noop("Access to a case corrected by the nightly check"),
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
    Action.INVITATION_REMINDED: gettext_noop("Invitation sent again"),
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
    Action.STAFF_TOLD: gettext_noop("Staff know"),
    Action.STAFF_TOLD_REMINDED: gettext_noop("Reminded to tell staff"),
    Action.STANDING_CHANGED: gettext_noop("Attendance changed"),
    Action.PERIOD_ADDED: gettext_noop("Staff return period added"),
    Action.PERIOD_CHANGED: gettext_noop("Staff return period changed"),
    Action.STAFF_RETURNED: gettext_noop("Staff number certified"),
    Action.STAFF_RETURN_CORRECTED: gettext_noop("Staff number corrected"),
    Action.REMINDERS_SENT: gettext_noop("Reminders sent"),
    Action.LINK_SENT_AGAIN: gettext_noop("New link asked for"),
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
    Action.MESSAGE_TO_SETTINGS_SENT: gettext_noop("Message sent to settings"),
    Action.MEMBERS_WRITTEN_TO: gettext_noop("Group wrote to its members"),
    Action.MESSAGE_TEMPLATE_KEPT: gettext_noop("Template of a message kept"),
    Action.MESSAGE_TEMPLATE_REMOVED: gettext_noop("Template of a message removed"),
    Action.SHEET_UPLOADED: gettext_noop("Spreadsheet uploaded"),
    Action.SHEET_READ: gettext_noop("Spreadsheet read"),
    Action.SHEET_ANSWERED: gettext_noop("Questions about a spreadsheet answered"),
    Action.SHEET_LOADED: gettext_noop("Spreadsheet loaded"),
    Action.SHEET_DISCARDED: gettext_noop("Spreadsheet put aside"),
    Action.SHEET_FAILED: gettext_noop("Spreadsheet failed"),
    Action.TEMPLATE_STARTED: gettext_noop("Template begun"),
    Action.TEMPLATE_CHANGED: gettext_noop("Template changed"),
    Action.TEMPLATE_PUBLISHED: gettext_noop("Template published"),
    Action.TEMPLATE_DISCARDED: gettext_noop("Template put aside"),
    Action.TERMS_STARTED: gettext_noop("Ways of working begun"),
    Action.TERMS_WRITTEN: gettext_noop("Ways of working written"),
    Action.TERMS_CIRCULATED: gettext_noop("Ways of working sent to the members"),
    Action.TERMS_TAKEN_BACK: gettext_noop("Ways of working taken back"),
    Action.TERMS_ANSWERED: gettext_noop("Ways of working answered"),
    Action.TERMS_REPLIED: gettext_noop("Reply on ways of working"),
    Action.TERMS_REMINDED: gettext_noop("Members reminded"),
    Action.TERMS_ADOPTED_VERSION: gettext_noop("Ways of working adopted"),
    Action.TERMS_DISCARDED: gettext_noop("Ways of working put aside"),
    Action.TERMS_PRINTED: gettext_noop("Ways of working printed"),
    Action.DEVELOPMENT_PLAN_STARTED: gettext_noop("Development plan begun"),
    Action.DEVELOPMENT_PLAN_CHANGED: gettext_noop("Development plan changed"),
    Action.DEVELOPMENT_PLAN_MOVED: gettext_noop("Development plan moved on"),
    Action.OBJECTIVE_WRITTEN: gettext_noop("Objective written"),
    Action.OBJECTIVE_REMOVED: gettext_noop("Objective removed"),
    Action.PLAN_ACTION_WRITTEN: gettext_noop("Action written"),
    Action.PLAN_ACTION_DONE: gettext_noop("Action done"),
    Action.PLAN_ACTION_POSTPONED: gettext_noop("Action given a new day"),
    Action.PLAN_ACTION_REMOVED: gettext_noop("Action removed"),
    Action.REVIEW_OPENED: gettext_noop("Review opened"),
    Action.REVIEW_DONE: gettext_noop("Review done"),
    Action.DOCUMENT_ADDED: gettext_noop("Document added"),
    Action.DOCUMENT_CHANGED: gettext_noop("Document changed"),
    Action.DOCUMENT_REPLACED: gettext_noop("Document replaced"),
    Action.DOCUMENT_OPENED: gettext_noop("Document opened"),
    Action.DOCUMENT_REMOVED: gettext_noop("Document removed"),
    Action.DOCUMENT_RESTORED: gettext_noop("Document brought back"),
    Action.MEETING_PLANNED: gettext_noop("Meeting planned"),
    Action.MEETING_CHANGED: gettext_noop("Meeting changed"),
    Action.MEETING_MOVED: gettext_noop("Meeting moved"),
    Action.MEETING_CANCELLED: gettext_noop("Meeting cancelled"),
    Action.MEETING_RESTORED: gettext_noop("Meeting brought back"),
    Action.MEETING_HELD: gettext_noop("Meeting held"),
    Action.MEETING_REOPENED: gettext_noop("Attendance opened again"),
    Action.AGENDA_OPENED: gettext_noop("Agenda opened"),
    Action.AGENDA_CHANGED: gettext_noop("Agenda changed"),
    Action.AGENDA_ITEM_PROPOSED: gettext_noop("Item proposed"),
    Action.AGENDA_ITEM_ANSWERED: gettext_noop("Proposed item answered"),
    Action.PAPER_ADDED: gettext_noop("Paper added"),
    Action.PAPER_REMOVED: gettext_noop("Paper removed"),
    Action.PAPERS_SENT: gettext_noop("Papers sent"),
    Action.ATTENDANCE_CORRECTED: gettext_noop("Attendance corrected"),
    Action.CHECK_IN_OPENED: gettext_noop("Check-in opened"),
    Action.CHECK_IN_CLOSED: gettext_noop("Check-in closed"),
    Action.GUEST_INVITED: gettext_noop("Guest invited"),
    Action.GUEST_WITHDRAWN: gettext_noop("Guest's link taken back"),
}

#: Shown in nobody's list of the audit log: what they are about is read by a few people of one group, on its
#: own page (C8).
PRIVATE = frozenset({Action.CONCERN_RAISED, Action.CONCERN_MOVED, Action.CONCERN_READ})
