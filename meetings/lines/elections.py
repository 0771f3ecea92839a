"""What elections ask of people, settings and those who run a group (G6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import LED
from core.dates import last_day
from core.frame.lines import Line, collaboration_lines, personal_lines, setting_lines
from core.frame.page_rows import PageRow, page_rows
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words
from meetings.models.elections import Election
from meetings.models.votes import Vote
from meetings.rules.elections import ElectionState
from meetings.selectors import on_page_elections  # noqa: F401  what is read for these lines
from meetings.selectors.elections import is_due_by
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider


def _line(row: PageRow, what: str, name: str = "election", *args: int, **more: object) -> Line:
    facts = row.facts
    url = reverse(f"meetings:{name}", args=[facts["group_id"], row.pk, *args])
    words = what % {"office": _office(row)}
    return Line(words, url, Section.COLLABORATION, facts["group"], facts["group_id"], **more)  # type: ignore[arg-type]


def _office(row: PageRow) -> str:
    return str(Election.Office(row.facts["office"]).label).lower()


def _nominate_until(row: PageRow) -> date:
    return date.fromisoformat(row.facts["nominate_until"])


@personal_lines.register(key="nominated", order=45)
def will_you_stand(visitor: Visitor) -> Iterator[Line]:
    """Nominated by somebody else, and not answered yet. Nobody of the team is, who works at no setting."""
    if not visitor.groups and not visitor.settings and visitor.allows(Permission.VIEW_COLLABORATIONS):
        return
    for row in page_rows(visitor, "elections"):
        if row.facts["state"] != ElectionState.NOMINATIONS:
            continue
        for nominated in row.facts["nominated"]:
            if nominated["person"] == visitor.user.pk and not nominated["answer"]:
                words = _("You are nominated as %(office)s: will you stand?")
                more = {"due_on": _nominate_until(row), "action": _("Say yes or no")}
                yield _line(row, words, "answer_nomination", nominated["pk"], **more)


@setting_lines.register(key="elections", order=35)
def nominate(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """While nominations are open, until the reader has nominated somebody or is nominated."""
    groups = {
        membership.collaboration_id
        for membership in memberships_of_settings(visitor, settings)
        if membership.joined_on <= visitor.on
    }
    for row in page_rows(visitor, "elections"):
        if row.facts["group_id"] not in groups or row.facts["state"] != ElectionState.NOMINATIONS:
            continue
        spoke = any(visitor.user.pk in (each["by"], each["person"]) for each in row.facts["nominated"])
        if _nominate_until(row) >= visitor.on and not spoke:
            words = _("Nominate somebody as %(office)s, or yourself")
            yield _line(row, words, "choose_nominee", due_on=_nominate_until(row))


@collaboration_lines.register(key="elections", order=25)
def elections_to_run(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Elections that wait for whoever runs the group, and terms that end without one."""
    asked = {group.pk: group for group in groups}
    for row in page_rows(visitor, "elections"):
        if row.facts["group_id"] in asked:
            yield from _to_run(row, visitor)
    for term in page_rows(visitor, "terms"):
        group = asked.get(term.facts["group_id"])
        starts_on, ends_on = (date.fromisoformat(term.facts[name]) for name in ("starts_on", "ends_on"))
        if group is None or group.state not in LED or not is_due_by(starts_on, ends_on, visitor.on):
            continue
        last = last_day(ends_on)
        yield Line(
            _("Elect a %(office)s: the term of %(person)s ends")
            % {"office": _office(term), "person": term.facts["person"]},
            f"{reverse('meetings:call_election', args=[group.pk])}?office={term.facts['office']}",
            Section.COLLABORATION,
            group.name,
            group.pk,
            detail=_("The last day is %(day)s.") % {"day": date_in_words(last)},
            due_on=last,
            action=_("Call an election"),
        )


def _to_run(row: PageRow, visitor: Visitor) -> Iterator[Line]:
    facts = row.facts
    closes_at = facts["closes_at"] and datetime.fromisoformat(facts["closes_at"])
    is_over = facts["ballot"] == Vote.State.OPEN and (closes_at is None or closes_at <= timezone.now())
    if facts["state"] == ElectionState.CALLED:
        yield _line(row, _("Open nominations for the %(office)s"), "open_nominations")
    elif facts["state"] == ElectionState.NOMINATIONS and _nominate_until(row) < visitor.on:
        yield _line(row, _("Nominations for the %(office)s are over: record what comes of it"))
    elif facts["state"] == ElectionState.BALLOT and is_over:
        yield _line(row, _("Count the ballot for the %(office)s"), "count_ballot")
    elif facts["state"] == ElectionState.BALLOT and facts["ballot"] == Vote.State.CLOSED:
        yield _line(row, _("Record who is elected as %(office)s"), "declare_elected")
    elif facts["state"] == ElectionState.TIED:
        yield _line(row, _("Votes for the %(office)s are equal: draw a lot, or vote again"))
