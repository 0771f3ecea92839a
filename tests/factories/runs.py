"""Claims that a run can take, for tests: through the models, past evidence and queue."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from accounts.models import User
from collaborations.models import Collaboration
from memberships.models.members import Membership
from provision.models import ReturnPeriod, StaffReturn
from supplement.models.claims import Claim
from supplement.models.parts import SchemeCriterion, SchemePeriod
from supplement.models.payees import Payee, SupplierReference
from supplement.models.runs import Run
from supplement.services import run_calculation, runs
from tests.factories.collaborations import CollaborationFactory
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.supplement import approved, open_period

APPROVED = datetime(2026, 2, 2, 10, tzinfo=UTC)
AT = datetime(2026, 7, 10, 10, tzinfo=UTC)
COUNTED = date(2026, 5, 20)


def paid_period(by: User) -> SchemePeriod:
    """Summer 2026 of an approved scheme: £12.50 a head, three active members or nothing."""
    scheme = approved(by, at=APPROVED, starts_on=date(2026, 4, 1))
    return scheme.periods.get()


def criteria_of(period: SchemePeriod) -> Any:
    return SchemeCriterion.objects.filter(scheme=period.scheme)


def certified(by: User, staff: dict[Membership, int], *, on: date = COUNTED) -> ReturnPeriod:
    """Staff numbers of a count date."""
    period = ReturnPeriod.objects.filter(count_date=on).first() or ReturnPeriodFactory(
        name=f"Counted {on.isoformat()}", count_date=on, opens_on=on, due_on=on
    )
    for member, number in staff.items():
        StaffReturnFactory(period=period, provider=member.provider, staff=number, certified_by=by)
    return period


def corrected(member: Membership, staff: int) -> None:
    StaffReturn.objects.filter(provider=member.provider, period__count_date=COUNTED).update(staff=staff)


def assessed(period: SchemePeriod, group: Collaboration, by: User, **facts: Any) -> Claim:
    values: dict[str, Any] = {
        "state": "assessed",
        "assessment": "eligible",
        "opened_by": by,
        "opened_at": AT,
        "moved_at": AT,
    }
    return Claim.objects.create(period=period, collaboration=group, **{**values, **facts})


def payee_of(group: Collaboration, member: Membership, by: User, reference: str = "LK-1001") -> Payee:
    """In force since the count date, under a supplier reference."""
    SupplierReference.objects.update_or_create(
        provider=member.provider, defaults={"reference": reference, "set_by": by, "set_at": AT}
    )
    return Payee.objects.create(
        collaboration=group,
        provider=member.provider,
        named_by=by,
        named_at=AT,
        accepted_by=by,
        accepted_at=AT,
        in_force_on=COUNTED,
    )


def calculated(period: SchemePeriod, by: User, *, at: datetime = AT) -> Run:
    """A run that was asked for and calculated by the worker."""
    run = runs.start_run(period_id=period.pk, by=by, at=at)
    return calculated_again(run, by, at=at)


def calculated_again(run: Run, by: User, *, at: datetime = AT) -> Run:
    run = runs.calculate_run(run_id=run.pk, by=by, at=at)
    assert run.job is not None
    run_calculation.calculate_claims(job_id=run.job.pk, run_id=run.pk, authority_id=run.authority_id)
    run.refresh_from_db()
    return run


def reviewed(run: Run, by: User, *, at: datetime = AT) -> Run:
    """With a word about every exception."""
    for row in run.claims.exclude(exceptions=[]).filter(seen_at=None):
        runs.look_at(run_id=run.pk, claim_id=row.claim_id, words="Asked them. It is right.", by=by, at=at)
    return runs.review_run(run_id=run.pk, by=by, at=at)


def run_rows(group: Collaboration, finance: User, manager: User) -> dict[str, Any]:
    """Runs of two past years for the stage: one that is approved, one that waits for approval, and one that is
    calculated, in which nobody is there to be paid.
    """
    earlier, later = (
        open_period(manager, on=day, is_standing=True) for day in (date(2024, 11, 10), date(2025, 11, 12))
    )
    for period in (earlier, later):
        staff = dict.fromkeys(group.memberships.all(), 5)
        certified(manager, staff, on=period.count_on)
    assessed(earlier, group, manager)
    done = reviewed(calculated(earlier, finance), finance)
    runs.approve_run(run_id=done.pk, by=manager, at=AT)
    assessed(earlier, CollaborationFactory(), manager)
    waiting = reviewed(calculated(earlier, finance), finance)
    claim = assessed(later, group, manager)
    return {
        "approved run": done,
        "reviewed run": waiting,
        "calculated run": calculated(later, finance),
        "run claim": claim,
    }
