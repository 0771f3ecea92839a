"""Reads about elections of a chair and an administrator (G6): who is in post, what is under way, who stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accounts.models import User, can_work, holds_on
from collaborations.models import Collaboration
from core.dates import Span, last_day
from core.ordering import InOrder
from core.saving import edition_of
from core.searching import Matches, Search, matching, words_in
from meetings.models.elections import Election, Nomination
from meetings.rules import elections as rules
from meetings.rules.elections import UNDER_WAY, ElectionFacts, ElectionState
from meetings.rules.moves import Actor
from meetings.selectors.election_stages import served_until
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on, not_ended_by
from ways_of_working.selectors.effective import effective_terms

OFFICES = tuple(Election.Office)
#: The question of the ways of working about how somebody is chosen.
CHOSEN_BY: dict[str, str] = {
    Election.Office.CHAIR: "chair_election",
    Election.Office.ADMINISTRATOR: "administrator_chosen",
}
#: No election is due earlier than so many days before a term ends (two months are at most 62 days).
DUE_WITHIN_DAYS = 62


class Seat(NamedTuple):
    """One office of a group: who is in post and who is to come, and the election that is under way."""

    office: Election.Office
    holders: Sequence[OfficeHolder]
    election: Election | None
    due_on: date | None


def elections_of(collaboration: Collaboration) -> QuerySet[Election]:
    """Every election of a group, the latest first."""
    return _with_people().filter(collaboration=collaboration)


def every_election() -> QuerySet[Election]:
    """The elections of all groups, the latest first, each with how many were nominated and stand."""
    stand = Count("nominations", filter=Q(nominations__answer=rules.Answer.ACCEPTED))
    rows = _with_people().select_related("collaboration__district")
    return rows.annotate(
        nominated=Count("nominations"), standing=stand, group_in_order=InOrder("collaboration__name")
    )


def election_in(collaboration: Collaboration, election_id: int) -> Election | None:
    """An election of this group; None where it is another's or there is none."""
    return elections_of(collaboration).filter(pk=election_id).first()


def election_by_id(election_id: int) -> Election | None:
    """For emails, with its group and authority."""
    return _with_people().select_related("authority").filter(pk=election_id).first()


def election_for_update(election_id: int) -> Election:
    """The row, locked until the transaction ends."""
    rows = Election.objects.select_for_update(of=("self",)).select_related("collaboration", "ballot")
    return rows.get(pk=election_id)


def under_way(collaboration: Collaboration, office: str) -> Election | None:
    """The election of an office that is called and not decided."""
    return Election.objects.filter(collaboration=collaboration, office=office, state__in=UNDER_WAY).first()


def nominations_of(election: Election) -> QuerySet[Nomination]:
    """Who is nominated, by name, with setting and by whom."""
    rows = Nomination.objects.filter(election=election)
    rows = rows.select_related("person", "membership__provider", "nominated_by")
    return rows.order_by("person__full_name__in_order", "pk")


def nomination_in(election: Election, nomination_id: int) -> Nomination | None:
    """A nomination of this election; None where it is of another one."""
    return nominations_of(election).filter(pk=nomination_id).first()


def nomination_by_id(nomination_id: int) -> Nomination | None:
    """For emails, with the election and its group."""
    rows = Nomination.objects.select_related(
        "election__collaboration__authority", "person", "nominated_by", "membership__provider"
    )
    return rows.filter(pk=nomination_id).first()


def nomination_for_update(nomination_id: int) -> Nomination:
    """The row, locked until the transaction ends."""
    rows = Nomination.objects.select_for_update(of=("self",)).select_related("person", "membership__provider")
    return rows.get(pk=nomination_id)


def standing(election: Election, *, on: date) -> list[Nomination]:
    """The candidates of a day, by name: willing by the last answer, and of a member setting where they work."""
    rows = list(nominations_of(election))
    members = Membership.objects.filter(is_member_on(on), pk__in=[row.membership_id for row in rows])
    settings = dict(members.values_list("pk", "provider_id"))
    works = set(
        SettingRole.objects.filter(
            holds_on(on), can_work(), user__in=[row.person_id for row in rows], provider__in=settings.values()
        ).values_list("user_id", "provider_id")
    )
    here = [row for row in rows if (row.person_id, settings.get(row.membership_id)) in works]
    given = [
        rules.Nomination(
            row.pk,
            row.person_id,
            row.membership_id,
            rules.Answer(row.answer) if row.answer else None,
            row.answered_at,
        )
        for row in here
    ]
    candidates = rules.candidates_of(given, members=set(settings))
    return [row for row in here if row.person_id in candidates]


