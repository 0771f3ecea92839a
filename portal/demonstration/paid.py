"""Periods of the supplement that are over in an invented county: claimed, calculated and approved by a second
person. Of last year: paid to one group, once a payment that failed was put right, with its statement; a member
that left meanwhile. Of this year: paid to that group, which had no plan on the count date, while the payment of
another waits for its change of payee.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from accounts.models import RoleAppointment, User
from accounts.roles import Role
from memberships.models.members import Membership, SettingRole
from memberships.services.members import join, leave
from providers.models import Provider
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
from supplement.rules.leavers import Goes
from supplement.selectors.standing import verdict_of
from supplement.services import (
    assessing,
    payment_answers,
    payment_files,
    payments,
    run_calculation,
    runs,
    statements,
)
from supplement.services.checking import check_money
from supplement.services.claims import open_claim, submit_claim
from supplement.services.leavers import Said, settle_share

if TYPE_CHECKING:
    from portal.demonstration.story import Story

FOUND = "Asked the group. It is right."
FAILED = "The supplier was on stop in the finance system."
AGREED = "At our meeting: the money stays with the group, as our ways of working say."
LET_GO = "The group had a plan that ended in April, and the next one begins in September. The manager agrees."


class Paid:
    """The last period of last year's scheme, and the last one of this year's that is over, if there is one: in
    April, May and June there is none.
    """

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        finance = RoleAppointment.objects.filter(role=Role.FINANCE).order_by("pk").first()
        if finance is None:
            return
        today = self.story.today
        over = SchemePeriod.objects.filter(
            scheme__state="approved", evidence_until_on__lt=self.story.ago(40), ends_on__lte=today
        ).order_by("-starts_on")
        before = over.filter(scheme__ends_on__lte=today).first()
        if before is not None:
            self._last_year(before, finance.user)
        period = over.filter(scheme__ends_on__gt=today).first()
        if period is not None:
            self._count(period, [(number, row) for number in (0, 1) for row in self._places(number)])
            for number in (0, 1):
                self._assessed(period, number)
            self._pay(self._approved(period, finance.user), finance.user)
        check_money(at=timezone.now(), by=finance.user)

    def _last_year(self, period: SchemePeriod, finance: User) -> None:
        """Of the first group, which a member left half-way through the period."""
        leaver = self._joined(period)
        self._count(period, [(0, row) for row in self._places(0)])  # it has not left yet
        self._assessed(period, 0)
        leave(
            membership=leaver,
            on=period.count_on + timedelta(days=40),
            reason="It moved to another town.",
            by=self.story.officer,
        )
        run = self._approved(period, finance)
        self._pay(run, finance, is_last_year=True)
        statements.send_statements(run_id=run.pk, by=finance, at=timezone.now())
        group, leader = self.story.group(0), self.story.leader(0)
        settle_share(
            collaboration_id=group.pk, membership_id=leaver.pk, said=Said(goes=Goes.WITH_GROUP, words=AGREED), by=leader,
            at=timezone.now(),
        )  # fmt: skip

    def _joined(self, period: SchemePeriod) -> Membership:
        """A setting that is in no group today, a member from before the period on."""
        setting = next(row for row in self.story.without_group() if not row.is_domestic)
        on = period.starts_on - timedelta(days=30)
        return join(collaboration=self.story.group(0), provider=setting, on=on, by=self.story.officer)

    def _places(self, number: int) -> list[tuple[int, Membership]]:
        return list(enumerate(self.story.memberships(number)))

    def _count(self, period: SchemePeriod, members: Sequence[tuple[int, tuple[int, Membership]]]) -> None:
        counted = add_period(
            name=f"{period.count_on:%B %Y}",
            count_date=period.count_on,
            opens_on=period.count_on,
            due_on=period.claims_until_on,
            definition=str(SUGGESTED_DEFINITION),
            childminder_definition=str(SUGGESTED_CHILDMINDER_DEFINITION),
            by=self.story.officer,
        )
        for number, (place, membership) in members:
            setting = membership.provider
            certify_staff(
                period=counted,
                provider=setting,
                staff=1 if setting.is_domestic else 5 + (number + place * 2) % 9,
                by=self._certifier(setting),
                at=_at(period.claims_from_on),
            )

    def _certifier(self, setting: Provider) -> User:
        """Who manages it; an officer for a setting that nobody has joined."""
        managers = SettingRole.objects.filter(provider=setting, role=SettingRole.Role.MANAGER)
        role = managers.select_related("user").order_by("pk").first()
        return role.user if role is not None else self.story.officer

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

    def _pay(self, run: Run, finance: User, *, is_last_year: bool = False) -> None:
        """The first group's, today; of last year on its days, and once the first failed into a second file."""
        at, today = timezone.now(), self.story.today
        first = run.claims.get(claim__collaboration=self.story.group(0))
        payments.pay_what_waited(run_id=run.pk, claim_id=first.claim_id, words=LET_GO, by=finance, at=at)
        for place, instalment in enumerate(run.period.instalments.order_by("pay_on")):
            if not run.payments.filter(pay_on=instalment.pay_on).exists():
                continue
            due = run.payments.filter(pay_on=instalment.pay_on).order_by("pk")
            payment_files.make_file(run_id=run.pk, pay_on=instalment.pay_on, by=finance, at=at)
            if is_last_year and place == 0:
                for payment in due:
                    payment_answers.mark_payment(
                        payment_id=payment.pk, outcome=Outcome.FAILED, on=None, words=FAILED, by=finance, at=at
                    )  # fmt: skip
                payment_files.make_file(run_id=run.pk, pay_on=instalment.pay_on, by=finance, at=at)
            for payment in due:
                payment_answers.mark_payment(
                    payment_id=payment.pk,
                    outcome=Outcome.PAID,
                    on=instalment.pay_on + timedelta(days=2) if is_last_year else today,
                    finance_reference=f"BACS-{payment.pk:06}",
                    by=finance,
                    at=at,
                )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=UTC)
