"""1.8 Meeting Management."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section(
        "1.8", _("Meeting Management"), _("When and where you meet, and how everybody is kept informed.")
    ),
)
_HERE = Asking("1.8")

QUESTIONS: tuple[Question, ...] = (
    _HERE.answer(
        "meetings_a_year", _("How often will you meet in a year, at least?"),
        _("Once a term is the usual minimum, and once a quarter keeps things moving. You can always meet more often."),
        _("We may meet more often when there is something to prepare together."),
        _("A meeting that falls out is made up for within six weeks."),
    ),
    _HERE.words(
        "meeting_dates", _("How are dates and times chosen?"),
        _("Think of those who work alone with children, and of term-time settings. Say how far ahead dates are fixed."),
        _("All dates of a year are agreed at its first meeting."),
        _("We change between early evenings and Saturday mornings so that childminders can come."),
    ),
    _HERE.words(
        "meeting_venues", _("Where do you meet?"),
        _("Say who hosts, how you make sure that everyone can get in and take part, and when you meet online."),
        _("Members host in turn. A host tells the others about steps, parking and toilets beforehand."),
        _("One meeting of each year is online, and anyone may join the others by video."),
    ),
    _HERE.words(
        "meeting_organiser", _("Who organises each meeting?"),
        _("Somebody books the place, invites people and prepares the chair. Name the role here rather than the person."),
        _("The host organises the room, and the administrator sends the invitations."),
        _("The leader and the chair prepare each meeting together by telephone."),
    ),
    _HERE.words(
        "agenda_items", _("How do members put items on the agenda?"),
        _("Every member should be able to. Say by when, and to whom."),
        _("Any member may propose an item up to ten days beforehand, and nothing is left off without a word to whoever proposed it."),
        _("Each meeting begins by asking whether anything urgent is missing."),
    ),
    _HERE.answer(
        "papers_days_ahead", _("How many days before a meeting do papers go out?"),
        _("A week gives people time to read them and to talk to their staff."),
        _("A paper that comes late is marked as late, and the members decide whether to deal with it."),
        _("Papers are short, and say at the top what is asked of the members."),
    ),
    _HERE.words(
        "papers_sent", _("How do papers reach the members?"),
        _("Choose one way that everybody can use, and say what happens for those who need print or large type."),
        _("The administrator puts papers on the group's pages, and each member gets an email with the link."),
        _("Papers are printed for members who ask for it."),
    ),
    _HERE.words(
        "minutes_sent", _("How do minutes and actions reach the members?"),
        _("Say who writes them, how soon, and how they are agreed. Actions need a name and a day."),
        _("Actions go out within three days and the full minutes within two weeks."),
        _("Minutes are agreed at the next meeting, and whoever was away reads them before it."),
    ),
    _HERE.words(
        "between_meetings", _("How do you keep in touch between meetings?"),
        _("Agree on one channel, on what it is for, and on what never goes there, such as anything about a child."),
        _("We use an email list for questions and telephone when something is urgent."),
        _("Nobody is expected to answer in the evening or at weekends."),
    ),
    _HERE.words(
        "small_groups", _("Will you talk in small groups?"),
        _("In threes and fours more people speak. Say when you do it, and how the results come back to everyone."),
        _("Half an hour of each meeting is for small groups in which each setting tells of one thing that it tried."),
        _("Each small group names one point to take to the whole meeting."),
    ),
    _HERE.words(
        "guests", _("May somebody who is not a member be invited once?"),
        _("A guest comes for one topic, sees only its papers and has no vote. Say who may invite one."),
        _("The chair may invite a guest for one topic if no member objects within three days."),
        _("A speech therapist or a teacher of a nearby school may come for the part that concerns them."),
    ),
    _HERE.words(
        "meeting_administration", _("What does administering the meetings include?"),
        _("List the tasks, so that whoever takes them on knows what is asked."),
        _("It means inviting people, keeping the list of who came, sending papers, and writing down decisions and actions."),
        _("It does not include chasing members for actions. That is everybody's own duty."),
    ),
)  # fmt: skip
