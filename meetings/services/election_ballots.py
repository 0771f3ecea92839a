"""The ballot of an election (G6): opened, counted, and once more among those with equal votes."""

from __future__ import annotations

from datetime import date, datetime, time

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from collaborations.services import refuse
from core.saving import save_in_words
from core.wording import date_in_words
from meetings.models.elections import Election, Nomination
from meetings.models.planning import Meeting
from meetings.rules import elections as rules
from meetings.rules.elections import ElectionState
from meetings.rules.moves import Actor
from meetings.selectors import elections as selectors
from meetings.services.elections import may_close, move, record_election, tell_result
from meetings.services.voting import close_election_ballot, open_election_ballot

#: A ballot between meetings is open until the end of its last day.
END_OF_DAY = time(23, 59)


@transaction.atomic
def open_ballot(
    *,
    election_id: int,
    is_secret: bool,
    closes_on: date | None,
    meeting: Meeting | None = None,
    by: User,
    at: datetime,
) -> Election:
    """Open the ballot among those who stand, or once more among those with equal votes: in the room of a
    meeting (``closes_on`` None), or until the end of a day. Open already it stays as it is.

    Raises ValidationError at "closes_at" and "is_secret", and where nobody is to be voted on.
    """
    election = selectors.election_for_update(election_id)
    if selectors.is_being_voted(election):
        return election
    today = timezone.localdate(at)
    may_close(election, today)
    facts = selectors.facts_of(election, on=today)
    refuse(rules.may_move(facts, ElectionState.BALLOT, actor=Actor.ORGANISER))
    names = {
        row.person_id: _("%(person)s, %(setting)s")
        % {"person": row.person, "setting": row.membership.provider}
        for row in selectors.standing(election, on=today)
        if row.person_id in facts.candidates
    }
    words = {"office": election.office_words, "day": date_in_words(election.starts_on)}
    closes_at = timezone.make_aware(datetime.combine(closes_on, END_OF_DAY)) if closes_on else None
    election.ballot = open_election_ballot(
        collaboration=election.collaboration,
        title=_("Election of the %(office)s from %(day)s") % words,
        candidates=names,
        is_secret=is_secret,
        closes_at=closes_at,
        meeting=meeting,
        by=by,
        at=at,
    )
    move(election, ElectionState.BALLOT, at=at, fields=("ballot",))
    Nomination.objects.filter(election=election).update(is_first=False)
    return election


@transaction.atomic
def count_ballot(*, election_id: int, by: User, at: datetime) -> Election:
    """Close the ballot and keep who has most votes. Equal votes wait for a lot or another ballot; where
    nobody was voted for, everybody hears of it. Counted already is counted.

    Raises ValidationError while settings can still vote, and UnreadableBallots where no key opens the
    ballots.
    """
    election = selectors.election_for_update(election_id)
    if election.state != ElectionState.BALLOT or election.ballot is None:
        if election.ballot is not None:
            return election  # pressed twice
        raise ValidationError({NON_FIELD_ERRORS: _("There is no ballot to count.")})
    if not election.ballot.is_open:
        return election
    named = selectors.on_ballot(election)
    counted = close_election_ballot(vote_id=election.ballot.pk, by=by, at=at)
    election.ballot.refresh_from_db()
    today = timezone.localdate(at)
    stand = {row.person_id for row in selectors.standing(election, on=today)} & named
    result = rules.result_of({person: counted.get(person, 0) for person in sorted(stand)})
    first = {*result.elected, *result.tied}
    for row in Nomination.objects.select_for_update().filter(election=election).order_by("pk"):
        if row.is_first != (row.person_id in first):
            row.is_first = row.person_id in first
            save_in_words(row, fields=["is_first"])
    record_election(Action.ELECTION_COUNTED, election, by=by)
    if result.tied:
        move(election, ElectionState.TIED, at=at)
    elif not first:
        move(election, ElectionState.NOBODY, at=at)
        tell_result(election, by=by, at=at)
    return election
