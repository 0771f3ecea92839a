"""The sentence that people read of each kind of write.

The braces are filled from the facts of the entry; what follows a count stands in them twice, for one and for
more: ``{number:person needs|people need}``. Sentences begin with the verb; who did it stands before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from string import Formatter

from django.utils.translation import gettext_noop

from audit.rules.actions import Action
from audit.rules.deeds import Deed
from audit.rules.fund_sentences import FUND_SENTENCES
from audit.rules.meeting_sentences import MEETING_SENTENCES
from audit.rules.quality_sentences import QUALITY_SENTENCES
from audit.rules.supplement_sentences import SUPPLEMENT_SENTENCES
from core.reasons import Translate, untranslated

MONTHS = (
    gettext_noop("January"), gettext_noop("February"), gettext_noop("March"), gettext_noop("April"),
    gettext_noop("May"), gettext_noop("June"), gettext_noop("July"), gettext_noop("August"),
    gettext_noop("September"), gettext_noop("October"), gettext_noop("November"), gettext_noop("December"),
)  # fmt: skip

SENTENCES: dict[Deed, str] = {
    Action.AUTHORITY_CREATED: gettext_noop("created the local authority {about}"),
    Action.AUTHORITY_CHANGED: gettext_noop("changed the settings of {about}"),
    Action.PERSON_ADDED: gettext_noop("added {about}"),
    Action.PERSON_INVITED: gettext_noop("sent {about} an invitation again"),
    Action.PERSON_JOINED: gettext_noop("accepted the invitation, and now signs in here"),
    Action.PERSON_DECLINED: gettext_noop("recorded that {about} declined the invitation"),
    Action.PERSON_TAKEN_BACK: gettext_noop("took back the invitation of {about}"),
    Action.PERSON_CONTACT_CHANGED: gettext_noop("changed how {about} is reached"),
    Action.NAME_CORRECTED: gettext_noop("corrected their name from {before} to {after}"),
    Action.ROLE_GIVEN: gettext_noop("made {person} {role} {time}"),
    Action.ROLE_ENDED: gettext_noop("ended the role of {person} as {role}: last day {last_day}"),
    Action.ROLE_WITHDRAWN: gettext_noop("took back the role of {person} as {role} from {from}"),
    Action.ACCOUNT_LOCKED: gettext_noop("blocked {about} here: {why}"),
    Action.ACCOUNT_UNLOCKED: gettext_noop("let {about} in here again"),
    Action.ACCOUNT_CLOSED: gettext_noop("closed the account of {about}"),
    Action.ACCOUNT_REOPENED: gettext_noop("opened the account of {about} again"),
    Action.TAKEN_AWAY: gettext_noop("took {what} (from {from}) away from {about} at once: {why}"),
    Action.PERSON_CORRECTED: gettext_noop("corrected the name or address of {about}: {why}"),
    Action.CORRECTION_PROPOSED: gettext_noop("asked {about} to confirm “{what}”: {why}"),
    Action.CORRECTION_CONFIRMED: gettext_noop("confirmed “{what}”"),
    Action.CORRECTION_DECLINED: gettext_noop("recorded that {about} declined “{what}”"),
    Action.CORRECTION_WITHDRAWN: gettext_noop("took back what {about} was asked to confirm: “{what}”"),
    Action.PERSON_MERGED: gettext_noop("took over everything of {about} here, as the same person: {into}"),
    Action.INVITED_AGAIN: gettext_noop("gave {about} more time to sign in for the first time"),
    Action.NEWS_STOPPED: gettext_noop("switched the weekly email with news off"),
    Action.NEWS_STARTED: gettext_noop("switched the weekly email with news on again"),
    Action.NEWS_DAY_CHOSEN: gettext_noop("chose {day} for the weekly email"),
    Action.SESSIONS_ENDED: gettext_noop("ended the sessions of {about}"),
    Action.PASSWORD_CHANGED: gettext_noop("changed their password"),
    Action.PASSWORD_SET: gettext_noop("set a password for the first time"),
    Action.PASSWORD_RESET: gettext_noop("reset their password by a link from an email"),
    Action.EMAIL_ADDED: gettext_noop("added the email address {email} to their account"),
    Action.EMAIL_CONFIRMED: gettext_noop("confirmed the email address {email}"),
    Action.EMAIL_CHANGED: gettext_noop("made {email} their main email address"),
    Action.EMAIL_REMOVED: gettext_noop("removed the email address {email} from their account"),
    Action.FACTOR_ADDED: gettext_noop("added a second factor: {factor}"),
    Action.FACTOR_REMOVED: gettext_noop("removed a second factor: {factor}"),
    Action.FACTOR_RESET: gettext_noop("replaced a second factor: {factor}"),
    Action.FILE_STORED: gettext_noop("stored the file {about}"),
    Action.FILE_OPENED: gettext_noop("opened the file {about}"),
    Action.EXPORT_ASKED: gettext_noop("asked for the export “{title}” as {format}"),
    Action.EXPORT_MADE: gettext_noop("made the export “{title}” as {format} with {rows:row|rows}"),
    Action.EXPORTS_REMOVED: gettext_noop("removed the files of {number:old export|old exports}"),
    Action.ORPHANS_REMOVED: gettext_noop(
        "removed {number:stored file|stored files} that belonged to nothing"
    ),
    Action.LIST_SAVED: gettext_noop("saved the list “{name}”"),
    Action.LIST_REMOVED: gettext_noop("removed the saved list “{name}”"),
    Action.JOB_STOPPED: gettext_noop("stopped “{about}”"),
    Action.SETTING_ADDED: gettext_noop("added the setting {about}"),
    Action.SETTING_CHANGED: gettext_noop("changed the setting {about}"),
    Action.SETTING_CONTACT_CHANGED: gettext_noop("changed how {about} is reached"),
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
        "compared {file} with the register: {new} new, {changed} changed, {vanished} no longer listed,"
        " {rejected} rejected"
    ),
    Action.IMPORT_APPLIED: gettext_noop(
        "loaded {file} into the register: {new} new, {changed} changed, {vanished} no longer listed"
    ),
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
    Action.MEMBER_LEFT: gettext_noop(
        "recorded the last day of {setting} as a member of {collaboration}: {last_day}"
    ),
    Action.SETTING_ROLE_GIVEN: gettext_noop("made {person} {role} of {setting} {time}"),
    Action.SETTING_ROLE_ENDED: gettext_noop("ended the role of {person} at {setting}: last day {last_day}"),
    Action.SETTING_ROLE_WITHDRAWN: gettext_noop("took back the role of {person} at {setting} from {from}"),
    Action.LEADER_APPOINTED: gettext_noop(
        "appointed {person} of {setting} as leader of {collaboration} {time}"
    ),
    Action.LEADER_ENDED: gettext_noop(
        "ended {person}'s time as leader of {collaboration}: last day {last_day}"
    ),
    Action.LEADING_DECIDED: gettext_noop("decided whether {person} may lead"),
    Action.WITHDRAWN: gettext_noop("withdrew “{about}”, which was to begin on {from}"),
    Action.PERMISSIONS_REPAIRED: gettext_noop(
        "put right {missing} missing and {surplus:surplus permission|surplus permissions}"
        " of people in {about}"
    ),
    Action.LEADERS_CHECKED: gettext_noop("checked {leaders:leader|leaders}; {opened:case|cases} opened"),
    Action.CASE_OPENED: gettext_noop("opened a leadership case"),
    Action.CASE_ASSIGNED: gettext_noop("assigned a leadership case to {officer}"),
    Action.CASE_READ: gettext_noop("read a leadership case"),
    Action.CASE_UPDATED: gettext_noop("brought a leadership case up to date"),
    Action.CASE_SHARED: gettext_noop("let {person} read a leadership case"),
    Action.CASE_UNSHARED: gettext_noop("took away {person}'s sight of a leadership case"),
    Action.CASE_CLOSED: gettext_noop("closed a leadership case"),
    Action.CASE_PERMISSIONS_REPAIRED: gettext_noop("put right who may read a leadership case"),
    Action.CASE_MOVED: gettext_noop("moved a leadership case on"),
    Action.CASE_STEP_RECORDED: gettext_noop("recorded a step of a leadership case"),
    Action.CASE_LETTER_SENT: gettext_noop("sent a letter of a leadership case"),
    Action.CASE_LETTERS_CHANGED: gettext_noop("changed the words of a letter: {letter}"),
    Action.CASE_DAYS_SET: gettext_noop(
        "set within how many days each step of a leadership case is to be done"
    ),
    Action.SUPPORT_SWITCHED: gettext_noop("switched support of {collaboration} {state}: {support}"),
    Action.AWAY_RECORDED: gettext_noop("recorded when {person} is away"),
    Action.OUTCOME_RECORDED: gettext_noop("recorded an outcome inside a leadership case"),
    Action.OUTCOME_PUBLISHED: gettext_noop("recorded the publication of an outcome inside a leadership case"),
    Action.COLLABORATION_MOVED: gettext_noop("moved {about} from “{before}” to “{after}”"),
    Action.FIRST_MEETING_RECORDED: gettext_noop("recorded the first meeting of {collaboration} on {on}"),
    Action.PLAN_STARTED: gettext_noop("began a plan to {kind}: {collaborations}"),
    Action.PLAN_CHANGED: gettext_noop("changed the plan for {collaborations}"),
    Action.PLAN_AGREED: gettext_noop(
        "recorded that the plan for {collaborations} was agreed with the leaders on {on}"
    ),
    Action.PLAN_CARRIED_OUT: gettext_noop(
        "carried out the plan for {collaborations}: {successors} from {on}"
    ),
    Action.PLAN_ABANDONED: gettext_noop("put aside the plan for {collaborations}"),
    Action.MEMBERSHIP_MOVED: gettext_noop(
        "moved the membership of {old} in {collaboration} to {setting} from {on}"
    ),
    Action.SETTING_PEOPLE_MOVED: gettext_noop(
        "moved the people of {old} to {setting} from {on} ({people} in all)"
    ),
    Action.APPLICATION_MADE: gettext_noop("asked for {setting} to join {collaboration}"),
    Action.APPLICATION_DECIDED: gettext_noop(
        "recorded the members' decision on {setting} and {collaboration}: {outcome}"
    ),
    Action.APPLICATION_WITHDRAWN: gettext_noop("withdrew the application of {setting} to {collaboration}"),
    Action.INVITATION_SENT: gettext_noop("invited {setting} to join {collaboration}"),
    Action.INVITATION_ANSWERED: gettext_noop(
        "answered the invitation of {setting} to {collaboration}: {outcome}"
    ),
    Action.INVITATION_REMINDED: gettext_noop("sent the invitation of {setting} to {collaboration} again"),
    Action.INVITATION_WITHDRAWN: gettext_noop("took back the invitation of {setting} to {collaboration}"),
    Action.NOTICE_TAKEN_BACK: gettext_noop("took back the notice of {setting} to leave {collaboration}"),
    Action.HAND_OVER_NOTED: gettext_noop("noted what {setting} hands over in {collaboration}: {what}"),
    Action.HAND_OVER_CHANGED: gettext_noop("changed what {setting} hands over in {collaboration}: {what}"),
    Action.HAND_OVER_DONE: gettext_noop("recorded that {setting} has handed over in {collaboration}: {what}"),
    Action.HAND_OVER_REMOVED: gettext_noop(
        "removed from the hand-over of {setting} in {collaboration}: {what}"
    ),
    Action.CONCERN_RAISED: gettext_noop("raised a concern about conduct"),
    Action.CONCERN_MOVED: gettext_noop("recorded a step in a concern about conduct"),
    Action.CONCERN_READ: gettext_noop("read a concern about conduct"),
    Action.OFFICE_GIVEN: gettext_noop("recorded {person} of {setting} as {office} of {collaboration} {time}"),
    Action.OFFICE_ENDED: gettext_noop(
        "ended {person}'s time as {office} of {collaboration}: last day {last_day}"
    ),
    Action.STAFF_TOLD: gettext_noop("confirmed that the staff of {setting} know of {collaboration}"),
    Action.STAFF_TOLD_REMINDED: gettext_noop(
        "reminded {number:setting|settings} of {collaboration} to tell their staff"
    ),
    Action.STANDING_CHANGED: gettext_noop(
        "brought the attendance of {setting} in {collaboration} up to date: {attended} of {held}"
    ),
    Action.PERIOD_ADDED: gettext_noop("added the staff return period {about}"),
    Action.PERIOD_CHANGED: gettext_noop("changed the staff return period {about}"),
    Action.STAFF_RETURNED: gettext_noop("certified {staff} staff for {setting} in {period}"),
    Action.STAFF_RETURN_CORRECTED: gettext_noop(
        "corrected the staff number of {setting} in {period} to {staff}"
    ),
    Action.LINK_SENT_AGAIN: gettext_noop("asked for a new link by email, for {setting}: {subject}"),
    Action.REMINDERS_SENT: gettext_noop(
        "reminded {number:setting|settings} of the staff return for {period}"
    ),
    Action.VACANCY_LISTED: gettext_noop("listed free places at {setting}: {what}"),
    Action.VACANCY_CHANGED: gettext_noop("changed free places at {setting}: {what}"),
    Action.VACANCY_CONFIRMED: gettext_noop("confirmed free places at {setting}: {what}"),
    Action.VACANCY_REMOVED: gettext_noop("removed free places at {setting}: {what}"),
    Action.PARTNERSHIP_RECORDED: gettext_noop("recorded a delivery partnership led by {setting}"),
    Action.PARTNERSHIP_CHANGED: gettext_noop("changed a delivery partnership led by {setting}"),
    Action.PARTNERSHIP_ENDED: gettext_noop(
        "ended a delivery partnership led by {setting}: last day {last_day}"
    ),
    Action.CONSENT_GIVEN: gettext_noop("agreed that {setting} may be named on the public page"),
    Action.CONSENT_WITHDRAWN: gettext_noop(
        "withdrew the consent for {setting} to be named on the public page"
    ),
    Action.OUTLINES_LOADED: gettext_noop("loaded the outlines of {number:district|districts}"),
    Action.OUTLINES_REMOVED: gettext_noop("removed the outlines of the districts"),
    Action.REFERRAL_MADE: gettext_noop("referred {setting} to {collaboration}"),
    Action.REFERRAL_MOVED: gettext_noop(
        "followed up the referral of {setting} to {collaboration}: {outcome}"
    ),
    Action.SUPPORT_ASKED: gettext_noop("asked for support for {collaboration}: {kind}"),
    Action.SUPPORT_ANSWERED: gettext_noop("answered the request of {collaboration}: {outcome}"),
    Action.SUPPORT_DONE: gettext_noop("recorded that support was given to {collaboration}"),
    Action.SUPPORT_WITHDRAWN: gettext_noop("withdrew a request for support of {collaboration}"),
    Action.MESSAGE_SENT: gettext_noop(
        "sent the message “{about}” to {people:person|people}"
        " of {collaborations:collaboration|collaborations}"
    ),
    Action.MESSAGE_TO_SETTINGS_SENT: gettext_noop(
        "sent the message “{about}” to {people:person|people} of {settings:setting|settings}"
    ),
    Action.MEMBERS_WRITTEN_TO: gettext_noop("wrote to {people:manager|managers} of members of {about}"),
    Action.MESSAGE_TEMPLATE_KEPT: gettext_noop("kept a template of messages, {about}"),
    Action.MESSAGE_TEMPLATE_REMOVED: gettext_noop("removed a template of messages, {about}"),
    Action.SHEET_UPLOADED: gettext_noop("uploaded {file} to load collaborations from it"),
    Action.SHEET_READ: gettext_noop(
        "read {file}: {new:new line|new lines}, {known} already here, {refused} that cannot be loaded"
    ),
    Action.SHEET_ANSWERED: gettext_noop("answered questions about {file}: {number}"),
    Action.SHEET_LOADED: gettext_noop("loaded {file}: {new:new line|new lines}"),
    Action.SHEET_DISCARDED: gettext_noop("put aside {file}"),
    Action.SHEET_FAILED: gettext_noop("could not read {file}: {reason}"),
    Action.TEMPLATE_STARTED: gettext_noop("began version {version} of the template of ways of working"),
    Action.TEMPLATE_CHANGED: gettext_noop("changed version {version} of the template of ways of working"),
    Action.TEMPLATE_PUBLISHED: gettext_noop(
        "published version {version} of the template of ways of working from {from}"
    ),
    Action.TEMPLATE_DISCARDED: gettext_noop("put aside version {version} of the template of ways of working"),
    Action.TERMS_STARTED: gettext_noop("began version {version} of the ways of working of {collaboration}"),
    Action.TERMS_WRITTEN: gettext_noop(
        "wrote section {section} of the ways of working of {collaboration}, version {version}"
    ),
    Action.TERMS_CIRCULATED: gettext_noop(
        "sent version {version} of the ways of working of {collaboration} to its members"
    ),
    Action.TERMS_TAKEN_BACK: gettext_noop(
        "took version {version} of the ways of working of {collaboration} back to change it"
    ),
    Action.TERMS_ANSWERED: gettext_noop(
        "answered version {version} of the ways of working of {collaboration} for {setting}: {answer}"
    ),
    Action.TERMS_REPLIED: gettext_noop("replied to {setting} about the ways of working of {collaboration}"),
    Action.TERMS_REMINDED: gettext_noop(
        "reminded {number:member|members} to answer the ways of working of {collaboration}"
    ),
    Action.TERMS_ADOPTED_VERSION: gettext_noop(
        "recorded that {collaboration} adopted version {version} of its ways of working on {on}"
    ),
    Action.TERMS_DISCARDED: gettext_noop(
        "put aside version {version} of the ways of working of {collaboration}"
    ),
    Action.TERMS_PRINTED: gettext_noop("asked for ways of working as PDF: {number}"),
    Action.DEVELOPMENT_PLAN_STARTED: gettext_noop("began the development plan “{about}” of {collaboration}"),
    Action.DEVELOPMENT_PLAN_CHANGED: gettext_noop(
        "changed the development plan “{about}” of {collaboration}"
    ),
    Action.DEVELOPMENT_PLAN_MOVED: gettext_noop(
        "moved the development plan “{about}” of {collaboration} to “{state}”"
    ),
    Action.OBJECTIVE_WRITTEN: gettext_noop("wrote an objective of {collaboration}: {what}"),
    Action.OBJECTIVE_REMOVED: gettext_noop("removed an objective of {collaboration}: {what}"),
    Action.PLAN_ACTION_WRITTEN: gettext_noop("wrote an action of {collaboration}: {what}"),
    Action.PLAN_ACTION_DONE: gettext_noop("recorded as done in {collaboration}: {what}"),
    Action.PLAN_ACTION_POSTPONED: gettext_noop("gave an action of {collaboration} a new day, {day}: {what}"),
    Action.PLAN_ACTION_REMOVED: gettext_noop("removed an action of {collaboration}: {what}"),
    Action.REVIEW_OPENED: gettext_noop("opened the review of {clock} in {collaboration}, due on {due}"),
    Action.REVIEW_DONE: gettext_noop("recorded the review of {clock} in {collaboration}"),
    Action.DOCUMENT_ADDED: gettext_noop("added the document {about} to {collaboration}"),
    Action.DOCUMENT_CHANGED: gettext_noop("changed the document {about} of {collaboration}"),
    Action.DOCUMENT_REPLACED: gettext_noop(
        "added version {version} of the document {about} to {collaboration}"
    ),
    Action.DOCUMENT_OPENED: gettext_noop(
        "opened version {version} of the document {about} of {collaboration}"
    ),
    Action.DOCUMENT_REMOVED: gettext_noop("removed the document {about} from {collaboration}"),
    Action.DOCUMENT_RESTORED: gettext_noop("brought the document {about} back to {collaboration}"),
    **MEETING_SENTENCES,
    **SUPPLEMENT_SENTENCES,
    **FUND_SENTENCES,
    **QUALITY_SENTENCES,
}


def sentence(
    action: Deed, *, about: str, facts: Mapping[str, object], translate: Translate = untranslated
) -> str:
    """The entry in words.

    Raises KeyError when a fact that the sentence needs is missing: an entry never says “{person}”.
    """
    pattern = translate(SENTENCES[action])
    known = {"about": about, **facts}
    return "".join(
        literal + (_filled(known[name], after or "", translate) if name else "")
        for literal, name, after, _conversion in Formatter().parse(pattern)
    )


def _filled(value: object, after: str, translate: Translate) -> str:
    """A fact, and behind a count what follows one or more."""
    words = _in_words(value, translate)
    if not after:
        return words
    one, more = after.split("|")
    return f"{words} {one if words == '1' else more}"


def _in_words(value: object, translate: Translate) -> str:
    if isinstance(value, date):
        return f"{value.day} {translate(MONTHS[value.month - 1])} {value.year}"
    return str(value)


def differences_in(facts: Mapping[str, object]) -> dict[str, list[object]]:
    """The fields that a change touched, each with what it was and what it became."""
    changes = facts.get("changes")
    values = changes if isinstance(changes, Mapping) else facts
    return {str(name): pair for name, pair in values.items() if isinstance(pair, list) and len(pair) == 2}
