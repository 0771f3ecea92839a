"""1.9 Behaviours: what members expect of each other, coming and going, dividing, and safeguarding."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section(
        "1.9",
        _("Behaviours"),
        _("What members expect of each other, and what happens when members come, go or worry."),
    ),
)
#: W3 warns when none of these is answered.
SAFEGUARDING_PART = ("safeguarding_disclosures", "safeguarding_routes", "safeguarding_reporter")
_HERE = Asking("1.9")

QUESTIONS: tuple[Question, ...] = (
    _HERE.words(
        "every_voice", _("How do you make sure that every member is heard?"),
        _("Think of small settings, new members and people who speak up less. Respect shows in what you do, so say what you do."),
        _("The chair asks each setting in turn before anything important is decided."),
        _("We criticise ideas and not people, and a different opinion is welcome."),
        _("Members who cannot come may send their opinion, and it is read out."),
    ),
    _HERE.words(
        "conduct", _("What do you expect of members, and what happens if somebody does not keep to it?"),
        _("Write it as steps that are kind and clear: who talks to whom first, when the group talks about it, and who decides."),
        _("A leader first has a quiet word with the person. Only if that changes nothing does the group talk about it."),
        _("Members come prepared, do what they took on, and say early when they cannot."),
    ),
    _HERE.answer(
        "attendance_threshold", _("What share of the meetings should a member attend?"),
        _("The usual share is 80%. You may set another, or none. A stand-in counts as attending. When a member falls below, the "
          "members talk about it, and the software removes nobody."),
        _("Somebody else of the setting may come in place of the usual person."),
        _("A setting that cannot come for a while tells the chair, and the members agree what to do."),
    ),
    _HERE.words(
        "missed_meetings", _("What do you do when a member misses many meetings?"),
        _("Start with help: another time of day, a lift, joining by video. Say who asks, and what the members may decide in the end."),
        _("A leader telephones the member and asks what would make it easier to come."),
        _("Illness and inspections are excused by the chair."),
    ),
    _HERE.words(
        "member_leaves", _("What happens when a member leaves?"),
        _("Think of notice, actions that are not finished, documents, keys and passwords, and of saying goodbye well."),
        _("A member gives notice in writing, hands its actions over and returns what belongs to the group."),
        _("What was said in confidence stays in confidence afterwards."),
    ),
    _HERE.words(
        "member_joins", _("What happens when a setting wants to join?"),
        _("Say whom it asks, who decides and how soon it hears. Agree on this before the first setting asks."),
        _("A setting that is interested comes to one meeting as a guest, and the members decide at the next."),
        _("Each new member has a partner among the others for its first year."),
    ),
    _HERE.answer(
        "optimum_size", _("Above how many members will you talk about dividing?"),
        _("Six to eight members are easy to manage. A larger group is allowed, and you will be advised to think about it."),
        _("We would rather make two lively groups than one in which people only listen."),
        _("Members that work closely together stay in the same group where possible."),
    ),
    _HERE.words(
        "dividing", _("How will you decide to divide, and along which lines?"),
        _("Say who proposes it, how it is decided, and what counts: place, kind of setting, or shared interests."),
        _("Any member may propose it. We invite an officer of the local authority to the meeting that decides."),
        _("We divide by how far people have to travel, and each member may say where it would rather go."),
    ),
    _HERE.words(
        "leads_after_dividing", _("Who will lead the new groups?"),
        _("People need time to grow into it, so name the way rather than wait for the day."),
        _("Each new group chooses its leader at its first meeting. Until then the present leader looks after both."),
        _("We prepare a second leader as soon as we pass our usual size."),
    ),
    _HERE.words(
        "safeguarding_disclosures", _("What do you do when a worry about a child comes up in a meeting, a message or anywhere else?"),
        _("Cover meetings, visits, email and chat. Stop, do not discuss the child before the group, report it by the proper route, and "
          "write down that it was reported. The concern itself never goes into this software."),
        _("The chair stops the discussion, and the people concerned talk in private straight away."),
        _("Whoever hears of a concern reports it on the same day and tells the leader only that it was reported."),
        _("The leader makes sure that the local authority's designated safeguarding lead has been told."),
    ),
    _HERE.answer(
        "safeguarding_routes", _("Where is a concern taken?"),
        _("Choose all that apply. The local authority keeps the telephone numbers up to date."),
        _("The routes are read out once a year at the first meeting."),
        _("Every member keeps the routes where its staff can see them."),
    ),
    _HERE.answer(
        "safeguarding_reporter", _("Who makes sure that it is reported?"),
        _("One clear person prevents everyone from thinking that somebody else did it. Whoever hears a concern keeps a duty of his or her own."),
        _("If that person is away, whoever chairs the meeting takes it on."),
        _("That person has up-to-date safeguarding training."),
    ),
)  # fmt: skip
