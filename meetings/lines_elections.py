"""What elections ask: of those who run a group, of its settings, and of whoever is nominated (G6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from collaborations.rules import LED
from core.dates import last_day
from core.frame.lines import Line, collaboration_lines, personal_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words
from meetings.models.elections import Election
from meetings.rules.elections import ElectionState
from meetings.selectors.on_page_elections import elections_of_page, terms_ending_of_page
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider


def _line(election: Election, what: str, name: str = "election", *args: int, **facts: object) -> Line:
    group = election.collaboration
    url = reverse(f"meetings:{name}", args=[group.pk, election.pk, *args])
    words = what % {"office": election.office_words}
    return Line(words, url, Section.COLLABORATION, group.name, group.pk, **facts)  # type: ignore[arg-type]


@personal_lines.register(key="nominated", order=45)
def will_you_stand(visitor: Visitor) -> Iterator[Line]:
    """Nominated by somebody else, and not answered yet."""
    for election in elections_of_page(visitor, of_person=True):
        if election.state != ElectionState.NOMINATIONS:
            continue
        for row in election.nominated:  # type: ignore[attr-defined]
            if row["person"] == visitor.user.pk and not row["answer"]:
                words = _("You are nominated as %(office)s: will you stand?")
                yield _line(
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
    for election in elections_of_page(visitor):
        if election.collaboration_id not in groups or election.state != ElectionState.NOMINATIONS:
            continue
        has_spoken = any(
            visitor.user.pk in (row["by"], row["person"])
            for row in election.nominated  # type: ignore[attr-defined]
        )
        if election.nominate_until >= visitor.on and not has_spoken:
            words = _("Nominate somebody as %(office)s, or yourself")
            yield _line(election, words, "choose_nominee", due_on=election.nominate_until)


@collaboration_lines.register(key="elections", order=25)
def elections_to_run(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Elections that wait for whoever runs the group, and terms that end without one."""
    asked = {group.pk: group for group in groups}
    for election in elections_of_page(visitor):
        if election.collaboration_id not in asked:
            continue
        if election.state == ElectionState.CALLED:
            yield _line(election, _("Open nominations for the %(office)s"), "open_nominations")
        elif election.state == ElectionState.NOMINATIONS and election.nominate_until < visitor.on:
            yield _line(election, _("Nominations for the %(office)s are over: record what comes of it"))
        elif election.state == ElectionState.TIED:
            yield _line(election, _("Votes for the %(office)s are equal: draw a lot, or vote again"))
    for term in terms_ending_of_page(visitor):
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
