"""Reads of payees and mandates (S9): of one group for its page, of many for evidence and for the run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils import timezone

from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from supplement.models.payees import Mandate, Payee
from supplement.rules.criteria import Criterion
from supplement.rules.payees import (
    Freeze,
    Part,
    PayeeDays,
    PayeeFacts,
    PayeeState,
    Signed,
    freeze_of,
    needs_mandates,
    state_of,
)
from ways_of_working.selectors.effective import effective_terms_of_ids

#: What a link in an email is for, by what is signed. Of a mandate it is about the membership, else the payee.
PURPOSES: dict[Part, str] = {
    Part.ACCEPT: "supplement.accept_payee",
    Part.HAND_OVER: "supplement.hand_over",
    Part.MANDATE: "supplement.sign_mandate",
}


def payees() -> QuerySet[Payee]:
    people = ("named_by", "accepted_by", "handed_over_by", "ended_by")
    return Payee.objects.select_related("collaboration", "provider", *people)


def payee_by_id(payee_id: int) -> Payee | None:
    return payees().filter(pk=payee_id).first()


def state_on(payee: Payee, on: date) -> PayeeState:
    """How it stands on a day."""
    withdrawn_on = timezone.localdate(payee.withdrawn_at) if payee.withdrawn_at else None
    return state_of(PayeeDays(payee.in_force_on, payee.ended_on, withdrawn_on), on=on)


def receiving(on: date) -> Q:
    """Rows of Payee in force on a day."""
    return Q(in_force_on__lte=on) & (Q(ended_on=None) | Q(ended_on__gt=on))


def proposed(on: date) -> Q:
    """Rows of Payee that wait for signatures on a day."""
    waits = Q(in_force_on=None) | Q(in_force_on__gt=on)
    return Q(named_at__date__lte=on) & waits & (Q(withdrawn_at=None) | Q(withdrawn_at__date__gt=on))


def signed_on(on: date) -> Q:
    """Rows of Mandate that hold on a day."""
    return Q(signed_at__date__lte=on) & (Q(withdrawn_at=None) | Q(withdrawn_at__date__gt=on))


# --- many groups: evidence and the run ----------------------------------------------------------------------


def members_of_groups(group_ids: Collection[int], on: date) -> dict[int, dict[int, int]]:
    """By group: the setting of each membership of a day. One statement."""
    rows = Membership.objects.filter(is_member_on(on), collaboration__in=group_ids).order_by()
    found: dict[int, dict[int, int]] = {group: {} for group in group_ids}
    for group, member, setting in rows.values_list("collaboration_id", "pk", "provider_id"):
        found[group][member] = setting
    return found


def payees_on(group_ids: Collection[int], on: date) -> dict[int, Payee]:
    """By group: the payee in force on a day, whether or not its setting is still a member. One statement."""
    rows = Payee.objects.filter(receiving(on), collaboration__in=group_ids).select_related("provider")
    return {row.collaboration_id: row for row in rows.order_by("in_force_on", "pk")}


def signed_for(payee_ids: Collection[int], on: date) -> dict[int, dict[int, date]]:
    """By payee: the day on which each membership signed the mandate that holds on a day. One statement."""
    found: dict[int, dict[int, date]] = defaultdict(dict)
    rows = Mandate.objects.filter(signed_on(on), payee__in=payee_ids).order_by("pk")
    for payee, member, at in rows.values_list("payee_id", "membership_id", "signed_at"):
        found[payee][member] = timezone.localdate(at)
    return found


def is_frozen(group_ids: Collection[int], on: date, criteria: Iterable[Criterion] = ()) -> dict[int, Freeze]:
    """Why the next payment of each of these groups waits on a day; a group that is not frozen is left out.

    ``criteria``: the scheme's, which say whether a missing mandate stops the payment. Four statements,
    whatever the number of groups.
    """
    in_force, members = payees_on(group_ids, on), members_of_groups(group_ids, on)
    waiting = Payee.objects.filter(proposed(on), collaboration__in=group_ids).order_by()
    changing = set(waiting.values_list("collaboration_id", flat=True))
    signed = signed_for([payee.pk for payee in in_force.values()], on)
    needs = needs_mandates(criteria)
    frozen = {}
    for group in group_ids:
        payee = in_force.get(group)
        owing = {
            member
            for member, setting in members[group].items()
            if payee is not None and setting != payee.provider_id and member not in signed.get(payee.pk, ())
        }
        facts = PayeeFacts(
            receives=payee is not None,
            is_member=payee is not None and payee.provider_id in members[group].values(),
            is_changing=group in changing,
            mandates_missing=len(owing),
        )
        freeze = freeze_of(facts, needs_mandates=needs)
        if freeze is not None:
            frozen[group] = freeze
    return frozen


# --- one group ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member and its mandate for the payee that is asked about; ``is_payee``: it receives itself."""

    membership: Membership
    mandate: Mandate | None
    is_payee: bool

    @property
    def owes(self) -> bool:
        return self.mandate is None and not self.is_payee


