"""The ballots of a vote: made with it, put in, counted, and kept (G6, decision 0057).

In a secret vote nothing that is stored joins a ballot to a setting. While it is open, all ballots lie in one
encrypted text of one length, mixed anew with each that is put in; with it all rows of voters are written
anew, in one statement. When it is closed, the ballots become rows with random ids, written in the order of
what they say, which says nothing more than their numbers do. Under five ballots they are not kept at all.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cryptography.fernet import InvalidToken
from django.core.exceptions import ValidationError
from django.db.models import Case, F, Value, When
from django.utils.translation import gettext as _

from accounts.models import User
from core.keys import Use, box_for
from core.saving import save_in_words
from meetings.models.votes import BallotBox, CastVote, SecretBallot, Vote, Voter
from meetings.rules import voting as rules
from meetings.selectors import votes as selectors
from memberships.models.members import Membership

#: Every ballot takes as much room in the box, whatever it says, and so does one that is not there.
WIDTH = 20
_mix = secrets.SystemRandom().shuffle


class UnreadableBallots(ValidationError):
    """No key opens the box: an old one was taken away while the vote was open."""


def open_ballots(vote: Vote, members: Iterable[Membership], *, stands_aside: Mapping[int, str]) -> None:
    """Give each of these members a vote; a secret vote gets its empty box. ``stands_aside``: the interest of
    those that it is about, by membership.
    """
    rows = [
        Voter(
            authority_id=vote.authority_id,
            vote=vote,
            membership=member,
            stood_aside=member.pk in stands_aside,
            interest=stands_aside.get(member.pk, "")[:300],
        )
        for member in members
    ]
    Voter.objects.bulk_create(rows)
    if vote.is_secret:
        save_in_words(BallotBox(vote=vote, contents=_locked(vote, [], size=len(rows))))


def put_in(vote: Vote, voter: Voter, choice: rules.Said) -> None:
    """Put the secret ballot of a setting into the box. The vote must be locked, and the setting not have
    voted.
    """
    box = BallotBox.objects.select_for_update().get(vote=vote)
    size = Voter.objects.filter(vote=vote).count()
    box.contents = _locked(vote, [*_opened(vote, box), str(choice)], size=size)
    box.save(update_fields=["contents"])
    note_voted(vote, voter)


def say(
    vote: Vote, voter: Voter, choice: rules.Said, *, client_key: str, by: User, at: datetime
) -> CastVote | None:
    """Keep what a setting says in an open vote; None where this press is kept, or it says so already."""
    mine = CastVote.objects.filter(vote=vote, membership=voter.membership_id)
    last = mine.order_by("-at", "-pk").first()
    if last is not None and last.choice == str(choice):
        return None
    if client_key and mine.filter(client_key=client_key).exists():
        return None
    cast = CastVote(
        vote=vote, membership=voter.membership, choice=str(choice), at=at, client_key=client_key[:36], by=by
    )
    save_in_words(cast)
    if not voter.has_voted:
        note_voted(vote, voter)
    return cast


def note_voted(vote: Vote, voter: Voter) -> None:
    """That a setting has voted. In a secret vote every row is written anew, so that none is the latest."""
    rows = Voter.objects.filter(vote=vote)
    if vote.is_secret:
        has_voted = Case(When(pk=voter.pk, then=Value(True)), default=F("has_voted"))
        rows.update(has_voted=has_voted)
    else:
        rows.filter(pk=voter.pk).update(has_voted=True)
    voter.has_voted = True


def counted(vote: Vote, voters: Sequence[Voter]) -> list[rules.Said]:
    """What was said, each that counts once, without by whom. The vote must be locked.

    Raises UnreadableBallots (a ValidationError) where no key opens the box.
    """
    if not vote.is_secret:
        return list(selectors.said_now(vote, voters).values())
    said = {str(choice): choice for choice in replace(selectors.as_rule(vote), closes_at=None).choices}
    return [said[choice] for choice in _opened(vote, BallotBox.objects.get(vote=vote))]


def keep(vote: Vote, choices: Sequence[rules.Said]) -> dict[str, int] | None:
    """Empty the box for good, when the vote closes; answers the numbers to be stored, None where so few
    voted secretly that there are none. The vote must be locked and still open.
    """
    counts = {str(choice): number for choice, number in sorted(Counter(map(str, choices)).items())}
    if not vote.is_secret:
        return counts
    BallotBox.objects.filter(vote=vote).delete()
    Voter.objects.filter(vote=vote).update(has_voted=F("has_voted"))
    if len(choices) < rules.MIN_SECRET_VOTERS:
        return None
    SecretBallot.objects.bulk_create(
        SecretBallot(authority_id=vote.authority_id, vote=vote, choice=choice)
        for choice in sorted(map(str, choices))
    )
    return counts


def _opened(vote: Vote, box: BallotBox) -> list[str]:
    try:
        text = box_for(Use.BALLOTS, _about(vote)).decrypt(box.contents.encode())
    except InvalidToken:
        words = _(
            "The ballots cannot be read, because a key of the service has changed. The vote stays open until whoever"
            " runs the service has put the old key back. Nothing is lost."
        )
        raise UnreadableBallots(words) from None
    return [slot.strip() for slot in json.loads(text) if slot.strip()]


def _locked(vote: Vote, ballots: list[str], *, size: int) -> str:
    """Mixed, filled up to one length, and encrypted as if at the epoch: a Fernet token says when it was made."""
    slots: list[Any] = [ballot.ljust(WIDTH) for ballot in ballots]
    slots += [" " * WIDTH] * (size - len(ballots))
    _mix(slots)
    return box_for(Use.BALLOTS, _about(vote)).encrypt_at_time(json.dumps(slots).encode(), 0).decode()


def _about(vote: Vote) -> str:
    return f"vote {vote.authority_id}-{vote.pk}"
