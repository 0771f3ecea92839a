"""A period of the supplement that is over in an invented county: claimed, calculated, approved by a second person
and paid to one group, which had no plan on the count date, while the payment of another waits for its change of
payee.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone

from accounts.models import RoleAppointment, User
from accounts.roles import Role
from provision.services.returns import (
    SUGGESTED_CHILDMINDER_DEFINITION,
    SUGGESTED_DEFINITION,
    add_period,
    certify_staff,
)
from supplement.models.claims import Claim
from supplement.models.parts import SchemePeriod
from supplement.models.runs import Run
from supplement.rules.answers import Outcome
from supplement.rules.claims import Assessment
from supplement.selectors.standing import verdict_of
from supplement.services import (
    assessing,
    payment_answers,
    payment_files,
    payments,
    run_calculation,
    runs,
)
from supplement.services.checking import check_money
from supplement.services.claims import open_claim, submit_claim

if TYPE_CHECKING:
    from portal.demonstration.story import Story

FOUND = "Asked the group. It is right."
LET_GO = "The group had a plan that ended in April, and the next one begins in September. The manager agrees."


class Paid:
    """The period before today's, where the approved scheme has one."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        rows = SchemePeriod.objects.filter(
            scheme__state="approved", evidence_until_on__lt=self.story.ago(40), ends_on__lte=self.story.today
        )
        period = rows.order_by("-starts_on").first()
        finance = RoleAppointment.objects.filter(role=Role.FINANCE).order_by("pk").first()
        if period is None or finance is None:
            return  # in April, May and June the year has no period that is over
        self._count(period)
        for number in (0, 1):
            self._assessed(period, number)
        run = self._approved(period, finance.user)
        self._pay(run, finance.user)
        check_money(at=timezone.now(), by=finance.user)

    def _count(self, period: SchemePeriod) -> None:
        counted = add_period(
            name=f"{period.count_on:%B %Y}",
            count_date=period.count_on,
            opens_on=period.count_on,
            due_on=period.claims_until_on,
            definition=str(SUGGESTED_DEFINITION),
            childminder_definition=str(SUGGESTED_CHILDMINDER_DEFINITION),
            by=self.story.officer,
        )
        for number in (0, 1):
            for place, membership in enumerate(self.story.memberships(number)):
                setting = membership.provider
                staff = 1 if setting.is_domestic else 5 + (number + place * 2) % 9
                certify_staff(
                    period=counted,
                    provider=setting,
                    staff=staff,
                    by=self.story.manager_of(setting),
                    at=_at(period.claims_from_on),
                )

    def _assessed(self, period: SchemePeriod, number: int) -> Claim:
        story, day = self.story, period.claims_until_on
        leader = story.leader(number)
        claim = open_claim(
            period_id=period.pk, collaboration_id=story.group(number).pk, by=leader, at=_at(day)
        )
        submit_claim(claim_id=claim.pk, words="", by=leader, at=_at(day))
        later = _at(period.evidence_until_on)
        claim = assessing.begin_check(claim_id=claim.pk, by=story.officer, at=later)
        return assessing.assess_claim(
            claim_id=claim.pk,
            assessment=Assessment.ELIGIBLE,
            words="The evidence is complete.",
            seen=assessing.mark_of(verdict_of(claim, on=period.evidence_until_on)),
            by=story.officer,
            at=later,
        )

    def _approved(self, period: SchemePeriod, finance: User) -> Run:
        """Calculated and reviewed by finance, approved by the manager."""
        run = runs.start_run(period_id=period.pk, by=finance, at=self.story.then(2))
        run = runs.calculate_run(run_id=run.pk, by=finance, at=self.story.at)
        job_id = run.job_id or 0
        run_calculation.calculate_claims(job_id=job_id, run_id=run.pk, authority_id=run.authority_id)
        run.refresh_from_db()
        at = timezone.now()  # after the calculation, which has the time of the clock
        for row in run.claims.exclude(exceptions=[]):
            runs.look_at(run_id=run.pk, claim_id=row.claim_id, words=FOUND, by=finance, at=at)
        runs.review_run(run_id=run.pk, by=finance, at=at)
        return runs.approve_run(run_id=run.pk, by=self.story.manager, at=at)

    def _pay(self, run: Run, finance: User) -> None:
        at, today = timezone.now(), self.story.today
        first = run.claims.get(claim__collaboration=self.story.group(0))
        payments.pay_what_waited(run_id=run.pk, claim_id=first.claim_id, words=LET_GO, by=finance, at=at)
        for instalment in run.period.instalments.order_by("pay_on"):
            if not run.payments.filter(pay_on=instalment.pay_on).exists():
                continue
            payment_files.make_file(run_id=run.pk, pay_on=instalment.pay_on, by=finance, at=at)
            for payment in run.payments.filter(pay_on=instalment.pay_on).order_by("pk"):
                payment_answers.mark_payment(
                    payment_id=payment.pk,
                    outcome=Outcome.PAID,
                    on=today,
                    finance_reference=f"BACS-{payment.pk:06}",
                    by=finance,
                    at=at,
                )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)
