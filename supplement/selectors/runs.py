"""Reads of payment runs (S8): the list, one run, its claims beside last period's, its snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import BinaryField, Count, F, Func, Q, QuerySet, Sum, Value

from collaborations.models import Collaboration
from core.emails import within_authority
from documents.models import Job
from documents.rules import State
from documents.selectors import has_ended
from supplement.models.claims import Claim
from supplement.models.closing import PeriodClosing
from supplement.models.parts import SchemePeriod
from supplement.models.runs import Run, RunClaim, RunLine, RunSnapshot, RunStep
from supplement.rules.runs import FIXED, RunState
from supplement.rules.scheme_states import SchemeState
from supplement.rules.snapshot import Kept, kept_in
from supplement.selectors.run_inputs import ELIGIBLE, TAKEN

KIND, AGAIN_KIND = "supplement.run", "supplement.run_again"
#: So many stand on the page of a run; the list has all.
MAX_EXCEPTIONS = 50
#: A run that may still change its lines: one of a period at a time.
UNDER_WAY = (RunState.OPEN, RunState.CALCULATING, RunState.CALCULATED, RunState.REVIEWED)
#: A run whose figures are there to be read.
CALCULATED = (RunState.CALCULATED, RunState.REVIEWED, *FIXED)


def runs() -> QuerySet[Run]:
    """Every run, the newest first."""
    people = ("started_by", "calculated_by", "reviewed_by", "approved_by")
    return Run.objects.select_related("period__scheme", "job", *people).order_by("-number")


def run_by_id(run_id: int) -> Run | None:
    return runs().filter(pk=run_id).first()


def run_for_update(run_id: int) -> Run | None:
    """The row, locked until the transaction ends."""
    rows = Run.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("period__scheme", "job").filter(pk=run_id).first()


def run_under_way(period_id: int) -> Run | None:
    return Run.objects.filter(period=period_id, state__in=UNDER_WAY).first()


def periods_to_pay() -> list[SchemePeriod]:
    """Periods of approved schemes for which a run can be begun, the latest first."""
    rows = SchemePeriod.objects.filter(scheme__state__in=(SchemeState.APPROVED, SchemeState.SUPERSEDED))
    busy = Run.objects.filter(state__in=UNDER_WAY).values("period")
    rows = rows.filter(Q(scheme__state=SchemeState.APPROVED) | Q(claims__state__in=TAKEN)).exclude(
        pk__in=busy
    )
    rows = rows.exclude(pk__in=PeriodClosing.objects.filter(reopened_at=None).values("period"))
    return list(rows.select_related("scheme").distinct().order_by("-starts_on", "pk"))


def period_for_update(period_id: int) -> SchemePeriod | None:
    """A period of an approved scheme, locked."""
    rows = SchemePeriod.objects.select_for_update(of=("self",), no_key=True).select_related("scheme")
    states = (SchemeState.APPROVED, SchemeState.SUPERSEDED)
    return rows.filter(pk=period_id, scheme__state__in=states).first()


def steps_of(run: Run) -> list[RunStep]:
    return list(RunStep.objects.filter(run=run).select_related("by").order_by("at", "pk"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """The claims of a period by what a run makes of them: taken, still with the team, and not eligible."""

    ready: int
    unfinished: int
    not_eligible: int


def waiting_for(period_id: int) -> Waiting:
    """S8: what a run of a period would take now. One statement."""
    taken = Q(state__in=TAKEN)
    counts = Claim.objects.filter(period=period_id).aggregate(
        ready=Count("pk", filter=taken & Q(assessment__in=ELIGIBLE)),
        unfinished=Count(
            "pk", filter=Q(state__in=("submitted", "checking", "returned", "on_hold", "appealed"))
        ),
        not_eligible=Count("pk", filter=taken & ~Q(assessment__in=ELIGIBLE)),
    )
    return Waiting(**counts)


@dataclass(frozen=True, slots=True)
class Totals:
    """Control totals of a run. ``lines_pence`` is the sum of the lines, ``pence`` that of the claims."""

    claims: int
    lines: int
    pence: int
    lines_pence: int
    last_pence: int
    unseen: int
    exceptions: int

    @property
    def agree(self) -> bool:
        return self.pence == self.lines_pence


def totals_of(run: Run) -> Totals:
    """S8: what a run comes to, by its claims and once more by its lines. Two statements."""
    unusual = ~Q(exceptions=[])  # an empty list is nothing unusual
    claims = RunClaim.objects.filter(run=run).aggregate(
        number=Count("pk"),
        total=Sum("pence", default=0),
        last=Sum("last_pence", default=0),
        unusual=Count("pk", filter=unusual),
        unseen=Count("pk", filter=unusual & Q(seen_at=None)),
    )
    lines = RunLine.objects.filter(run=run).aggregate(number=Count("pk"), total=Sum("pence", default=0))
    return Totals(
        claims["number"],
        lines["number"],
        claims["total"],
        lines["total"],
        claims["last"],
        claims["unseen"],
        claims["unusual"],
    )


def run_claims(run_id: int | None = None) -> QuerySet[RunClaim]:
    """The claims of runs, or of one."""
    rows = RunClaim.objects.select_related("run__period", "claim__collaboration", "payee", "seen_by")
    return rows if run_id is None else rows.filter(run=run_id)


def unseen(rows: QuerySet[RunClaim]) -> QuerySet[RunClaim]:
    """Of claims of runs those with something unusual that nobody has looked at."""
    return rows.exclude(exceptions=[]).filter(seen_at=None)


def exceptions_in(run: Run) -> list[RunClaim]:
    """What is unusual in a run, first what nobody has looked at, the largest sums first."""
    order = F("seen_at").asc(nulls_first=True), "-pence", "pk"
    # which they are is found first: thousands of wide rows are not sorted for fifty
    first = RunClaim.objects.filter(run=run).exclude(exceptions=[]).order_by(*order).values("pk")
    return list(run_claims(run.pk).filter(pk__in=first[:MAX_EXCEPTIONS]).order_by(*order))


def run_claim_of(run: Run, claim_id: int) -> RunClaim | None:
    return run_claims(run.pk).filter(claim=claim_id).first()


def newest_figures(group: Collaboration) -> list[RunClaim]:
    """What a collaboration came to in each approved run, the newest first: for its own page."""
    rows = run_claims().filter(claim__collaboration=group, run__state__in=FIXED)
    return list(rows.order_by("-run__number"))


# --- the snapshot -------------------------------------------------------------------------------------------


def packed(text: str) -> Func:
    """As it is kept: PostgreSQL compresses a long value itself. It is sent as text: as bytes it is twice as
    long.
    """
    return Func(Value(text), Value("UTF8"), function="convert_to", output_field=BinaryField())


def snapshot_of(run: Run) -> tuple[str, str] | None:
    """The text of a run's snapshot and the hash that was kept with it; None before it was calculated.

    What cannot be read is given as an empty text, which is no snapshot.
    """
    row = RunSnapshot.objects.filter(run=run).first()
    if row is None:
        return None
    try:
        return bytes(row.packed).decode(), row.digest
    except UnicodeDecodeError:
        return "", row.digest


def working_of(run: Run, collaboration_id: int) -> tuple[Kept, str] | None:
    """What a run's snapshot says of one collaboration, with the hash of the whole; None where it is not in
    it.

    Raises rules.snapshot.Unreadable for a text that is no snapshot.
    """
    found = snapshot_of(run)
    if found is None:
        return None
    text, digest = found
    try:
        return kept_in(text, collaboration_id), digest
    except KeyError:
        return None


# --- jobs ---------------------------------------------------------------------------------------------------


def is_calculating(run: Run) -> bool:
    """Whether somebody works at it; a job that failed or was lost is begun anew."""
    return run.state == RunState.CALCULATING and run.job is not None and not has_ended(run.job)


def calculation_again(run: Run, *, done: bool) -> Job | None:
    """The newest calculation from the snapshot that was asked for, or that is done."""
    rows = Job.objects.filter(kind=AGAIN_KIND, url=about(run)).order_by("-created_at", "-pk")
    return rows.filter(state=State.DONE).first() if done else rows.first()


def about(run: Run) -> str:
    """The address of a run's page within its authority."""
    return within_authority("supplement:run", run.pk)
