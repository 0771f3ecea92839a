"""A collaboration's fund (S10): its opening balance, and decisions to spend.

Whoever promises money of a fund holds its collaboration's row: of two at once the second sees what the first
has left. The database refuses it too (`models.fund_kept`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.services import refuse
from core.money import pounds
from core.saving import edition_of, refuse_older_text, save_in_words
from core.text import one_line, several_lines
from core.wording import date_in_words
from supplement.models.fund import FundEntry, SpendingDecision
from supplement.rules import fund as rules
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.fund import Entry
from supplement.selectors import fund as selectors

NO_GROUP = gettext_noop("This collaboration is no longer there.")


@dataclass(frozen=True, slots=True)
class Decided:
    """Where it was decided: a vote, a decision in minutes, or elsewhere, in words and on a day."""

    vote_id: int | None = None
    decision_id: int | None = None
    words: str = ""
    on: date | None = None


def refuse_bank_details(**texts: str) -> None:
    """Raise ValidationError at each text that looks like somebody's bank details (S9)."""
    errors = {name: _(REFUSED) for name, text in texts.items() if looks_like_bank_details(text)}
    if errors:
        raise ValidationError(errors)


def held(collaboration_id: int) -> Collaboration:
    """The collaboration, locked until the transaction ends. Raises ValidationError where it is gone."""
    group = selectors.group_for_update(collaboration_id)
    if group is None:
        raise ValidationError(_(NO_GROUP))
    return group


@transaction.atomic
def open_fund(
    *, collaboration_id: int, pence: int, on: date, words: str, by: User, at: datetime
) -> FundEntry:
    """What a group had before its money was kept here, once. Raises ValidationError at its fields."""
    group = held(collaboration_id)
    words = one_line(words)
    refuse_bank_details(words=words)
    errors: dict[str, str] = {}
    if pence <= 0:
        errors["pence"] = _("Enter a sum of more than nothing.")
    if on > timezone.localdate(at):
        errors["on"] = _("The day must be today or earlier.")
    if not words:
        errors["words"] = _("Say where the sum comes from.")
    if errors:
        raise ValidationError(errors)
    before = FundEntry.objects.filter(collaboration=group, kind=Entry.OPENING).first()
    if before is not None:
        if (before.pence, before.on, before.words) == (pence, on, words):
            return before  # pressed twice
        facts = {"sum": pounds(before.pence), "day": date_in_words(before.on)}
        raise ValidationError(_("There is an opening balance already: %(sum)s on %(day)s.") % facts)
    entry = FundEntry(collaboration=group, kind=Entry.OPENING, pence=pence, on=on, words=words, by=by, at=at)
    save_in_words(entry)
    record(Action.FUND_OPENED, about=group, by=by, sum=pounds(pence), details={"words": words})
    return entry


@transaction.atomic
def decide(
    *,
    collaboration_id: int,
    what: str,
    pence: int,
    objective_id: int | None,
    decided: Decided,
    by: User,
    at: datetime,
) -> SpendingDecision:
    """Record a decision to spend: by a vote that was carried, a decision in minutes, or where it was decided.

    Pressed twice it is one. Raises ValidationError at "what", "pence", "objective", "decided", "words" and
    "on": among others when more is asked for than is free, also because somebody else was faster.
    """
    group = held(collaboration_id)
    what, words = one_line(what), one_line(decided.words)
    refuse_bank_details(what=what, words=words)
    same = _same(group, what, pence, objective_id, decided, words)
    if same is not None:
        return same
    basis = _basis(group, decided, words, today=timezone.localdate(at))
    serves = {row.pk: row for row in selectors.objectives_to_serve(group.pk)}
    refusals = rules.refusals_to_decide(
        selectors.balance_of(group.pk),
        pence,
        has_objective=objective_id in serves,
        has_minute=bool(basis),
    )
    refuse(refusals)
    row = SpendingDecision(
        collaboration=group,
        what=what,
        pence=pence,
        objective=serves[objective_id or 0],
        recorded_by=by,
        recorded_at=at,
        **basis,
    )
    save_in_words(row)
    record(Action.SPENDING_DECIDED, about=row, by=by, collaboration=group.name, sum=pounds(pence))
    return row


