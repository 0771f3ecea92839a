"""What votes ask of settings and of those who run a group (G6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines, setting_lines
from core.frame.page_rows import PageRow, page_rows
from core.frame.sections import Section
from core.frame.visitor import Visitor
from meetings.models.votes import Vote
from meetings.rules.outcomes import OutcomeKind
from meetings.selectors import on_page_votes  # noqa: F401  what is read for these lines
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider


def _line(vote: PageRow, what: str, **more: object) -> Line:
    facts = vote.facts
    url = reverse("meetings:vote", args=[facts["group_id"], vote.pk])
    return Line(what, url, Section.COLLABORATION, facts["group"], facts["group_id"], **more)  # type: ignore[arg-type]


def _is_open(vote: PageRow) -> bool:
    return bool(vote.facts["state"] == Vote.State.OPEN)


@setting_lines.register(key="votes", order=25)
def votes_to_cast(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """The open votes in which a setting has not voted, each with its last day. Nobody of the team has a vote,
    nor sees one of members alone.
    """
    memberships = memberships_of_settings(visitor, settings)
    now = timezone.now()
    for vote in page_rows(visitor, "votes"):
        closes_at = vote.facts["closes_at"] and datetime.fromisoformat(vote.facts["closes_at"])
        if not _is_open(vote) or (closes_at and closes_at <= now):
            continue
        if vote.facts["members_only"] and visitor.allows(Permission.VIEW_COLLABORATIONS):
            continue
        for membership in memberships:
            if membership.pk in vote.facts["waiting"]:
                last = closes_at or datetime.fromisoformat(vote.facts["opens_at"])
                what = _("Vote: %(title)s") % {"title": vote.facts["title"]}
                due_on, setting = timezone.localdate(last), str(membership.provider)
                yield _line(vote, what, setting=setting, due_on=due_on, action=_("Vote"))


@collaboration_lines.register(key="votes", order=16)
def votes_to_end(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Votes that wait for whoever runs the group: one in the room that nobody has closed, and equal ones."""
    asked = {group.pk for group in groups}
    for vote in page_rows(visitor, "votes"):
        facts = vote.facts
        if facts["group_id"] not in asked or facts["members_only"]:
            continue
        words = {"title": facts["title"]}
        if _is_open(vote):
            if facts["at_the_meeting"]:
                due_on = timezone.localdate(datetime.fromisoformat(facts["opens_at"]))
                yield _line(vote, _("Close the vote: %(title)s") % words, due_on=due_on)
        elif facts["outcome"] == OutcomeKind.VOTE_AGAIN:
            yield _line(vote, _("Vote once more: %(title)s") % words, detail=_("The votes were equal."))
        else:
            yield _line(vote, _("Settle the equal vote: %(title)s") % words, detail=facts["outcome_words"])
