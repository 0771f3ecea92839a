"""What votes ask of settings and of those who run a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from meetings.models.votes import Vote
from meetings.rules.outcomes import OutcomeKind
from meetings.selectors.on_page import votes_of_page
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider


def _line(vote: Vote, what: str, **facts: object) -> Line:
    url = reverse("meetings:vote", args=[vote.collaboration_id, vote.pk])
    group = vote.collaboration
    return Line(what, url, Section.COLLABORATION, group.name, group.pk, **facts)  # type: ignore[arg-type]


@setting_lines.register(key="votes", order=25)
def votes_to_cast(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """The open votes in which a setting has not voted, each with its last day. Nobody of the team has a vote, nor sees
    one of members alone.
    """
    memberships = memberships_of_settings(visitor, settings)
    now = timezone.now()
    sees_all = visitor.allows(Permission.VIEW_COLLABORATIONS)
    for vote in votes_of_page(visitor):
        if not vote.is_open or (vote.closes_at is not None and vote.closes_at <= now):
            continue
        if vote.members_only and sees_all:
            continue
        for membership in memberships:
            if membership.pk in vote.waiting:  # type: ignore[attr-defined]
                due_on = (
                    timezone.localdate(vote.closes_at)
                    if vote.closes_at
                    else timezone.localdate(vote.opens_at)
                )
                what = _("Vote: %(title)s") % {"title": vote.title}
                yield _line(vote, what, setting=str(membership.provider), due_on=due_on, action=_("Vote"))


@collaboration_lines.register(key="votes", order=16)
def votes_to_end(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Votes that wait for whoever runs the group: one in the room that nobody has closed, and equal ones."""
    asked = {group.pk for group in groups}
    for vote in votes_of_page(visitor):
        if vote.collaboration_id not in asked or vote.members_only:
            continue
        words = {"title": vote.title}
        if vote.is_open and vote.in_the_room:
            yield _line(
                vote, _("Close the vote: %(title)s") % words, due_on=timezone.localdate(vote.opens_at)
            )
        elif vote.outcome == OutcomeKind.VOTE_AGAIN:
            yield _line(vote, _("Vote once more: %(title)s") % words, detail=_("The votes were equal."))
        elif not vote.is_open:
            yield _line(vote, _("Settle the equal vote: %(title)s") % words, detail=vote.outcome_words)
