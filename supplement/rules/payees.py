"""S9: who receives a collaboration's money, who signs what, and when the next payment is frozen.

The new payee accepts; where another receives, that one hands over; every other member signs a mandate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Fact, Reason
from providers.rules.workforce import ONE_PERSON
from supplement.rules.bank_details import refusal_of
from supplement.rules.criteria import Consequence, Criterion, Kind

CODE = "S9"


class PayeeState(TextChoices):
    """How a payee stands on a day."""

    PROPOSED = "proposed", _("Proposed")
    IN_FORCE = "in_force", _("Receives the money")
    ENDED = "ended", _("Received it before")
    WITHDRAWN = "withdrawn", _("Proposal withdrawn")


class Part(TextChoices):
    """What somebody signs."""

    ACCEPT = "accept", _("Accept to receive the money")
    HAND_OVER = "hand_over", _("Hand over to the new payee")
    MANDATE = "mandate", _("Sign the mandate")


class Freeze(TextChoices):
    """Why the next payment waits."""

    NONE = "none", _("No setting receives the money yet")
    LEFT = "left", _("The setting that received the money is no longer a member")
    CHANGE = "change", _("A change of payee waits for signatures")
    MANDATE = "mandate", _("A mandate is missing")


class Unready(TextChoices):
    """What keeps a group from being paid, the first that is wrong."""

    NONE = "none", _("No setting receives the money")
    LEFT = "left", _("The payee is no longer a member")
    CHANGE = "change", _("A change waits for signatures")
    REFERENCE = "reference", _("No supplier reference")
    MANDATE = "mandate", _("Mandates missing")


@dataclass(frozen=True, slots=True)
class PayeeDays:
    """A payee's days: received ``[in_force_on, ended_on)``; the day on which a proposal was withdrawn."""

    in_force_on: date | None = None
    ended_on: date | None = None
    withdrawn_on: date | None = None


def state_of(days: PayeeDays, *, on: date) -> PayeeState:
    """How it stands on a day on or after which it was named."""
    if days.in_force_on is not None and days.in_force_on <= on:
        is_over = days.ended_on is not None and days.ended_on <= on
        return PayeeState.ENDED if is_over else PayeeState.IN_FORCE
    if days.withdrawn_on is not None and days.withdrawn_on <= on:
        return PayeeState.WITHDRAWN
    return PayeeState.PROPOSED


@dataclass(frozen=True, slots=True)
class Signed:
    """What of a proposal is signed. ``has_before``: another setting receives the money today.
    ``mandates_awaited``: an officer ended the one before, and members have not signed for the new one.
    """

    accepted: bool
    handed_over: bool
    has_before: bool
    mandates_awaited: bool = False

    @property
    def parts_missing(self) -> tuple[Part, ...]:
        """Who must still sign before it is in force, the new payee first."""
        missing = []
        if not self.accepted:
            missing.append(Part.ACCEPT)
        if self.has_before and not self.handed_over:
            missing.append(Part.HAND_OVER)
        if self.mandates_awaited:
            missing.append(Part.MANDATE)
        return tuple(missing)


@dataclass(frozen=True, slots=True)
class Naming:
    """What a proposal is judged by: whether the setting is a member, receives the money already, or another
    one is proposed.
    """

    setting: str
    is_member: bool
    receives_already: bool
    other_proposed: str = ""


def may_name(naming: Naming, *, why: str) -> list[Refusal]:
    """Every reason why a setting cannot be proposed, at once."""
    refusals = []
    if not naming.is_member:
        sentence = gettext_noop("%(setting)s is not a member of the group today. Choose a member.")
        refusals.append(_refused("provider", sentence, setting=naming.setting))
    if naming.receives_already:
        sentence = gettext_noop("%(setting)s receives the money already.")
        refusals.append(_refused("provider", sentence, setting=naming.setting))
    if naming.other_proposed:
        sentence = gettext_noop("%(setting)s is proposed already. Withdraw that proposal first.")
        refusals.append(_refused("", sentence, setting=naming.other_proposed))
    return refusals + _without_bank_details("why", why)


