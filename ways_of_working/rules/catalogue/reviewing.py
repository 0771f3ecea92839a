"""1.11 Review: four clocks, each with a month and an interval."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section(
        "1.11",
        _("Review"),
        _("When you look at your work, these ways of working, the membership and the elections."),
    ),
)
_HERE = Asking("1.11")

QUESTIONS: tuple[Question, ...] = (
    _HERE.words(
        "review_how", _("How do you judge whether the group is worth its time?"),
        _("Look at least once a year at whether the work still matters, and what it changed for children. Say what you will look at."),
        _("Each setting names one thing that it does differently because of the group."),
        _("We compare what we planned with what happened, and drop what did not help."),
    ),
    _HERE.answer(
        "review_work_month", _("In which month do you review your work?"),
        _("The end of the summer term suits many groups, because the plan for the next year follows."),
        _("The results go into the next development plan."),
        _("We ask an officer to join us for this meeting."),
    ),
    _HERE.answer(
        "review_work_every", _("How many months lie between reviews of your work?"),
        _("Twelve months is usual."),
        _("We look at it sooner if two members ask."),
        _("A short look half-way tells us whether we are on course."),
    ),
    _HERE.answer(
        "review_terms_month", _("In which month do you review these ways of working?"),
        _("Choose a meeting with time for it. Members read the text beforehand."),
        _("Each member notes beforehand what it would change."),
        _("We read one part aloud at each meeting of the year, so that the review is quick."),
    ),
    _HERE.answer(
        "review_terms_every", _("How many months lie between reviews of these ways of working?"),
        _("Twelve months is usual. A new group may want to look after six."),
        _("We also look at them whenever several members join or leave."),
        _("If nothing needs to change, we write down that we looked."),
    ),
    _HERE.answer(
        "review_membership_month", _("In which month do you review the membership?"),
        _("Ask who is missing around you, who comes seldom, and whether the size is right."),
        _("We look at a map and ask which settings near us belong to no group."),
        _("Every member says whether it wishes to stay for another year."),
    ),
    _HERE.answer(
        "review_membership_every", _("How many months lie between reviews of the membership?"),
        _("Twelve months is usual."),
        _("A setting that asks to join does not have to wait for the review."),
        _("We look at it again after the group has divided or merged."),
    ),
    _HERE.answer(
        "review_elections_month", _("In which month do you elect chair and administrator?"),
        _("Let it follow the terms that you agreed under Membership."),
        _("Elections are the first item of that meeting."),
        _("New office holders start at the meeting after."),
    ),
    _HERE.answer(
        "review_elections_every", _("How many months lie between elections?"),
        _("Make this fit the terms of chair and administrator."),
        _("A post that falls vacant is filled for the rest of its term only."),
        _("Members may vote to confirm somebody who is willing to go on."),
    ),
)  # fmt: skip
