"""What a page's contributions read of elections: one query for the whole page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from django.utils import timezone

from collaborations.models import Collaboration
from core.frame.visitor import Visitor
from meetings.models.elections import Election, Nomination
from meetings.models.votes import Vote
from meetings.rules.elections import UNDER_WAY
from meetings.selectors.elections import is_due_by, terms_that_end
from memberships.selectors.on_page import members_of_page


class EndingTerm(NamedTuple):
    """An office of one of the page's groups whose next election is due and not called."""

    group: Collaboration
    office: str
    person: str
    ends_on: date


def elections_of_page(visitor: Visitor, own: frozenset[int]) -> list[Election]:
    """The elections under way in the page's groups, in those of its settings, and in the reader's ``own``; each
    with ``nominated`` (pk, person, by and answer) and ``to_count``, whether a ballot is to be counted.
    """
    return [election for group in _groups(visitor, own) for election in _elections_in(group)]


def terms_ending_of_page(visitor: Visitor, own: frozenset[int]) -> list[EndingTerm]:
    """Terms that end in the page's groups, the earliest first."""
    asked = {group.pk for group in visitor.groups}
    terms = [
        term for group in _groups(visitor, own) if group.pk in asked for term in _terms_in(group, visitor.on)
    ]
    return sorted(terms, key=lambda term: (term.ends_on, term.office))


def _groups(visitor: Visitor, own: frozenset[int]) -> list[Any]:
    ids = {group.pk for group in visitor.groups} | own
    ids |= {row.collaboration_id for row in members_of_page(visitor)}
    return visitor.once(_read, frozenset(ids), on=visitor.on)


def _read(group_ids: frozenset[int], *, on: date) -> list[Collaboration]:
    """Groups with ``elections_now`` and ``terms_now``."""
    if not group_ids:
        return []
    rows = Nomination.objects.filter(election=OuterRef("pk")).order_by("pk")
    nominated = ArraySubquery(
        rows.values(row=JSONObject(pk="pk", person="person_id", by="nominated_by_id", answer="answer"))
    )
    elections = Election.objects.filter(collaboration=OuterRef("pk"), state__in=UNDER_WAY)
    elections = elections.annotate(nominated=nominated).order_by("nominate_until", "pk")
    said = elections.values(
        row=JSONObject(
            pk="pk",
            office="office",
            state="state",
            nominate_until="nominate_until",
            starts_on="starts_on",
            nominated=F("nominated"),
            closes_at="ballot__closes_at",
            ballot="ballot__state",
        )
    )
    terms = terms_that_end(on=on).filter(membership__collaboration=OuterRef("pk")).order_by("ends_on", "pk")
    ending = terms.values(
        row=JSONObject(office="office", person="user__full_name", starts_on="starts_on", ends_on="ends_on")
    )
    groups = Collaboration.objects.filter(pk__in=group_ids)
    groups = groups.annotate(elections_now=ArraySubquery(said), terms_now=ArraySubquery(ending))
    return list(groups.order_by("name__in_order", "pk"))


def _elections_in(group: Any) -> list[Election]:
    found = []
    for row in group.elections_now:
        days = {name: date.fromisoformat(row[name]) for name in ("nominate_until", "starts_on")}
        election = Election(
            pk=row["pk"], collaboration=group, office=row["office"], state=row["state"], **days
        )
        election.nominated = row["nominated"]  # type: ignore[attr-defined]
        closes_at = datetime.fromisoformat(row["closes_at"]) if row["closes_at"] else None
        election.to_count = row["ballot"] == Vote.State.OPEN and (  # type: ignore[attr-defined]
            closes_at is None or closes_at <= timezone.now()
        )
        election.is_counted = row["ballot"] == Vote.State.CLOSED  # type: ignore[attr-defined]
        found.append(election)
    return found


def _terms_in(group: Any, on: date) -> list[EndingTerm]:
    rows = [
        (
            row["office"],
            row["person"],
            date.fromisoformat(row["starts_on"]),
            date.fromisoformat(row["ends_on"]),
        )
        for row in group.terms_now
    ]
    return [
        EndingTerm(group, office, person, ends_on)
        for office, person, starts_on, ends_on in rows
        if is_due_by(starts_on, ends_on, on)
    ]
