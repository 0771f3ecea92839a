"""1.6 Membership, with the chair and the administrator."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (Section("1.6", _("Membership"), _("Who may be a member, who chairs and who administers.")),)
_HERE = Asking("1.6")

QUESTIONS: tuple[Question, ...] = (
    _HERE.words(
        "open_to", _("Who is the group open to?"),
        _("Finish the thought “a member is a setting that …”: its place, its kind, or what it wants to work on."),
        _("Any registered early years setting in our locality may be a member."),
        _("The group is for childminders, with or without assistants, who live within reach of our meeting place."),
    ),
    _HERE.words(
        "who_may_join", _("Who can be a member, and why?"),
        _("Say what a setting needs to be able to take part, and what speaks for a mixed group."),
        _("We welcome settings of every size and kind, because we learn most from those who work differently."),
        _("A member is ready to host, to visit and to be visited."),
    ),
    _HERE.words(
        "who_may_not_join", _("Who cannot be a member, and why?"),
        _("Give a reason that is fair to say aloud, such as distance or the number of members. Groups exist so that settings improve, "
          "so membership is not kept for those who have been judged well."),
        _("We do not take on more members than our meeting places hold, so that everyone can still be heard."),
        _("Firms that sell to settings may be our guests but not members, because they have an interest of their own."),
    ),
    _HERE.answer(
        "who_chairs", _("Who chairs the meetings?"),
        _("The chair need not be the leader. Chairing in turn spreads the work and the practice."),
        _("The chair keeps to time and sees to it that quieter people speak."),
        _("If the chair cannot come, those present choose somebody for the day."),
    ),
    _HERE.words(
        "chair_election", _("How is the chair chosen?"),
        _("Describe it from the call for names to the result: who may stand, who votes, and what happens if only one person stands."),
        _("Names are collected two weeks before the meeting. Each setting has one vote, cast on paper or online."),
        _("If only one person stands, the members are asked whether anyone objects."),
    ),
    _HERE.answer(
        "chair_term_months", _("How long does a chair serve?"),
        _("A year is common: long enough to learn it and short enough to offer."),
        _("A chair may serve a second term, and then somebody else has a turn."),
        _("A chair who stops early is replaced at the next meeting."),
    ),
    _HERE.answer(
        "who_administers", _("Who looks after dates, papers and minutes?"),
        _("This can be somebody's task for a year, a shared one, or paid for from joint money."),
        _("The administrator is allowed time for it by his or her setting."),
        _("Tasks may be divided, for example one person for papers and one for minutes."),
    ),
    _HERE.words(
        "administrator_chosen", _("How do you decide who administers?"),
        _("Say how somebody is found and agreed, and what happens if no one offers."),
        _("We ask for volunteers at the last meeting of the year and agree on one of them."),
        _("If nobody volunteers, members take it meeting by meeting in the order of the alphabet."),
    ),
    _HERE.answer(
        "administrator_term_months", _("How long does an administrator serve?"),
        _("Choose a term that ends at a quiet time of your year."),
        _("The administrator hands over all files and passwords in the last week."),
        _("Chair and administrator do not change at the same meeting."),
    ),
)  # fmt: skip
