"""What meetings ask of those who run a group, and of the settings in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import LED
from core.dates import last_day
from core.frame.lines import Line, Tap, collaboration_lines, personal_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words, day_and_month, time_in_words
from meetings.models.elections import Election
from meetings.models.planning import Answer, Meeting
from meetings.rules.elections import ElectionState
from meetings.rules.states import MeetingState
from meetings.selectors.on_page import last_held_of_page, meetings_of_page
from meetings.selectors.on_page_elections import elections_of_page, terms_ending_of_page
from memberships.selectors.on_page import memberships_of_settings
from portal.selectors.own import own_groups
from providers.models import Provider
from ways_of_working.selectors.on_page import terms_of_page

#: Papers are asked for so long before they are due, and a meeting is named so long before its day.
PAPERS_SOON, MEETING_SOON = timedelta(days=7), timedelta(days=28)
#: After so long without a meeting ahead of it, a group is reminded to plan one.
TERM = timedelta(days=120)


def _when(meeting: Meeting) -> str:
    return _("%(day)s, %(time)s") % {
        "day": day_and_month(meeting.on),
        "time": time_in_words(meeting.starts_at),
    }


def _of_group(group: Collaboration, what: str, name: str, *args: int, **facts: object) -> Line:
    url = reverse(f"meetings:{name}", args=[group.pk, *args])
    return Line(what, url, Section.COLLABORATION, group.name, group.pk, **facts)  # type: ignore[arg-type]


@collaboration_lines.register(key="attendance", order=5)
def attendance_to_take(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Of the day itself, and of earlier days where nobody has said that the meeting was held."""
    asked = {group.pk: group for group in groups}
    for meeting in meetings_of_page(visitor):
        if meeting.collaboration_id in asked and meeting.on <= visitor.on:
            what = _("Take attendance: %(title)s, %(when)s") % {
                "title": meeting.title,
                "when": _when(meeting),
            }
            detail = _("It counts once you record that it was held.")
            yield _of_group(
                asked[meeting.collaboration_id],
                what,
                "attendance",
                meeting.pk,
                detail=detail,
                due_on=meeting.on,
            )


