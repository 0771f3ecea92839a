"""Elections of a chair and an administrator (G6): calling, nominating, answering, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.services.appointments import end_appointment
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import refuse_older_text, save_in_words
from core.text import one_line, several_lines
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.elections import ElectionCalled, ElectionResult, Nominated
from meetings.models.elections import Election, Nomination
from meetings.rules import elections as rules
from meetings.rules.elections import Answer, ElectionState
from meetings.rules.moves import Actor
from meetings.selectors import elections as selectors
from meetings.selectors.planning import people_told
from memberships.models.members import SettingRole
from memberships.selectors.members import membership_of_provider
from memberships.services.offices import OFFICE, give_office
from ways_of_working.selectors.effective import effective_terms

UNDER_WAY = gettext_noop("An election for this office is under way already.")
#: How the decision stands beside the office.
DECISIONS = {
    Election.How.UNOPPOSED: gettext_noop("Elected unopposed on %(day)s."),
    Election.How.VOTES: gettext_noop("Elected by the members on %(day)s."),
    Election.How.LOT: gettext_noop("Elected on %(day)s by lot, after equal votes."),
}


# --- calling ------------------------------------------------------------------------------------------------


@transaction.atomic
def call_election(
    *,
    collaboration: Collaboration,
    office: str,
    nominate_until: date,
    starts_on: date,
    words: str,
    opens_now: bool,
    by: User,
    at: datetime,
) -> Election:
    """Call an election; with ``opens_now`` nominations begin at once, and everybody in the group hears of it.

    Called twice just so, it is one. Raises ValidationError at "office" and at the days.
    """
    collaboration = collaboration_for_update(collaboration.pk)
    if collaboration.state == Collaboration.State.CLOSED:
        raise ValidationError(_("%(name)s is closed.") % {"name": collaboration})
    today = timezone.localdate(at)
    refuse(rules.refusals_of_days(nominate_until, starts_on, today=today))
    election = Election(
        collaboration=collaboration,
        office=office,
        nominate_until=nominate_until,
        starts_on=starts_on,
        words=several_lines(words),
        term_months=effective_terms(collaboration, on=today).term_months(office),
        called_by=by,
        called_at=at,
    )
    there = selectors.under_way(collaboration, office)
    if there is not None:
        if selectors.edition_of_election(there) == selectors.edition_of_election(election):
            return there  # pressed twice
        raise ValidationError({"office": _(UNDER_WAY)})
    save_in_words(election, clash={"office": _(UNDER_WAY)})
    record_election(Action.ELECTION_CALLED, election, by=by)
    if opens_now:
        move(election, ElectionState.NOMINATIONS, at=at)
        _write_to_members(election, by=by, at=at)
    return election


@transaction.atomic
def open_nominations(
    *, election_id: int, nominate_until: date, starts_on: date, by: User, at: datetime
) -> Election:
    """Open nominations, also once more where nobody was elected. Everybody in the group hears of it; open
    already they stay as they are. Raises ValidationError at the days, and where the election has moved on.
    """
    election = selectors.election_for_update(election_id)
    if election.state == ElectionState.NOMINATIONS:
        return election
    refuse(rules.refusals_of_days(nominate_until, starts_on, today=timezone.localdate(at)))
    election.nominate_until, election.starts_on = nominate_until, starts_on
    if selectors.under_way(election.collaboration, election.office) not in (None, election):
        raise ValidationError({NON_FIELD_ERRORS: _(UNDER_WAY)})
    move(election, ElectionState.NOMINATIONS, at=at, fields=("nominate_until", "starts_on"))
    record_election(Action.NOMINATIONS_OPENED, election, by=by, until=nominate_until)
    _write_to_members(election, by=by, at=at)
    return election


@transaction.atomic
def change_election(
    *, election_id: int, seen: str, values: Mapping[str, Any], by: User, at: datetime
) -> Election:
    """Change the days and the words of an election before its nominations are closed; another last day goes
    to everybody. Raises ValidationError for an older text.
    """
    election = selectors.election_for_update(election_id)
    if election.state not in (ElectionState.CALLED, ElectionState.NOMINATIONS):
        raise ValidationError({NON_FIELD_ERRORS: _("Nominations are closed.")})
    values = {**values, "words": several_lines(values["words"])}
    changed = {name: value for name, value in values.items() if getattr(election, name) != value}
    if not changed:
        return election
    refuse_older_text(seen=seen, mark=selectors.edition_of_election(election))
    for name, value in changed.items():
        setattr(election, name, value)
    days = rules.refusals_of_days(election.nominate_until, election.starts_on, today=timezone.localdate(at))
    refuse(days if {"nominate_until", "starts_on"} & set(changed) else [])
    save_in_words(election, fields=sorted(changed))
    facts = {"until": election.nominate_until, "start": election.starts_on}
    record_election(Action.ELECTION_CHANGED, election, by=by, **facts)
    if "nominate_until" in changed and election.state == ElectionState.NOMINATIONS:
        _write_to_members(election, by=by, at=at)
    return election


@transaction.atomic
def call_off_election(*, election_id: int, because: str, by: User, at: datetime) -> Election:
    """Call an election off before its vote, and say why; everybody hears of it. Pressed twice is once."""
    election = selectors.election_for_update(election_id)
    if election.state == ElectionState.WITHDRAWN:
        return election
    was_open = election.state == ElectionState.NOMINATIONS
    election.called_off_because = one_line(because)
    move(election, ElectionState.WITHDRAWN, at=at, words=because, fields=("called_off_because",))
    record_election(Action.ELECTION_CALLED_OFF, election, by=by)
    if was_open:
        tell_result(election, by=by, at=at)
    return election


# --- nominating ---------------------------------------------------------------------------------------------


@transaction.atomic
def nominate(*, election_id: int, role: SettingRole, words: str, by: User, at: datetime) -> Nomination:
    """Nominate somebody who works at a member setting. Who nominates herself or himself stands by it; anybody
    else is asked by email. Nominated already is nominated once.

    Raises ValidationError at "person" where nominations are not open, or the person works at no member.
    """
    election = selectors.election_for_update(election_id)
    today = timezone.localdate(at)
    refuse(rules.may_nominate(ElectionState(election.state), election.nominate_until, today=today))
    membership = membership_of_provider(election.collaboration, role.provider_id, on=today)
    if membership is None or selectors.role_to_nominate(election.collaboration, role.pk, on=today) is None:
        sentence = _("%(person)s works at no member of this group.") % {"person": role.user}
        raise ValidationError({"person": sentence})
    nomination = Nomination.objects.filter(election=election, person=role.user_id).first()
    is_own = role.user_id == by.pk
    if nomination is None:
        nomination = Nomination(
            election=election, membership=membership, person=role.user, nominated_by=by, nominated_at=at
        )
        nomination.words = "" if is_own else one_line(words)
        save_in_words(nomination)
        record_election(Action.NOMINATED, election, by=by, person=role.user)
        if not is_own:
            send_email(Nominated(user_id=role.user_id, nomination_id=nomination.pk))
    if is_own and not nomination.stands:
        _answer(nomination, accepts=True, statement=words, by=by, at=at)
    return nomination


@transaction.atomic
def answer_nomination(
    *, nomination_id: int, accepts: bool, statement: str, by: User, at: datetime
) -> Nomination:
    """Say for oneself whether one stands, with a word to the members. The last answer counts; who stands can
    still withdraw during the vote.

    Raises ValidationError where it is too late, and for anybody but the nominee.
    """
    nomination = selectors.nomination_by_id(nomination_id)
    if nomination is None or nomination.person_id != by.pk:
        raise ValidationError(_("Only the person who is nominated can say that."))
    election = selectors.election_for_update(nomination.election_id)
    nomination = selectors.nomination_for_update(nomination_id)
    nomination.election = election
    statement = several_lines(statement) if accepts else ""
    said = Answer.ACCEPTED if accepts else Answer.DECLINED
    if (nomination.answer, nomination.statement) == (said, statement):
        return nomination
    state = ElectionState(election.state)
    refuse(rules.may_answer(state, accepts=accepts, stands=nomination.stands))
    _answer(nomination, accepts=accepts, statement=statement, by=by, at=at)
    return nomination


def _answer(nomination: Nomination, *, accepts: bool, statement: str, by: User, at: datetime) -> None:
    nomination.answer = Answer.ACCEPTED if accepts else Answer.DECLINED
    nomination.answered_at, nomination.statement = at, several_lines(statement)
    save_in_words(nomination, fields=["answer", "answered_at", "statement"])
    action = Action.NOMINATION_ACCEPTED if accepts else Action.NOMINATION_DECLINED
    record_election(action, nomination.election, by=by)


# --- what came of it ----------------------------------------------------------------------------------------


@transaction.atomic
def declare_elected(
    *,
    election_id: int,
    starts_on: date,
    ends_on: date | None,
    by: User,
    at: datetime,
    drawn: int | None = None,
) -> Election:
    """Record who is elected, unopposed or by the votes, with ``drawn`` as the lot fell; the office is given
    from ``starts_on``, and that of whoever holds it now ends then. Everybody hears of it. Pressed twice is
    once.

    Raises ValidationError at "to", "drawn" and at the days; at "to" also where ``by`` is elected (A1).
    """
    election = selectors.election_for_update(election_id)
    if election.state == ElectionState.ELECTED:
        return election
    today = timezone.localdate(at)
    facts = replace(selectors.facts_of(election, on=today), drawn=() if drawn is None else (drawn,))
    may_close(election, today)
    refuse(rules.may_move(facts, ElectionState.ELECTED, actor=Actor.ORGANISER))
    person_id, how = selectors.winner_of(facts)
    refuse(rules.may_declare([person_id], by=by.pk))
    refuse(rules.may_start(starts_on, elected_on=today))
    nomination = next(row for row in selectors.standing(election, on=today) if row.person_id == person_id)
    _give(election, nomination, how, starts_on=starts_on, ends_on=ends_on, by=by, today=today)
    election.elected, election.elected_for = nomination.person, nomination.membership
    election.starts_on, election.ends_on, election.elected_on = starts_on, ends_on, today
    election.how, election.recorded_by, election.state = how, by, ElectionState.ELECTED
    save_in_words(election)
    words = str(Election.How(how).label).lower()
    record_election(Action.ELECTED, election, by=by, person=nomination.person, how=words)
    tell_result(election, by=by, at=at)
    return election


def _give(
    election: Election,
    nomination: Nomination,
    how: Election.How,
    *,
    starts_on: date,
    ends_on: date | None,
    by: User,
    today: date,
) -> None:
    """The office, from its first day; whoever holds it then stops, also where it is the same person."""
    for holder in selectors.holders_for_update(election.collaboration, election.office, on=starts_on):
        if holder.starts_on < starts_on:
            end_appointment(OFFICE, holder, ends_on=starts_on, by=by)
    give_office(
        membership=nomination.membership,
        user=nomination.person,
        office=election.office,
        starts_on=starts_on,
        ends_on=ends_on,
        decision=_(DECISIONS[how]) % {"day": date_in_words(today)},
        by=by,
    )


@transaction.atomic
def record_nobody(*, election_id: int, by: User, at: datetime) -> Election:
    """Record that nobody stands, or that nobody was voted for; everybody hears of it. Pressed twice is once."""
    election = selectors.election_for_update(election_id)
    if election.state == ElectionState.NOBODY:
        return election
    may_close(election, timezone.localdate(at))
    move(election, ElectionState.NOBODY, at=at)
    record_election(Action.NOBODY_ELECTED, election, by=by)
    tell_result(election, by=by, at=at)
    return election


def may_close(election: Election, today: date) -> None:
    """Raises ValidationError while nominations go on, or a ballot is not counted."""
    if election.state == ElectionState.NOMINATIONS:
        refuse(rules.may_close(election.nominate_until, today=today))
    if selectors.is_being_voted(election):
        raise ValidationError({NON_FIELD_ERRORS: _("Count the ballot first.")})


def move(
    election: Election,
    to: ElectionState,
    *,
    at: datetime,
    words: str = "",
    fields: tuple[str, ...] = (),
) -> None:
    """Raises ValidationError where the table refuses it."""
    facts = selectors.facts_of(election, on=timezone.localdate(at))
    refuse(rules.may_move(facts, to, actor=Actor.ORGANISER, words=words))
    election.state = to
    save_in_words(election, clash={NON_FIELD_ERRORS: _(UNDER_WAY)}, fields=["state", *fields])


def record_election(action: Action, election: Election, *, by: User, **facts: Any) -> None:
    group = election.collaboration
    record(action, about=election, by=by, collaboration=group, office=election.office_words, **facts)


def _write_to_members(election: Election, *, by: User, at: datetime) -> None:
    """Nominations are open until a day: to everybody who is told of meetings, apart from who did it."""
    until = str(election.nominate_until)
    for person in people_told(election.collaboration, on=timezone.localdate(at)):
        if person.pk != by.pk:
            send_email(ElectionCalled(user_id=person.pk, election_id=election.pk, until=until, by_id=by.pk))


def tell_result(election: Election, *, by: User, at: datetime) -> None:
    for person in people_told(election.collaboration, on=timezone.localdate(at)):
        if person.pk != by.pk:
            state = str(election.state)
            send_email(ElectionResult(user_id=person.pk, election_id=election.pk, state=state, by_id=by.pk))
