"""Reads of a collaboration's fund (S10). Sums are whole pence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse

from collaborations.models import Collaboration
from core.money import shared
from core.ordering import InOrder
from development.models import Objective
from development.rules import PlanState
from documents.models import StoredFile
from meetings.models.minutes import Decision as MinutesDecision
from meetings.models.votes import Vote
from meetings.rules.minutes import SEEN_BY_MEMBERS
from meetings.rules.outcomes import OutcomeKind
from reorganisation.models import PlannedMember, PlannedSuccessor, Reorganisation
from reorganisation.rules.plan_states import PlanState as PlanOfGroups
from reorganisation.selectors.plans import shares_of_ended
from supplement.models.fund import FundEntry, Receipt, Spending, SpendingDecision
from supplement.models.runs import Adjustment, RunLine
from supplement.rules import fund as rules
from supplement.rules.fund import Entry
from supplement.rules.runs import FIXED

#: What counts of the spending by a decision: what was taken back does not.
_COUNTS = Q(spending__taken_back_at=None)
#: What counts of the receipts of an order: what was removed does not.
_KEPT = Q(receipts__removed_at=None)
#: How many decisions of minutes, or votes, are offered at most, the latest first.
MAX_OFFERED = 30


class Part(NamedTuple):
    """A name and its sum in pence."""

    name: str
    pence: int


def group_for_update(collaboration_id: int) -> Collaboration | None:
    """The collaboration, locked: whoever promises money of its fund waits here."""
    return Collaboration.objects.select_for_update(no_key=True).filter(pk=collaboration_id).first()


def entries_of(collaboration_id: int) -> QuerySet[FundEntry]:
    """What came to a fund and went from it, the latest first."""
    rows = FundEntry.objects.filter(collaboration=collaboration_id)
    rows = rows.select_related(
        "membership__provider", "payment__claim__period", "came_from__collaboration", "went_to__collaboration"
    )
    return rows.order_by("-on", "-pk")


def decisions() -> QuerySet[SpendingDecision]:
    """Decisions to spend, the latest first, each with ``committed`` and ``spent`` (pence)."""
    rows = SpendingDecision.objects.select_related("objective__plan", "vote", "decision__minutes__meeting")
    ordered = Sum("spending__pence", filter=_COUNTS & Q(spending__paid_on=None))
    paid = Sum("spending__pence", filter=_COUNTS & Q(spending__paid_on__isnull=False))
    rows = rows.annotate(committed=Coalesce(ordered, 0), spent=Coalesce(paid, 0))
    return rows.order_by("-decided_on", "-pk")


def decisions_of(collaboration_id: int) -> QuerySet[SpendingDecision]:
    return decisions().filter(collaboration=collaboration_id)


def decision_in(collaboration_id: int, decision_id: int) -> SpendingDecision | None:
    return decisions_of(collaboration_id).filter(pk=decision_id).first()


def value_of(decision: Any) -> rules.Decision:
    """A decision as the rules take it; of ``decisions``."""
    return rules.Decision(
        decision.pence, decision.committed, decision.spent, is_closed=decision.closed_at is not None
    )


def balance_of(collaboration_id: int) -> rules.Balance:
    """Where a fund stands now. Three statements."""
    return balance_of_rows(collaboration_id, decisions_of(collaboration_id).order_by())


def balance_of_rows(collaboration_id: int, made: Iterable[Any]) -> rules.Balance:
    """The same, of its decisions that were read already."""
    entries = FundEntry.objects.filter(collaboration=collaboration_id).order_by()
    sums = entries.values_list("kind").annotate(pence=Sum("pence"))
    return rules.balance_of(
        ((Entry(kind), pence) for kind, pence in sums),
        [value_of(decision) for decision in made],
        waiting_pence=_waiting_pence(collaboration_id),
    )


def _waiting_pence(collaboration_id: int) -> int:
    """S5: shares of leavers that no approved run has taken off the payments yet."""
    rows = Adjustment.objects.filter(
        Q(run=None) | ~Q(run__state__in=sorted(FIXED)),
        settlement__isnull=False,
        claim__collaboration=collaboration_id,
        pence__lt=0,
        taken_back_at=None,
    )
    return -int(rows.aggregate(all=Sum("pence", default=0))["all"])


def is_opened(collaboration_id: int) -> bool:
    """Whether an opening balance is recorded."""
    return FundEntry.objects.filter(collaboration=collaboration_id, kind=Entry.OPENING).exists()


def left_of_groups(collaboration_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """Of each fund in which anything came by a day: what was left then, in pence (S4). Two statements."""
    groups = list(collaboration_ids)
    left: dict[int, int] = defaultdict(int)
    entries = FundEntry.objects.filter(collaboration__in=groups, on__lte=on).order_by()
    for group, kind, pence in entries.values_list("collaboration_id", "kind").annotate(all=Sum("pence")):
        left[group] += pence if kind in rules.COMES_IN else -pence
    paid = Spending.objects.filter(decision__collaboration__in=groups, taken_back_at=None, paid_on__lte=on)
    sums = paid.order_by().values_list("decision__collaboration_id").annotate(all=Sum("pence"))
    for group, pence in sums:
        left[group] -= pence
    return dict(left)


def told_of_plan(plan_id: int) -> list[SpendingDecision]:
    """Decisions for the objectives of a plan of which the group has told what they changed."""
    rows = SpendingDecision.objects.filter(objective__plan=plan_id).exclude(changed="")
    rows = rows.select_related("objective")
    return list(rows.order_by("objective__position", "decided_on", "pk"))


# --- spending -----------------------------------------------------------------------------------------------


def spending() -> QuerySet[Spending]:
    """Every order and payment, the latest first, with its receipts counted."""
    rows = Spending.objects.select_related("decision__objective", "decision__collaboration")
    rows = rows.annotate(receipts_count=Count("receipts", filter=_KEPT), what_in_order=InOrder("what"))
    return rows.order_by("-ordered_on", "-pk")


class SpendingLine(NamedTuple):
    """An order with its receipts that count and those that were removed."""

    row: Spending
    receipts: list[Receipt]
    removed: list[Receipt]


def spending_of(decision: SpendingDecision) -> list[SpendingLine]:
    """The spending by one decision, each with its receipts."""
    rows_of = Receipt.objects.select_related("file", "removed_by")
    files = Prefetch("receipts", rows_of.order_by("added_at", "pk"))
    rows = Spending.objects.filter(decision=decision).select_related("recorded_by", "taken_back_by")
    lines = []
    for row in rows.prefetch_related(files).order_by("-ordered_on", "-pk"):
        all_of_it = list(row.receipts.all())
        kept = [receipt for receipt in all_of_it if receipt.removed_at is None]
        lines.append(SpendingLine(row, kept, [receipt for receipt in all_of_it if receipt.removed_at]))
    return lines


def spending_in(collaboration_id: int, spending_id: int) -> Spending | None:
    rows = Spending.objects.select_related("decision__collaboration")
    return rows.filter(decision__collaboration=collaboration_id, pk=spending_id).first()


def spending_for_update(spending_id: int) -> Spending | None:
    """The row, locked, with the decision and the group."""
    rows = Spending.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("decision__collaboration").filter(pk=spending_id).first()


def receipt_in(collaboration_id: int, receipt_id: int) -> Receipt | None:
    rows = Receipt.objects.select_related("file", "spending__decision")
    return rows.filter(spending__decision__collaboration=collaboration_id, pk=receipt_id).first()


def receipt_for_update(receipt_id: int) -> Receipt | None:
    """The row, locked, with what it is a receipt of, and the group."""
    rows = Receipt.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("file", "spending__decision__collaboration").filter(pk=receipt_id).first()


def kept_receipt_in(collaboration_id: int, receipt_id: int) -> Receipt | None:
    """A receipt that counts: what was removed is opened by nobody until it is brought back."""
    row = receipt_in(collaboration_id, receipt_id)
    return row if row is not None and row.removed_at is None else None


def place_of_file(file: StoredFile) -> tuple[str, str] | None:
    """The page on which a receipt is opened."""
    row = (
        Receipt.objects.filter(file=file)
        .values_list("spending__what", "spending__decision_id", "spending__decision__collaboration_id")
        .first()
    )
    if row is None:
        return None
    what, decision, group = row
    return what, reverse("supplement:spending_decision", args=[group, decision])


def paid_without_receipt(collaboration_ids: Iterable[int]) -> QuerySet[Spending]:
    """What is paid, counts, and has no receipt, the oldest first."""
    rows = Spending.objects.filter(
        ~Exists(Receipt.objects.filter(spending=OuterRef("pk"), removed_at=None)),
        decision__collaboration__in=collaboration_ids,
        taken_back_at=None,
        paid_on__isnull=False,
    )
    return rows.order_by("paid_on", "pk")


# --- where it was decided -----------------------------------------------------------------------------------


def objectives_to_serve(collaboration_id: int) -> list[Objective]:
    """The objectives of the plan that the group works by, in their order."""
    rows = Objective.objects.filter(
        plan__collaboration=collaboration_id, plan__state=PlanState.CURRENT
    ).select_related("plan")
    return list(rows.order_by("position", "pk"))


def _used() -> QuerySet[SpendingDecision]:
    """Decisions that rest on something for good: open ones, and those by which anything was spent."""
    return SpendingDecision.objects.filter(
        Q(closed_at=None) | Exists(Spending.objects.filter(decision=OuterRef("pk"), taken_back_at=None))
    )


def votes_to_rest_on(collaboration_id: int) -> list[Vote]:
    """Proposals that were carried and on which no decision rests yet, the latest first.

    Not those of members alone: the team reads the fund too.
    """
    rows = Vote.objects.filter(
        ~Exists(_used().filter(vote=OuterRef("pk"))),
        collaboration=collaboration_id,
        kind=Vote.Kind.PROPOSAL,
        state=Vote.State.CLOSED,
        outcome=OutcomeKind.CARRIED,
        members_only=False,
        subject_kind="",
    )
    return list(rows.order_by("-closed_at", "-pk")[:MAX_OFFERED])


def minutes_to_rest_on(collaboration_id: int) -> list[MinutesDecision]:
    """Decisions in minutes that went out, on which no decision to spend rests yet, the latest first."""
    rows = MinutesDecision.objects.filter(
        ~Exists(_used().filter(decision=OuterRef("pk"))),
        minutes__meeting__collaboration=collaboration_id,
        minutes__state__in=SEEN_BY_MEMBERS,
    )
    rows = rows.select_related("minutes__meeting").order_by("-minutes__meeting__on", "-pk")
    return list(rows[:MAX_OFFERED])


def successors_of(collaboration_id: int) -> list[Collaboration]:
    """The groups that began by a plan that was carried out (C4) and that this group ended by, by name."""
    rows = PlannedSuccessor.objects.filter(
        plan__state=PlanOfGroups.DONE, plan__sources__collaboration=collaboration_id
    ).exclude(collaboration=None)
    groups = Collaboration.objects.filter(pk__in=rows.order_by().values("collaboration"))
    return list(groups.order_by("name__in_order", "pk"))


def plan_of_end(collaboration_id: int) -> Reorganisation | None:
    """The plan by which a group ended, or ends (C4)."""
    rows = Reorganisation.objects.filter(sources__collaboration=collaboration_id)
    return rows.order_by("-pk").first()


def due_by_plan(collaboration_id: int, pence: int) -> dict[int, int]:
    """What of a free balance each group of the plan still gets: by the plan's shares, or all of it where it is one
    group (S1). Nothing where the plan says none.
    """
    shares = shares_of_ended([collaboration_id]).get(collaboration_id, {})
    successors = [] if shares else successors_of(collaboration_id)
    if len(successors) == 1:
        shares = {successors[0].pk: 1}
    rows = FundEntry.objects.filter(came_from__collaboration=collaboration_id, kind=Entry.FROM_GROUP)
    given = rows.order_by().values_list("collaboration_id").annotate(all=Sum("pence"))
    return rules.due_by_shares(max(0, pence), dict(given), shares)


def parts_by_plan(collaboration_id: int, pence: int) -> list[Part]:
    """The same by name, for the page."""
    due = due_by_plan(collaboration_id, pence)
    names = dict(Collaboration.objects.filter(pk__in=due).order_by().values_list("pk", "name"))
    return [Part(names[group], part) for group, part in due.items()]


def parts_by_members(collaboration_id: int, pence: int) -> list[Part]:
    """The same by how many members went to each group of the plan, where it says no shares."""
    placed = PlannedMember.objects.filter(
        plan__state=PlanOfGroups.DONE,
        plan__sources__collaboration=collaboration_id,
        membership__collaboration=collaboration_id,
        successor__collaboration__isnull=False,
    ).order_by()
    rows = placed.values_list("successor__collaboration_id").annotate(number=Count("pk"))
    return _parts(dict(rows), pence)


def _parts(weights: Mapping[int, int], pence: int) -> list[Part]:
    groups = sorted(weights)
    names = dict(Collaboration.objects.filter(pk__in=groups).order_by().values_list("pk", "name"))
    shares = shared(pence, [weights[group] for group in groups])
    return [Part(names[group], share) for group, share in zip(groups, shares, strict=True)]


# --- by member and by objective -----------------------------------------------------------------------------


def brought_by_members(collaboration_id: int) -> tuple[Part, ...]:
    """What each member's staff brought, by name of the setting: of every payment, its lines (S1)."""
    sums = brought_for(collaboration_id)
    names = dict(
        RunLine.objects.filter(provider__in=sums).order_by().values_list("provider_id", "provider__name")
    )
    return tuple(sorted((Part(names[provider], pence) for provider, pence in sums.items()), key=_by_name))