@collaboration_lines.register(key="agenda", order=15)
def agendas(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Proposals that wait for an answer, and papers that are due within a week (G1, G2)."""
    asked = {group.pk: group for group in groups}
    for meeting in meetings_of_page(visitor):
        group = asked.get(meeting.collaboration_id)
        if group is None or meeting.on < visitor.on:
            continue
        words = {"when": _when(meeting)}
        if meeting.waiting:  # type: ignore[attr-defined]
            what = _("Somebody proposed an item for the meeting on %(when)s") % words
            yield _of_group(group, what, "meeting", meeting.pk, action=_("Answer"))
        if meeting.state == MeetingState.PAPERS_SENT:
            continue
        due = terms_of_page(visitor)[group.pk].papers_due_on(meeting.on)
        if due is not None and due - PAPERS_SOON <= visitor.on:
            what = _("Send the agenda for the meeting on %(when)s") % words
            yield _of_group(group, what, "meeting", meeting.pk, due_on=due)


@collaboration_lines.register(key="no_meeting", order=75)
def no_meeting(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """A group that runs, has no meeting ahead, and has not met for a term."""
    ahead = {meeting.collaboration_id for meeting in meetings_of_page(visitor) if meeting.on >= visitor.on}
    last = last_held_of_page(visitor)
    for group in groups:
        if group.state in LED and group.pk not in ahead:
            held = last.get(group.pk)
            if held is None or held < visitor.on - TERM:
                yield _of_group(group, _("No meeting is planned"), "meetings", action=_("Plan meetings"))


@setting_lines.register(key="meetings", order=30)
def will_you_come(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """Meetings within four weeks of which a setting has not said whether it comes. One tap says yes."""
    memberships = memberships_of_settings(visitor, settings)
    for meeting in meetings_of_page(visitor):
        if not visitor.on <= meeting.on <= visitor.on + MEETING_SOON:
            continue
        for membership in memberships:
            if membership.collaboration_id != meeting.collaboration_id or membership.joined_on > meeting.on:
                continue
            if membership.pk in meeting.answered:  # type: ignore[attr-defined]
                continue
            url = reverse("meetings:answer", args=[meeting.collaboration_id, meeting.pk, membership.pk])
            yield Line(
                _("Will you come on %(when)s?") % {"when": _when(meeting)},
                reverse("meetings:meeting", args=[meeting.collaboration_id, meeting.pk]),
                Section.COLLABORATION,
                meeting.collaboration.name,
                meeting.collaboration_id,
                str(membership.provider),
                detail=meeting.place,
                due_on=meeting.on,
                tap=Tap(_("Yes"), url, (("word", Answer.Word.YES),)),
            )


def _own(visitor: Visitor, *, of_person: bool = False) -> frozenset[int]:
    """The reader's own groups, which the head of the page reads for members; the team is asked for its own only
    about itself.
    """
    if visitor.allows(Permission.VIEW_COLLABORATIONS) and not of_person:
        return frozenset()
    return frozenset(group.pk for group in visitor.once(own_groups, user=visitor.user, on=visitor.on))


def _of_election(election: Election, what: str, name: str = "election", *args: int, **facts: object) -> Line:
    group = election.collaboration
    url = reverse(f"meetings:{name}", args=[group.pk, election.pk, *args])
    words = what % {"office": election.office_words}
    return Line(words, url, Section.COLLABORATION, group.name, group.pk, **facts)  # type: ignore[arg-type]


@personal_lines.register(key="nominated", order=45)
def will_you_stand(visitor: Visitor) -> Iterator[Line]:
    """Nominated by somebody else, and not answered yet."""
    for election in elections_of_page(visitor, _own(visitor, of_person=True)):
        if election.state != ElectionState.NOMINATIONS:
            continue
        for row in election.nominated:  # type: ignore[attr-defined]
            if row["person"] == visitor.user.pk and not row["answer"]:
                words = _("You are nominated as %(office)s: will you stand?")
                yield _of_election(
                    election,
                    words,
                    "answer_nomination",
                    row["pk"],
                    due_on=election.nominate_until,
                    action=_("Say yes or no"),
                )


@setting_lines.register(key="elections", order=35)
def nominate(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """While nominations are open, until the reader has nominated somebody or is nominated."""
    groups = {
        row.collaboration_id
        for row in memberships_of_settings(visitor, settings)
        if row.joined_on <= visitor.on
    }
    for election in elections_of_page(visitor, _own(visitor)):
        if election.collaboration_id not in groups or election.state != ElectionState.NOMINATIONS:
            continue
        has_spoken = any(
            visitor.user.pk in (row["by"], row["person"])
            for row in election.nominated  # type: ignore[attr-defined]
        )
        if election.nominate_until >= visitor.on and not has_spoken:
            words = _("Nominate somebody as %(office)s, or yourself")
            yield _of_election(election, words, "choose_nominee", due_on=election.nominate_until)


@collaboration_lines.register(key="elections", order=25)
def elections_to_run(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Elections that wait for whoever runs the group, and terms that end without one."""
    asked = {group.pk: group for group in groups}
    for election in elections_of_page(visitor, _own(visitor)):
        if election.collaboration_id not in asked:
            continue
        if election.state == ElectionState.CALLED:
            yield _of_election(election, _("Open nominations for the %(office)s"), "open_nominations")
        elif election.state == ElectionState.NOMINATIONS and election.nominate_until < visitor.on:
            yield _of_election(
                election, _("Nominations for the %(office)s are over: record what comes of it")
            )
        elif election.state == ElectionState.BALLOT and election.to_count:  # type: ignore[attr-defined]
            yield _of_election(election, _("Count the ballot for the %(office)s"), "count_ballot")
        elif election.state == ElectionState.BALLOT and election.is_counted:  # type: ignore[attr-defined]
            yield _of_election(election, _("Record who is elected as %(office)s"), "declare_elected")
        elif election.state == ElectionState.TIED:
            yield _of_election(election, _("Votes for the %(office)s are equal: draw a lot, or vote again"))
    for term in terms_ending_of_page(visitor, _own(visitor)):
        group = asked.get(term.group.pk)
        if group is not None and group.state in LED:
            words = {"office": Election.Office(term.office).label.lower(), "person": term.person}
            last = last_day(term.ends_on)
            yield Line(
                _("Elect a %(office)s: the term of %(person)s ends") % words,
                f"{reverse('meetings:call_election', args=[group.pk])}?office={term.office}",
                Section.COLLABORATION,
                group.name,
                group.pk,
                detail=_("The last day is %(day)s.") % {"day": date_in_words(last)},
                due_on=last,
                action=_("Call an election"),
            )