@dataclass(frozen=True)
class PayeeStanding:
    """Who receives a group's money on a day, who is to, and who signed.

    Mandates are asked for the setting that is proposed, else for the one in force.
    """

    collaboration_id: int
    on: date
    in_force: Payee | None
    proposal: Payee | None
    members: Sequence[Membership]
    mandates: Sequence[Mandate]
    #: Nobody receives, because an officer ended who received before.
    was_ended: bool = False

    @property
    def target(self) -> Payee | None:
        """The payee for which mandates are asked."""
        return self.proposal or self.in_force

    @cached_property
    def lines(self) -> list[MemberLine]:
        """The members of the day, by name."""
        target = self.target
        if target is None:
            return []
        signed = {row.membership_id: row for row in self.mandates if row.payee_id == target.pk}
        return [
            MemberLine(row, signed.get(row.pk), row.provider_id == target.provider_id) for row in self.members
        ]

    @property
    def still_for_before(self) -> list[Mandate]:
        """While a change waits: the mandates for the setting that receives until then."""
        if self.proposal is None or self.in_force is None:
            return []
        return [row for row in self.mandates if row.payee_id == self.in_force.pk]

    @property
    def owing(self) -> list[Membership]:
        return [line.membership for line in self.lines if line.owes]

    @property
    def before(self) -> Payee | None:
        """The payee that hands over: the one in force, as long as its setting is a member."""
        row = self.in_force
        return row if row is not None and self.is_member(row.provider_id) else None

    @property
    def parts_missing(self) -> tuple[Part, ...]:
        """Who must sign before the proposal is in force; empty where none waits."""
        row = self.proposal
        if row is None:
            return ()
        signed = Signed(
            row.accepted_at is not None,
            row.handed_over_at is not None,
            has_before=self.before is not None,
            mandates_awaited=self.was_ended and bool(self.owing),
        )
        return signed.parts_missing

    def is_member(self, provider_id: int) -> bool:
        return any(row.provider_id == provider_id for row in self.members)

    @property
    def freeze(self) -> Freeze | None:
        """Why the next payment waits, whatever the scheme says of mandates."""
        payee = self.in_force
        facts = PayeeFacts(
            receives=payee is not None,
            is_member=payee is not None and self.is_member(payee.provider_id),
            is_changing=self.proposal is not None,
        )
        return freeze_of(facts, needs_mandates=False)


def standing_of(collaboration_id: int, *, on: date) -> PayeeStanding:
    """Three queries; one more while nobody receives and a setting is proposed."""
    rows = payees().filter(receiving(on) | proposed(on), collaboration=collaboration_id)
    found = {state_on(row, on): row for row in rows.order_by("named_at", "pk")}
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration_id)
    mandates = Mandate.objects.filter(withdrawn_at=None, payee__in=[row.pk for row in found.values()])
    in_force, proposal = found.get(PayeeState.IN_FORCE), found.get(PayeeState.PROPOSED)
    last = last_ended(collaboration_id) if in_force is None and proposal is not None else None
    return PayeeStanding(
        collaboration_id,
        on,
        in_force,
        proposal,
        list(members.select_related("provider", "collaboration").order_by("provider__search_text", "pk")),
        list(mandates.select_related("signed_by", "membership__provider").order_by("pk")),
        was_ended=last is not None and last.ended_by_id is not None,
    )


def last_ended(collaboration_id: int) -> Payee | None:
    """Who received last and does so no more."""
    return (
        payees()
        .filter(collaboration=collaboration_id, ended_on__isnull=False)
        .order_by("-ended_on", "-pk")
        .first()
    )


def history_of(collaboration_id: int) -> list[Payee]:
    """Every payee of a group and every proposal, the latest first."""
    return list(payees().filter(collaboration=collaboration_id).order_by("-named_at", "-pk"))


def suggested(standing: PayeeStanding) -> int | None:
    """The setting that a proposal begins with: the one that carries the last payee on under a new
    registration (O2), else the answer of the ways of working, as long as it is a member. None where there is
    neither.
    """
    if standing.in_force is None:
        ended = Payee.objects.filter(collaboration=standing.collaboration_id).exclude(ended_on=None)
        last = ended.order_by("-ended_on", "-pk").values_list("provider_id", flat=True).first()
        for row in standing.members:
            if last and row.continues_id and _setting_of(row.continues_id) == last:
                return row.provider_id
    agreed = agreed_payee(standing.collaboration_id, on=standing.on)
    return agreed if agreed is not None and standing.is_member(agreed) else None


def _setting_of(membership_id: int) -> int | None:
    return Membership.objects.filter(pk=membership_id).values_list("provider_id", flat=True).first()


def agreed_payee(collaboration_id: int, *, on: date) -> int | None:
    """The setting that the ways of working of a day name."""
    return effective_terms_of_ids([collaboration_id], on=on)[collaboration_id].payee