def may_sign(part: Part, state: PayeeState, *, is_member: bool, name: str = "") -> list[Refusal]:
    """Every reason why a signature cannot be given now. ``name``: as it was typed, for a mandate."""
    fitting = {
        Part.ACCEPT: {PayeeState.PROPOSED},
        Part.HAND_OVER: {PayeeState.PROPOSED},
        Part.MANDATE: {PayeeState.PROPOSED, PayeeState.IN_FORCE},
    }[part]
    refusals = []
    if state not in fitting:
        sentence = gettext_noop("This proposal is “%(state)s” now, so there is nothing to sign.")
        refusals.append(_refused("", sentence, state=state.label))
    if not is_member:
        sentence = gettext_noop("The setting is not a member of the group today, so it cannot sign.")
        refusals.append(_refused("", sentence))
    if part is Part.MANDATE:
        if not any(sign.isalpha() for sign in name):
            refusals.append(_refused("name", gettext_noop("Type your name to sign.")))
        refusals += _without_bank_details("name", name)
    return refusals


def may_end(*, receives: bool, awaits_hand_over: bool, why: str) -> list[Refusal]:
    """Every reason why an officer cannot end a payee now: it receives, another is proposed that waits for it
    to hand over, and there is a reason.
    """
    tests = (
        (not receives, "", gettext_noop("No setting receives the money today, so there is nothing to end.")),
        (
            receives and not awaits_hand_over,
            "",
            gettext_noop("Nothing waits for it to hand over. The leader proposes another setting first."),
        ),
        (not why.strip(), "why", gettext_noop("Say why it is ended. Both settings read it.")),
    )
    refusals = [_refused(where, sentence) for fails, where, sentence in tests if fails]
    return refusals + _without_bank_details("why", why)


@dataclass(frozen=True, slots=True)
class PayeeFacts:
    """A collaboration on a day: who receives (its setting's number, None: nobody), whether that is a member,
    whether another is proposed, and how many members have not signed the mandate.
    """

    receives: bool
    is_member: bool = True
    is_changing: bool = False
    mandates_missing: int = 0


def freeze_of(facts: PayeeFacts, *, needs_mandates: bool) -> Freeze | None:
    """Why the next payment waits; None where it does not. ``needs_mandates``: by the scheme's criteria."""
    if not facts.receives:
        return Freeze.NONE
    if not facts.is_member:
        return Freeze.LEFT
    if facts.is_changing:
        return Freeze.CHANGE
    return Freeze.MANDATE if needs_mandates and facts.mandates_missing else None


def needs_mandates(criteria: Iterable[Criterion]) -> bool:
    """Whether a missing mandate stops the whole payment. With any other consequence it is paid: the member
    without one is left out, the sum is smaller, or a note says so.
    """
    stops = (Consequence.BLOCK, Consequence.HOLD)
    return any(row.kind is Kind.MANDATE and row.consequence in stops for row in criteria)


_MANDATE = gettext_noop(
    "%(setting)s is a member of %(group)s. It agrees that %(payee)s receives the System Leadership Supplement for"
    " all members, keeps the record of it, and spends it only as the members decide."
)
_MANDATE_OF_ONE = gettext_noop(
    "I am a member of %(group)s as a childminder or home childcarer. I agree that %(payee)s receives the System"
    " Leadership Supplement for all members, me included, keeps the record of it, and spends it only as the"
    " members decide."
)


def mandate_words(kind: str, facts: Mapping[str, str]) -> Reason:
    """What a member signs, by its kind of care. ``facts``: setting, group and payee by name."""
    return Reason(CODE, _MANDATE_OF_ONE if kind in ONE_PERSON else _MANDATE, facts)


def _without_bank_details(field: str, text: str) -> list[Refusal]:
    reason = refusal_of(text)
    return [] if reason is None else [Refusal(field, reason)]


def _refused(field: str, sentence: str, **facts: Fact) -> Refusal:
    return Refusal(field, Reason(CODE, sentence, facts))