def facts_of(election: Election, *, on: date) -> ElectionFacts:
    """What a move of an election is judged by.

    Of a ballot only who has most votes is kept: where few settings voted secretly, numbers would say who
    voted how. Where votes were equal, those who are level stand, without whoever has withdrawn.
    """
    state, rows = ElectionState(election.state), standing(election, on=on)
    if state is ElectionState.TIED:
        rows = [row for row in rows if row.is_first]
    elif state is ElectionState.BALLOT:
        named = on_ballot(election)
        rows = [row for row in rows if row.person_id in named]
    votes = {row.person_id: int(row.is_first) for row in rows}
    return ElectionFacts(state, tuple(sorted(votes)), votes)


def election_of_ballot(vote_id: int) -> Election | None:
    """The election whose latest ballot a vote is."""
    return Election.objects.filter(ballot=vote_id).select_related("collaboration").first()


def on_ballot(election: Election) -> frozenset[int]:
    """Who could be voted for in the latest ballot."""
    return (
        frozenset(number for number, _name in election.ballot.candidates) if election.ballot else frozenset()
    )


def is_being_voted(election: Election) -> bool:
    """Whether a ballot is open, or over and not counted."""
    return election.state == ElectionState.BALLOT and election.ballot is not None and election.ballot.is_open


def says_secret(collaboration: Collaboration, office: str, *, on: date) -> bool:
    """Whether the members' own words about choosing this office, or about voting, speak of a secret vote."""
    terms = effective_terms(collaboration, on=on)
    words = [terms.words(key) for key in (CHOSEN_BY[Election.Office(office)], "voting")]
    return any("secret" in str(term.value).lower() for term in words if term is not None)


def can_go(facts: ElectionFacts, to: ElectionState) -> bool:
    """Whether a page may offer a move: nothing is missing but words, or who was drawn."""
    refused = {refusal.field for refusal in rules.may_move(facts, to, actor=Actor.ORGANISER)}
    return refused <= {"words", "drawn"}


def winner_of(facts: ElectionFacts) -> tuple[int, Election.How]:
    """The person whom facts elect that allow the move, and how."""
    if facts.state is ElectionState.NOMINATIONS:
        return facts.candidates[0], Election.How.UNOPPOSED
    result = rules.result_of(rules.votes_that_count(facts))
    [elected] = (*result.elected, *facts.drawn)
    return elected, Election.How.LOT if result.tied else Election.How.VOTES


def who_is_elected(election: Election, *, on: date) -> Nomination | None:
    """Who would be recorded as elected now, without a lot; None where nobody would."""
    facts = facts_of(election, on=on)
    if is_being_voted(election) or rules.may_move(facts, ElectionState.ELECTED, actor=Actor.ORGANISER):
        return None
    winner, _how = winner_of(facts)
    return next(row for row in standing(election, on=on) if row.person_id == winner)


def level_candidates(election: Election, *, on: date) -> list[Nomination]:
    """Those with equal votes, among whom a lot decides."""
    tied = rules.result_of(rules.votes_that_count(facts_of(election, on=on))).tied
    return [row for row in standing(election, on=on) if row.person_id in tied]


def people_to_nominate(collaboration: Collaboration, *, on: date) -> QuerySet[SettingRole]:
    """Everybody who works at a member setting on a day and can sign in, by name."""
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration)
    rows = SettingRole.objects.filter(holds_on(on), can_work(), provider__in=members.values("provider_id"))
    rows = rows.filter(user__invited_to=None).select_related("user", "provider")
    return rows.order_by("user__full_name__in_order", "provider__name__in_order", "pk")


def people_matching(collaboration: Collaboration, text: str, *, on: date) -> Matches:
    """Those of them whom a text finds by name."""
    rows = people_to_nominate(collaboration, on=on)
    search = Search(
        "person_name",
        "user__full_name",
        words=lambda: words_in(rows, "user__full_name"),
        prepare=lambda found: found.alias(person_name=InOrder("user__full_name")),
    )
    return matching(rows, text, search)


