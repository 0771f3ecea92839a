"""S5: a leaver's share moved with the next payments: signed lines of the next runs, taken back until a run
that carries one is approved.
"""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.rules import State
from collaborations.services import refuse
from core.money import pounds
from core.saving import save_in_words
from memberships.models.members import Membership
from supplement.models.claims import Claim
from supplement.models.fund import FundEntry, LeaverSettlement
from supplement.models.runs import Adjustment
from supplement.rules.fund import Entry
from supplement.rules.leavers import FOLLOWS, Goes, lines_of_share, refusals_to_carry
from supplement.selectors import leavers
from supplement.services.fund import held
from supplement.services.reasons import reason_given

#: The component of these lines: no rate of the scheme counts them.
COMPONENT = "leavers-share"
NOT_SETTLED = gettext_noop("This share is not settled.")
MOVED = gettext_noop("An approved run has moved this share. Add a correction to change what was paid.")


def put_into_runs(
    settlement: LeaverSettlement, following: Membership | None, *, by: User, at: datetime
) -> list[Adjustment]:
    """The lines of a share that was just settled: off the group's next payment, and on to the next group's.

    Raises ValidationError at "by_run".
    """
    leaver = settlement.membership
    last = leavers.last_approved_claim(leaver.collaboration_id)
    then = leavers.last_approved_claim(following.collaboration_id) if following is not None else None
    refuse(
        refusals_to_carry(
            settlement.goes,
            has_claim=last is not None,
            is_ended=leaver.collaboration.state == State.CLOSED,
            next_has_claim=then is not None,
        )
    )
    lines = lines_of_share(settlement.goes, settlement.pence)
    sides: list[tuple[Claim | None, Membership | None, int]] = [
        (last, leaver, lines.off_pence),
        (then, following, lines.on_pence),
    ]
    goes = str(Goes(settlement.goes).label)
    words = _("%(setting)s left. %(goes)s.") % {"setting": leaver.provider, "goes": goes}
    rows = []
    for claim, membership, pence in sides:
        if not pence or claim is None or membership is None:
            continue
        row = Adjustment(
            claim=claim,
            membership=membership,
            component=COMPONENT,
            cause=Adjustment.Cause.LEAVER,
            pence=pence,
            words=words,
            settlement=settlement,
            by=by,
            at=at,
        )
        save_in_words(row)
        rows.append(row)
    return rows


@transaction.atomic
def take_share_out_of_runs(
    *, collaboration_id: int, membership_id: int, words: str, by: User, at: datetime
) -> LeaverSettlement:
    """The groups move a share themselves after all: its lines are taken back, and it is in their funds' books
    from now on. A run that was calculated with one of them is calculated again. Twice is once.

    Raises ValidationError at "words", and where an approved run carries one of them.
    """
    group = held(collaboration_id)
    settlement = leavers.settlement_for_update(membership_id)
    if settlement is None or settlement.membership.collaboration_id != group.pk:
        raise ValidationError(_(NOT_SETTLED))
    if not settlement.by_run:
        return settlement
    words = reason_given(words)[:500]
    lines = [row for row in leavers.lines_of(settlement) if row.taken_back_at is None]
    if leavers.is_moved(lines):
        raise ValidationError(_(MOVED))
    for row in lines:
        row.run, row.taken_back_by, row.taken_back_at, row.taken_back_words = None, by, at, words
        row.save(update_fields=["run", "taken_back_by", "taken_back_at", "taken_back_words"])
    following = next((row.membership for row in lines if row.pence > 0), None)
    settlement.entry = move_in_funds(settlement, following, words, by=by, at=at)
    settlement.by_run = False
    settlement.save(update_fields=["entry", "by_run"])
    record(
        Action.LEAVER_SHARE_SETTLED,
        about=group,
        by=by,
        setting=str(settlement.membership.provider),
        collaboration=group.name,
        goes=str(Goes(settlement.goes).label),
        sum=pounds(settlement.pence),
        details={"words": words},
    )
    return settlement


def move_in_funds(
    settlement: LeaverSettlement, following: Membership | None, words: str, *, by: User, at: datetime
) -> FundEntry:
    """What goes, and what comes to the next group's fund, together."""
    leaver = settlement.membership
    facts = {"pence": settlement.pence, "on": timezone.localdate(at), "words": words, "by": by, "at": at}
    kind = Entry.RETURNED if settlement.goes == Goes.RETURNED else Entry.TO_LEAVER
    entry = FundEntry(collaboration=leaver.collaboration, kind=kind, membership=leaver, **facts)
    save_in_words(entry)
    if settlement.goes == FOLLOWS and following is not None:
        came = FundEntry(
            collaboration=following.collaboration, kind=Entry.FROM_LEAVER, membership=following,
            came_from=entry, **facts,
        )  # fmt: skip
        save_in_words(came)
    return entry
