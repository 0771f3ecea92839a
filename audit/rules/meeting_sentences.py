"""The sentences of what is done about meetings, and all that belongs to them."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.actions import Action
from audit.rules.deeds import Deed
from audit.rules.meeting_actions import MeetingAction

MEETING_SENTENCES: dict[Deed, str] = {
    Action.MEETING_PLANNED: gettext_noop("planned the meeting “{about}” of {collaboration} on {day}"),
    Action.MEETING_CHANGED: gettext_noop("changed the meeting “{about}” of {collaboration}"),
    Action.MEETING_MOVED: gettext_noop(
        "moved the meeting “{about}” of {collaboration} from {before} to {day}"
    ),
    Action.MEETING_CANCELLED: gettext_noop("cancelled the meeting “{about}” of {collaboration}"),
    Action.MEETING_RESTORED: gettext_noop("brought back the cancelled meeting “{about}” of {collaboration}"),
    MeetingAction.MEETING_TAKEN_BACK: gettext_noop(
        "took back that the meeting “{about}” of {collaboration} on {day} was planned"
    ),
    MeetingAction.SCHOOL_HOLIDAY_ADDED: gettext_noop(
        "added the school holiday “{about}”: {first_day} to {last_day}"
    ),
    MeetingAction.SCHOOL_HOLIDAY_CHANGED: gettext_noop(
        "changed the school holiday “{before}” to “{about}”: {first_day} to {last_day}"
    ),
    MeetingAction.SCHOOL_HOLIDAY_REMOVED: gettext_noop(
        "removed the school holiday “{about}”: {first_day} to {last_day}"
    ),
    Action.MEETING_HELD: gettext_noop(
        "recorded that the meeting “{about}” of {collaboration} was held on {day}"
    ),
    Action.MEETING_REOPENED: gettext_noop("took back that the meeting “{about}” of {collaboration} was held"),
    Action.AGENDA_OPENED: gettext_noop("opened the agenda of “{about}” of {collaboration}"),
    Action.AGENDA_CHANGED: gettext_noop("changed the agenda of “{about}” of {collaboration}"),
    Action.AGENDA_ITEM_PROPOSED: gettext_noop(
        "proposed “{what}” for the agenda of “{about}” of {collaboration}"
    ),
    Action.AGENDA_ITEM_ANSWERED: gettext_noop(
        "answered the proposal of “{what}” for “{about}” of {collaboration}"
    ),
    Action.PAPER_ADDED: gettext_noop("added the paper “{title}” to “{about}” of {collaboration}"),
    Action.PAPER_REMOVED: gettext_noop("took the paper “{title}” away from “{about}” of {collaboration}"),
    Action.PAPERS_SENT: gettext_noop(
        "sent agenda and papers of “{about}” of {collaboration},"
        " {late:day|days} after the day that was agreed"
    ),
    Action.ATTENDANCE_CORRECTED: gettext_noop(
        "corrected the attendance of {setting} at “{about}” of {collaboration} on {day}"
    ),
    Action.OTHERS_CORRECTED: gettext_noop(
        "corrected who else was at “{about}” of {collaboration} on {day}: {name}"
    ),
    Action.CHECK_IN_OPENED: gettext_noop("let members check in to “{about}” of {collaboration} by a code"),
    Action.CHECK_IN_CLOSED: gettext_noop("ended checking in to “{about}” of {collaboration}"),
    Action.FIRST_MEETING_INVITED: gettext_noop("invited {who} to the first meeting of {collaboration}"),
    Action.FIRST_MEETING_UNINVITED: gettext_noop(
        "took back the invitation of {who} to the first meeting of {collaboration}"
    ),
    Action.FIRST_MEETING_REMINDED: gettext_noop(
        "reminded {number:person|people} who had not answered of the first meeting of {collaboration}"
    ),
    Action.FIRST_MEETING_ANSWERED: gettext_noop(
        "answered for {who} to the first meeting of {collaboration}: {answer}"
    ),
    Action.GUEST_INVITED: gettext_noop("invited {guest} to one item of “{about}” of {collaboration}"),
    Action.MEETING_ACTION_WRITTEN: gettext_noop("wrote an action of a meeting of {collaboration}: {what}"),
    Action.MEETING_ACTION_DONE: gettext_noop(
        "recorded an action of a meeting of {collaboration} as done: {what}"
    ),
    Action.MEETING_ACTION_POSTPONED: gettext_noop(
        "gave an action of a meeting of {collaboration} a new day, {day}: {what}"
    ),
    Action.MEETING_ACTION_REMOVED: gettext_noop("removed an action of a meeting of {collaboration}: {what}"),
    Action.ACTION_HANDED_OVER: gettext_noop("handed an action of {collaboration} over to {to}: {what}"),
    Action.GUEST_WITHDRAWN: gettext_noop(
        "took back the invitation of {guest} to “{about}” of {collaboration}"
    ),
    Action.VISIT_ASKED: gettext_noop("asked for a visit to {host} on {day} in {collaboration}"),
    Action.VISIT_AGREED: gettext_noop("agreed to the visit to {host} on {day} in {collaboration}"),
    Action.VISIT_DECLINED: gettext_noop("declined the visit to {host} on {day} in {collaboration}"),
    Action.VISIT_CHANGED: gettext_noop("changed the visit to {host} on {day} in {collaboration}"),
    Action.VISIT_CANCELLED: gettext_noop("cancelled the visit to {host} on {day} in {collaboration}"),
    Action.VISIT_WRITTEN: gettext_noop("wrote what {setting} takes home from a visit in {collaboration}"),
    Action.IDEA_FOLLOWED: gettext_noop("said what became of the idea of {setting} in {collaboration}"),
    Action.TRAINING_PLANNED: gettext_noop("planned the training “{about}” of {collaboration} on {day}"),
    Action.TRAINING_CHANGED: gettext_noop("changed the training “{about}” of {collaboration}, now on {day}"),
    Action.TRAINING_CANCELLED: gettext_noop("cancelled the training “{about}” of {collaboration} on {day}"),
    Action.TRAINING_RESTORED: gettext_noop(
        "brought back the cancelled training “{about}” of {collaboration} on {day}"
    ),
    Action.TRAINING_BOOKED: gettext_noop(
        "booked {number:place|places} for {setting} at the training “{about}” of {collaboration}"
    ),
    Action.TRAINING_COUNTED: gettext_noop("recorded who came to “{about}” of {collaboration} on {day}"),
    Action.TRAINING_FOLLOWED: gettext_noop("said what “{about}” of {collaboration} changed at {setting}"),
    Action.PUBLIC_MEETINGS_SHOWN: gettext_noop(
        "lets anybody read of the next meeting of {about} on the public page: {what}"
    ),
    Action.PUBLIC_MEETINGS_HIDDEN: gettext_noop("took the next meeting of {about} off the public page"),
    Action.ELECTION_CALLED: gettext_noop("called the election of the {office} of {collaboration}"),
    Action.ELECTION_CHANGED: gettext_noop(
        "changed the election of the {office} of {collaboration}: nominations until {until}, in post from {start}"
    ),
    Action.NOMINATIONS_OPENED: gettext_noop(
        "opened nominations for the {office} of {collaboration}, until {until}"
    ),
    Action.NOMINATED: gettext_noop("nominated {person} as {office} of {collaboration}"),
    Action.NOMINATION_ACCEPTED: gettext_noop("accepted the nomination as {office} of {collaboration}"),
    Action.NOMINATION_DECLINED: gettext_noop("does not stand as {office} of {collaboration}"),
    Action.ELECTION_COUNTED: gettext_noop(
        "counted the ballot in the election of the {office} of {collaboration}"
    ),
    Action.ELECTED: gettext_noop("recorded that {person} is elected {office} of {collaboration}: {how}"),
    Action.NOBODY_ELECTED: gettext_noop("recorded that nobody was elected {office} of {collaboration}"),
    Action.ELECTION_CALLED_OFF: gettext_noop("called off the election of the {office} of {collaboration}"),
    Action.VOTE_OPENED: gettext_noop("put “{about}” to the vote in {collaboration}"),
    Action.VOTE_CAST: gettext_noop("voted for {setting} on “{about}” in {collaboration}"),
    Action.VOTE_STOOD_ASIDE: gettext_noop(
        "declared an interest of {setting} in “{about}” in {collaboration}, which stands aside"
    ),
    Action.VOTE_CLOSED: gettext_noop("closed the vote on “{about}” in {collaboration}: {outcome}"),
    Action.VOTE_SETTLED: gettext_noop("settled the equal vote on “{about}” in {collaboration}: {outcome}"),
    Action.VOTE_WITHDRAWN: gettext_noop("withdrew the vote on “{about}” in {collaboration}"),
    Action.VOTE_REMINDED: gettext_noop(
        "reminded {number:setting|settings} to vote on “{about}” in {collaboration}"
    ),
    Action.MINUTES_WRITTEN: gettext_noop("wrote in the minutes of “{about}” of {collaboration}"),
    Action.MINUTES_SENT: gettext_noop("sent the minutes of “{about}” of {collaboration} to the members"),
    Action.MINUTES_CORRECTION_PROPOSED: gettext_noop(
        "proposed a correction to the minutes of “{about}” of {collaboration}"
    ),
    Action.MINUTES_CORRECTION_ANSWERED: gettext_noop(
        "answered a correction to the minutes of “{about}” of {collaboration}"
    ),
    Action.MINUTES_AGREED: gettext_noop(
        "recorded that the minutes of “{about}” of {collaboration} were agreed on {day}"
    ),
    Action.MINUTES_AMENDED: gettext_noop("added an amendment to the minutes of “{about}” of {collaboration}"),
    Action.DECISION_RECORDED: gettext_noop("recorded a decision of “{about}” of {collaboration}"),
    Action.DECISION_CHANGED: gettext_noop("changed a decision of “{about}” of {collaboration}"),
    Action.DECISION_REMOVED: gettext_noop("took a decision out of “{about}” of {collaboration}"),
    Action.CONCERN_ROUTES_GIVEN: gettext_noop(
        "confirmed that the routes for a concern were given at “{about}” of {collaboration}"
    ),
    Action.EVENT_PLANNED: gettext_noop("planned the event “{about}” on {day}"),
    Action.EVENT_CHANGED: gettext_noop("changed the event “{about}”"),
    Action.EVENT_MOVED: gettext_noop("moved the event “{about}” from {before} to {day}"),
    Action.EVENT_PUBLISHED: gettext_noop("published the event “{about}” and invited {number:person|people}"),
    Action.EVENT_CANCELLED: gettext_noop("cancelled the event “{about}”"),
    Action.EVENT_RESTORED: gettext_noop("brought back the event “{about}”"),
    Action.EVENT_HELD: gettext_noop("recorded that the event “{about}” was held"),
    Action.PLACE_BOOKED: gettext_noop("booked for {setting} at “{about}”: {state}"),
    Action.PLACE_OFFERED: gettext_noop("offered {person}, {setting}, a place at “{about}”"),
    Action.PLACE_ANSWERED: gettext_noop("answered the offer of a place at “{about}” for {setting}: {state}"),
    Action.PLACE_LAPSED: gettext_noop("withdrew the offer of a place at “{about}” from {person}, {setting}"),
    Action.PLACE_CANCELLED: gettext_noop("cancelled the booking of {setting} at “{about}”"),
    Action.PLACE_BOOKED_FOR: gettext_noop("booked for {person}, {setting}, at “{about}”: {state}"),
    Action.PLACE_CANCELLED_FOR: gettext_noop(
        "told {person}, {setting}, that their booking at “{about}” ended"
    ),
    Action.NEEDS_READ: gettext_noop("read what {number:person needs|people need} at “{about}”"),
    Action.NEEDS_DELETED: gettext_noop("deleted what {number:person|people} needed at “{about}”"),
    Action.COMING_MARKED: gettext_noop("recorded of {person} at “{about}”: {what}"),
    Action.WALK_IN_ADDED: gettext_noop("added {name}, who came to “{about}” without a booking"),
    Action.WALK_IN_REMOVED: gettext_noop("took back that {name} came to “{about}”"),
    Action.SESSION_WRITTEN: gettext_noop("wrote the session “{title}” of “{about}”"),
    Action.SESSION_REMOVED: gettext_noop("removed the session “{title}” of “{about}”"),
    Action.MATERIAL_ADDED: gettext_noop("added the material “{title}” to “{about}”"),
    Action.MATERIAL_REMOVED: gettext_noop("took the material “{title}” away from “{about}”"),
    Action.FEEDBACK_GIVEN: gettext_noop("said how “{about}” was"),
    Action.PLEDGE_ANSWERED: gettext_noop("said what came of “{about}”"),
    Action.DATA_PACK_SHARED: gettext_noop(
        "shared the data pack of “{about}”, as at {day}, with the leaders who come"
    ),
    Action.DATA_PACK_STOPPED: gettext_noop("stopped sharing the data pack of “{about}”"),
    Action.DATA_PACK_TAKEN: gettext_noop("made a PDF of the data pack of “{about}”, as at {day}: {what}"),
    Action.CALENDAR_MADE: gettext_noop("made an address for their own calendar"),
    Action.CALENDAR_STOPPED: gettext_noop("stopped the address of their own calendar"),
    Action.UPDATES_CHOSEN: gettext_noop("chose how emails that can wait come: {choice}"),
}