def brought_for(collaboration_id: int, *, claim_id: int | None = None) -> dict[int, int]:
    """In pence, by setting, of all payments that came or of those for one claim. Two statements."""
    entries = FundEntry.objects.filter(collaboration=collaboration_id, kind=Entry.RECEIVED).order_by("pk")
    if claim_id is not None:
        entries = entries.filter(payment__claim=claim_id)
    paid = list(entries.values_list("payment__run_id", "payment__claim_id", "pence"))
    lines: dict[tuple[int, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    rows = RunLine.objects.filter(
        run__in={run for run, _claim, _pence in paid}, claim__in={claim for _run, claim, _pence in paid}
    ).order_by()
    for run, claim, provider, pence in rows.values_list("run_id", "claim_id", "provider_id").annotate(
        all=Sum("pence")
    ):
        lines[run, claim][provider] += pence
    sums: dict[int, int] = defaultdict(int)
    for run, claim, pence in paid:
        for provider, part in rules.split(pence, lines[run, claim]).items():
            sums[provider] += part
    return dict(sums)


def _by_name(part: Part) -> tuple[str, int]:
    return part.name.casefold(), part.pence


class ObjectiveSpend(NamedTuple):
    """An objective, and in pence what was decided, ordered and spent for it."""

    aim: str
    decided_pence: int
    committed_pence: int
    spent_pence: int


def by_objective(made: Iterable[Any]) -> tuple[ObjectiveSpend, ...]:
    """Decisions of ``decisions_of``, added up by their objectives, the one with most first."""
    sums: dict[int, ObjectiveSpend] = {}
    for row in made:
        before = sums.get(row.objective_id, ObjectiveSpend(row.objective.aim, 0, 0, 0))
        decided = row.pence if row.closed_at is None else row.spent
        sums[row.objective_id] = ObjectiveSpend(
            before.aim,
            before.decided_pence + decided,
            before.committed_pence + row.committed,
            before.spent_pence + row.spent,
        )
    return tuple(sorted(sums.values(), key=lambda row: -row.decided_pence))
