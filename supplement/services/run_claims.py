"""S7, S8: the claims of a run, moved together: each with its step, in a few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext as _

from accounts.models import User
from core.moves import move_of
from core.scoping import current_authority_id
from supplement.models.claims import Claim
from supplement.models.runs import Run
from supplement.rules.claims import CLAIM_MOVES, Actor, ClaimState
from supplement.rules.runs import CLAIMS_LEFT
from supplement.selectors.run_inputs import ClaimRow, claims_in

#: The same step for many claims: no row of it is made in Python.
INSERT_STEPS = """
    INSERT INTO supplement_claimstep (authority_id, claim_id, start, "to", actor, by_id, at, words)
    SELECT %(authority)s, step.claim_id, %(start)s, %(to)s, %(actor)s, %(by)s, %(at)s, %(words)s
      FROM unnest(%(claims)s::bigint[]) AS step (claim_id)"""


def move_claims(
    claims: Iterable[ClaimRow],
    *,
    to: ClaimState,
    actor: Actor,
    by: User | None,
    at: datetime,
    words: str = "",
) -> None:
    """Move claims that a run holds locked, each from where it stands. Who may do so the run was asked before;
    a move that the table of claims has not is a mistake of ours.
    """
    starts: dict[ClaimState, list[int]] = defaultdict(list)
    for claim in claims:
        starts[ClaimState(claim.state)].append(claim.pk)
    for start, ids in starts.items():
        row = move_of(CLAIM_MOVES, start, to)
        if row is None or row.actor is not actor:
            raise ValueError(f"no claim moves from {start} to {to} by {actor}")
        if start is not to:
            Claim.objects.filter(pk__in=ids).update(state=to, moved_at=at)
        values: dict[str, Any] = {
            "authority": current_authority_id(), "claims": ids, "start": start.value, "to": to.value,
            "actor": actor.value, "by": by.pk if by is not None else None, "at": at, "words": words,
        }  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(INSERT_STEPS, values)


def locked(claims: Collection[int]) -> list[ClaimRow]:
    """Claims as they stand, locked in the order of their ids until the transaction ends."""
    rows = Claim.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=claims).order_by("pk")
    return [ClaimRow(*row) for row in rows.values_list("pk", "collaboration_id", "state")]


def all_standing(run: Run, *, state: ClaimState) -> list[ClaimRow]:
    """The claims of a run, locked. Raises ValidationError where one no longer stands where the run left it:
    it was withdrawn, put on hold or appealed.
    """
    ids = list(run.claims.order_by("claim_id").values_list("claim_id", flat=True))
    claims = locked(ids)
    moved = sum(claim.state != state for claim in claims)
    if moved:
        raise ValidationError(_(CLAIMS_LEFT) % {"number": moved})
    return claims


def let_go(run: Run, *, words: str, by: User, at: datetime) -> None:
    """The claims of a run that is called off stand as assessed again: a later run takes them."""
    reviewed = claims_in(run, state=ClaimState.REVIEWED)
    move_claims(reviewed, to=ClaimState.CALCULATED, actor=Actor.RUN, by=None, at=at)
    calculated = claims_in(run, state=ClaimState.CALCULATED)
    move_claims(calculated, to=ClaimState.ASSESSED, actor=Actor.FINANCE, by=by, at=at, words=words)