def role_to_nominate(collaboration: Collaboration, role_id: int, *, on: date) -> SettingRole | None:
    """One of them; None for anybody else."""
    return people_to_nominate(collaboration, on=on).filter(pk=role_id).first()


def may_nominate(user: User, collaboration: Collaboration, *, on: date) -> bool:
    """Whether somebody works at a member setting on a day."""
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration)
    roles = SettingRole.objects.filter(holds_on(on), user=user, provider__in=members.values("provider_id"))
    return roles.exists()


def seats_of(collaboration: Collaboration, *, on: date) -> list[Seat]:
    """The offices that are elected, with who holds each and who is to. Two queries."""
    rows = OfficeHolder.objects.filter(
        not_ended_by(on), membership__collaboration=collaboration, office__in=OFFICES
    )
    holders = list(rows.select_related("user", "membership__provider").order_by("starts_on", "pk"))
    open_ones = {row.office: row for row in elections_of(collaboration).filter(state__in=UNDER_WAY)}
    return [_seat(office, holders, open_ones.get(office)) for office in OFFICES]


def _seat(office: Election.Office, holders: Sequence[OfficeHolder], election: Election | None) -> Seat:
    mine = [row for row in holders if row.office == office]
    for row in mine:
        row.last_in_post = last_day(row.ends_on)  # type: ignore[attr-defined]
    last = mine[-1] if mine else None
    due_on = rules.due_on(Span(last.starts_on, last.ends_on)) if last else None
    return Seat(office, mine, election, due_on)


def holders_for_update(collaboration: Collaboration, office: str, *, on: date) -> list[OfficeHolder]:
    """Who holds an office on a day or later, locked, the earliest first."""
    rows = OfficeHolder.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.filter(not_ended_by(on), membership__collaboration=collaboration, office=office)
    return list(rows.select_related("user", "membership__collaboration").order_by("starts_on", "pk"))


def terms_that_end(*, on: date) -> QuerySet[OfficeHolder]:
    """Who holds an elected office on a day for a term, where nobody is to follow and no election is under
    way.
    """
    rows = OfficeHolder.objects.filter(office__in=OFFICES, starts_on__lte=on, ends_on__gt=on)
    same = OuterRef("membership__collaboration_id")
    later = OfficeHolder.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")),
        membership__collaboration=same,
        office=OuterRef("office"),
    )
    called = Election.objects.filter(collaboration=same, office=OuterRef("office"), state__in=UNDER_WAY)
    return rows.filter(~Exists(later), ~Exists(called))


def terms_ending(*, on: date) -> list[OfficeHolder]:
    """Those whose next election is due on a day, in groups that are open. One query."""
    rows = terms_that_end(on=on).filter(ends_on__lte=on + timedelta(days=DUE_WITHIN_DAYS))
    rows = rows.exclude(membership__collaboration__state=Collaboration.State.CLOSED)
    rows = rows.select_related("membership__collaboration", "user").order_by("ends_on", "pk")
    return [row for row in rows if is_due_by(row.starts_on, row.ends_on, on)]


def is_due_by(starts_on: date, ends_on: date | None, on: date) -> bool:
    """Whether the next election after a term is due on a day."""
    due_on = rules.due_on(Span(starts_on, ends_on))
    return due_on is not None and due_on <= on


def terms_to_tell(*, on: date, made_up_for: timedelta) -> list[OfficeHolder]:
    """Those whose election has fallen due within some days up to a day."""
    return [row for row in terms_ending(on=on) if not is_due_by(row.starts_on, row.ends_on, on - made_up_for)]


def holder_by_id(holder_id: int) -> OfficeHolder | None:
    """For emails, with the group."""
    rows = OfficeHolder.objects.select_related("membership__collaboration__authority", "user")
    return rows.filter(pk=holder_id).first()


def edition_of_election(election: Election) -> str:
    """A mark that changes with what the form shows of an election."""
    return edition_of(election.nominate_until, election.starts_on, election.words)


def _with_people() -> QuerySet[Election]:
    rows = Election.objects.select_related(
        "collaboration", "called_by", "elected", "elected_for__provider", "recorded_by", "ballot"
    )
    return rows.annotate(served_until=served_until())
