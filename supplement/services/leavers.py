"""What becomes of a leaver's share of the fund (S5), and of the balance of a group that ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import Refusal, State
from collaborations.services import refuse
from core.money import pounds
from core.reasons import Reason
from core.saving import edition_of, refuse_older_text, save_in_words
from core.text import one_line
from memberships.models.members import Membership
from supplement.models.fund import FundEntry, LeaverSettlement
from supplement.rules.fund import CODE, Entry, refusals_to_hand_on
from supplement.rules.leavers import FOLLOWS, Goes, LeaverShare
from supplement.selectors import fund, leavers
from supplement.services.fund import held, refuse_bank_details
from supplement.services.leaver_lines import move_in_funds, put_into_runs

#: Where a group's balance is handed on: it has ended (C4).
ENDED = frozenset({State.CLOSED})


@dataclass(frozen=True, slots=True)
class Said:
    """What whoever settles a share says: what the members decided (where it is theirs to decide), by which
    vote, to which of several groups the setting went, and in words. ``by_run``: it is moved with the next
    payments, not by the groups themselves.
    """

    goes: str = ""
    vote_id: int | None = None
    next_group_id: int | None = None
    words: str = ""
    by_run: bool = False


@transaction.atomic
def settle_share(
    *, collaboration_id: int, membership_id: int, said: Said, by: User, at: datetime
) -> LeaverSettlement:
    """Record what becomes of a leaver's share, by the ways of working of its last day, and move it.

    Settled already is settled. Raises ValidationError at "goes", "decided", "next_group", "by_run" and "words".
    """
    _hold(collaboration_id, said.next_group_id)
    leaver = leavers.leaver_in(collaboration_id, membership_id)
    on = timezone.localdate(at)
    if leaver is None or leaver.left_on is None or leaver.left_on > on:
        raise ValidationError(_("This setting has not left, so its share is not settled yet."))
    before = leavers.settlement_of(leaver)
    if before is not None:
        return before
    words = one_line(said.words)
    refuse_bank_details(words=words)
    share, vote_id = _decided(leaver, said, words, on=on)
    pence = share.pence if share.moves else 0
    by_run = said.by_run and pence > 0
    following = _next_group(leaver, share, said, on=on) if pence else None
    row = LeaverSettlement(
        membership=leaver,
        goes=Goes(share.goes or Goes.WITH_GROUP),
        pence=pence,
        steps=[{"key": step.key, "facts": _as_kept(step.facts)} for step in share.steps],
        by_run=by_run,
        vote_id=vote_id,
        words=words,
        by=by,
        at=at,
    )
    if pence and not by_run:
        row.entry = move_in_funds(row, following, words, by=by, at=at)
    save_in_words(row)
    if by_run:
        put_into_runs(row, following, by=by, at=at)
    record(
        Action.LEAVER_SHARE_SETTLED,
        about=leaver.collaboration,
        by=by,
        setting=str(leaver.provider),
        collaboration=leaver.collaboration.name,
        goes=str(Goes(row.goes).label),
        sum=pounds(pence),
    )
    return row


def _hold(collaboration_id: int, other_id: int | None) -> Collaboration:
    """The group; both rows are locked, the one with the lower id first: two who settle crosswise do not wait
    for each other. Raises ValidationError where the group is gone.
    """
    return _hold_all({collaboration_id, *([other_id] if other_id else [])}, collaboration_id)


def _hold_all(groups: Collection[int], collaboration_id: int) -> Collaboration:
    for number in sorted(groups):
        fund.group_for_update(number)
    return held(collaboration_id)


def _decided(leaver: Membership, said: Said, words: str, *, on: date) -> tuple[LeaverShare, int | None]:
    """The share as the terms have it, or as the members decided, and their vote. Raises ValidationError."""
    working = leavers.working_of(leaver, on=on)
    vote_id = None
    if working.members_decide:
        if said.goes not in Goes.values:
            raise ValidationError({"goes": _("Select what the members decided")})
        if said.vote_id is not None:
            votes = {row.pk for row in fund.votes_to_rest_on(leaver.collaboration_id)}
            if said.vote_id not in votes:
                raise ValidationError({"decided": _("Choose a vote that was carried")})
            vote_id = said.vote_id
        elif not words:
            raise ValidationError({"words": _("Say where the members decided it.")})
        working = leavers.working_of(leaver, on=on, goes=said.goes)
    share = working.share
    if share.goes == FOLLOWS and share.pence and not share.moves:
        raise ValidationError(
            {
                "goes": _(
                    "The setting has not joined another group yet. Settle its share once it has, or when the"
                    " members decide otherwise."
                )
            }
        )
    return share, vote_id


def _as_kept(facts: object) -> dict[str, object]:
    """Figures of a step as JSON keeps them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in dict(facts).items()  # type: ignore[call-overload]
    }