def _same(
    group: Collaboration, what: str, pence: int, objective_id: int | None, decided: Decided, words: str
) -> SpendingDecision | None:
    """The open decision that says just this: the button was pressed twice."""
    rows = SpendingDecision.objects.filter(
        collaboration=group,
        what=what,
        pence=pence,
        objective=objective_id,
        vote=decided.vote_id,
        decision=decided.decision_id,
        minute_words=words,
        closed_at=None,
    )
    return (rows.filter(decided_on=decided.on) if decided.on else rows).first()


def _basis(group: Collaboration, decided: Decided, words: str, *, today: date) -> dict[str, Any]:
    """The columns that say where it was decided; empty where nowhere. Raises ValidationError."""
    if decided.vote_id is not None:
        votes = {row.pk: row for row in selectors.votes_to_rest_on(group.pk)}
        vote = votes.get(decided.vote_id)
        if vote is None:
            raise ValidationError({"decided": _("Another decision rests on this vote. Choose another one.")})
        return {"vote": vote, "decided_on": timezone.localdate(vote.closed_at)}
    if decided.decision_id is not None:
        minutes = {row.pk: row for row in selectors.minutes_to_rest_on(group.pk)}
        decision = minutes.get(decided.decision_id)
        if decision is None:
            raise ValidationError(
                {"decided": _("Another decision rests on these minutes. Choose another one.")}
            )
        return {"decision": decision, "decided_on": decision.minutes.meeting.on}
    if not words:
        return {}
    if decided.on is None:
        raise ValidationError({"on": _("Enter the day on which it was decided")})
    if decided.on > today:
        raise ValidationError({"on": _("The day of the decision must be today or in the past")})
    return {"minute_words": words, "decided_on": decided.on}


@transaction.atomic
def close_decision(
    *, collaboration_id: int, decision_id: int, words: str, by: User, at: datetime
) -> SpendingDecision:
    """Nothing more is spent by a decision, and what is left of it is free again. It is not opened again.

    Closed already is closed. Raises ValidationError at "words", and while something ordered is not paid.
    """
    group = held(collaboration_id)
    row = open_or_closed(group, decision_id)
    if row.closed_at is not None:
        return row
    words = one_line(words)
    refuse_bank_details(words=words)
    value = selectors.value_of(row)
    refuse(rules.refusals_to_close(value))
    if not words:
        raise ValidationError({"words": _("Say why it is closed.")})
    row.closed_by, row.closed_at, row.closed_words = by, at, words
    save_in_words(row, fields=["closed_by", "closed_at", "closed_words"])
    record(
        Action.SPENDING_CLOSED, about=row, by=by, collaboration=group.name, sum=pounds(value.reserved_pence)
    )
    return row


@transaction.atomic
def say_what_changed(
    *, collaboration_id: int, decision_id: int, changed: str, seen: str | None = None, by: User
) -> SpendingDecision:
    """What the money of a decision changed for children. Raises ValidationError at "changed"."""
    group = held(collaboration_id)
    row = open_or_closed(group, decision_id)
    changed = several_lines(changed)
    refuse_bank_details(changed=changed)
    if row.changed == changed:
        return row
    refuse_older_text(seen=seen, mark=edition_of(row.changed))
    row.changed = changed
    save_in_words(row, fields=["changed"])
    record(Action.SPENDING_EFFECT_TOLD, about=row, by=by, collaboration=group.name)
    return row


def open_or_closed(group: Collaboration, decision_id: int) -> SpendingDecision:
    """A decision of a group whose row is held. Raises ValidationError where there is none."""
    row = selectors.decision_in(group.pk, decision_id)
    if row is None:
        raise ValidationError(_("This decision is no longer there."))
    return row