def _next_group(leaver: Membership, share: LeaverShare, said: Said, *, on: date) -> Membership | None:
    """The membership to which a share follows. Raises ValidationError where it is one of several."""
    following = leavers.next_groups(leaver, on=on) if share.goes == FOLLOWS else []
    if len(following) > 1:
        following = [row for row in following if row.collaboration_id == said.next_group_id]
        if not following:
            raise ValidationError({"next_group": _("Select the group to which it went")})
    return following[0] if following else None


@transaction.atomic
def hand_on_by_plan(
    *, collaboration_id: int, words: str, seen: str | None, by: User, at: datetime
) -> list[FundEntry]:
    """Hand on all that is free of a group that ended, by the shares of its plan: to the penny, each group once.

    Raises ValidationError at "to", "words" and "seen".
    """
    successors = fund.successors_of(collaboration_id)
    group = _hold_all({collaboration_id, *(row.pk for row in successors)}, collaboration_id)
    free, words = _to_hand_on(collaboration_id, words, seen)
    due = fund.due_by_plan(group.pk, free)
    if not sum(due.values()):
        raise ValidationError({"to": _("The plan gives no shares. Choose to whom it goes.")})
    if not words:
        raise ValidationError({"words": _("Say where that is agreed.")})
    return [_hand_on(group, row, due[row.pk], words, by=by, at=at) for row in successors if due.get(row.pk)]


@transaction.atomic
def hand_on_balance(
    *,
    collaboration_id: int,
    to_id: int | None,
    pence: int,
    words: str,
    otherwise: str = "",
    seen: str | None,
    by: User,
    at: datetime,
) -> FundEntry:
    """Hand on what is free of a group that ended: to a group of its plan, or back to the authority.

    ``seen``: the mark of what was free when the page was opened; ``otherwise``: why it is not what the plan's
    shares give. Raises ValidationError at "pence", "to", "words", "otherwise" and "seen".
    """
    group = _hold(collaboration_id, to_id)
    free, words = _to_hand_on(collaboration_id, words, seen)
    otherwise = one_line(otherwise)
    refuse_bank_details(otherwise=otherwise)
    target = next((row for row in fund.successors_of(group.pk) if row.pk == to_id), None)
    due = fund.due_by_plan(group.pk, free)
    refusals = refusals_to_hand_on(
        pence,
        free_pence=free,
        due_pence=due.get(to_id or 0, 0) if due else None,
        has_words=bool(words),
        has_reason=bool(otherwise),
    )
    if to_id is not None and target is None:
        reason = Reason(CODE, gettext_noop("Choose a group of the plan, or the local authority."), {})
        refusals = [Refusal("to", reason), *(row for row in refusals if row.field != "otherwise")]
    refuse(refusals)
    if otherwise:
        words = _("%(words)s Not by the plan’s shares: %(why)s") % {"words": words, "why": otherwise}
    return _hand_on(group, target, pence, words, by=by, at=at)


def _to_hand_on(collaboration_id: int, words: str, seen: str | None) -> tuple[int, str]:
    """What is free of a group that ended and is held, and the words. Raises ValidationError."""
    group = held(collaboration_id)
    if group.state not in ENDED:
        raise ValidationError(_("Only the balance of a group that is closed is handed on."))
    free = fund.balance_of(group.pk).free_pence
    refuse_older_text(seen=seen, mark=mark_of_free(free))
    words = one_line(words)
    refuse_bank_details(words=words)
    return free, words


def _hand_on(
    group: Collaboration, target: Collaboration | None, pence: int, words: str, *, by: User, at: datetime
) -> FundEntry:
    on = timezone.localdate(at)
    kind = Entry.RETURNED if target is None else Entry.TO_GROUP
    facts = {"pence": pence, "on": on, "words": words, "by": by, "at": at}
    entry = FundEntry(collaboration=group, kind=kind, **facts)
    save_in_words(entry)
    if target is not None:
        save_in_words(FundEntry(collaboration=target, kind=Entry.FROM_GROUP, came_from=entry, **facts))
    to = target.name if target is not None else _("the local authority")
    record(Action.FUND_HANDED_ON, about=group, by=by, sum=pounds(pence), to=to)
    return entry


def mark_of_free(pence: int) -> str:
    """A mark that changes with what is free."""
    return edition_of(pence)
