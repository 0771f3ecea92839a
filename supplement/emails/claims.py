"""Emails to the leaders of a group about its claim (S7): it can be begun, it is due, a question, the
assessment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from collaborations.models import Collaboration
from core.emails import AsOf, Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_lead
from memberships.selectors.contacts import contact_of
from supplement.models.claims import Claim, ClaimStep
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.next_steps import Window, window_on
from supplement.selectors import claims as selectors
from supplement.selectors.consultation import leading
from supplement.selectors.schemes import period_value


class ToClaim(NamedTuple):
    """A group that its reader leads, a period, and the group's claim of it, if it is begun."""

    collaboration: Collaboration
    period: SchemePeriod
    claim: Claim | None
    on: date


@dataclass(frozen=True, kw_only=True)
class AsksForClaim(EmailToUser[ToClaim]):
    """To each leader of a group that has sent no claim of a period. Nothing once it is sent, once its days
    are over, or once the person leads the group no more.
    """

    template = "supplement/claim_asked"
    period_id: int
    collaboration_id: int

    def load(self, at: datetime, /) -> ToClaim | None:
        on = timezone.localdate(at)
        period = selectors.period_by_id(self.period_id)
        leads = leading(on=on).filter(user=self.user_id, membership__collaboration=self.collaboration_id)
        row = leads.select_related("membership__collaboration").first()
        if period is None or row is None:
            return None
        group = row.membership.collaboration
        claim = selectors.claims_for_time_of(period).filter(collaboration=group).first()
        return ToClaim(group, period, claim, on)

    def still_true(self, row: ToClaim, /) -> bool:
        is_open = window_on(period_value(row.period), row.on) is Window.OPEN
        is_sent = row.claim is not None and row.claim.state != ClaimState.DRAFT
        return row.period.scheme.state == "approved" and is_open and not is_sent

    def needed_by(self, row: ToClaim, /) -> date | None:
        return row.period.claims_until_on

    def subject(self, row: ToClaim, to: Recipient, /) -> str:
        day = day_and_month(row.period.claims_until_on)
        what = _("claim the supplement by %(day)s") % {"day": day}
        return subject_of(str(row.collaboration), what, again=self.again)

    @property
    def again(self) -> Again:
        return Again.NO

    def context(self, row: ToClaim, /) -> Mapping[str, Any]:
        return {
            "collaboration": row.collaboration,
            "period": row.period,
            "claim": row.claim,
            "is_reminder": self.again is not Again.NO,
        }

    def link(self, row: ToClaim, to: Recipient, /) -> Link:
        if row.claim is not None:
            path = within_authority("supplement:claim", row.collaboration.pk, row.claim.pk)
            return Link(_("Go on with the claim"), path)
        path = within_authority("supplement:begin_claim", row.collaboration.pk, row.period.pk)
        return Link(_("Begin the claim"), path)

    def why(self, row: ToClaim, to: Recipient, /) -> str:
        return why_lead(row.collaboration)


@email_kind("supplement.claims_open")
class ClaimsOpen(AsksForClaim):
    """Claims of a period are open: once to each leader and group."""

    pace = Pace.DAILY

    def reference(self, row: ToClaim, /) -> str:
        return f"claims-open-{row.period.pk}-{row.collaboration.pk}"


@email_kind("supplement.claim_due")
class ClaimDue(AsksForClaim):
    """Some days before the last day: the claim is not sent."""

    @property
    def again(self) -> Again:
        return Again.REMINDER

    def reference(self, row: ToClaim, /) -> str:
        return f"claim-due-{row.period.pk}-{row.collaboration.pk}"


@dataclass(frozen=True, kw_only=True)
class AboutStep(EmailToUser[AsOf[ClaimStep]]):
    """To each leader: a step that the team made. Nothing once the claim has moved on, or to somebody who
    leads the group no more.
    """

    step_id: int

    def load(self, at: datetime, /) -> AsOf[ClaimStep] | None:
        on = timezone.localdate(at)
        step = selectors.step_by_id(self.step_id)
        if step is None:
            return None
        leads = leading(on=on).filter(
            user=self.user_id, membership__collaboration=step.claim.collaboration_id
        )
        return AsOf(step, on) if leads.exists() else None

    def still_true(self, row: AsOf[ClaimStep], /) -> bool:
        return row.row.claim.state == row.row.to

    def reference(self, row: AsOf[ClaimStep], /) -> str:
        return f"claim-step-{row.row.pk}"

    def contact(self, row: AsOf[ClaimStep], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.by, on=row.on)

    def why(self, row: AsOf[ClaimStep], to: Recipient, /) -> str:
        return why_lead(row.row.claim.collaboration)


@email_kind("supplement.claim_question")
class ClaimQuestion(AboutStep):
    """The team has a question about the claim."""

    template = "supplement/claim_question"

    def subject(self, row: AsOf[ClaimStep], to: Recipient, /) -> str:
        return subject_of(str(row.row.claim.collaboration), _("a question about your supplement claim"))

    def context(self, row: AsOf[ClaimStep], /) -> Mapping[str, Any]:
        claim = row.row.claim
        return {"step": row.row, "collaboration": claim.collaboration, "period": claim.period}

    def link(self, row: AsOf[ClaimStep], to: Recipient, /) -> Link:
        claim = row.row.claim
        path = within_authority("supplement:answer_question", claim.collaboration_id, claim.pk)
        return Link(_("Answer the question"), path)


@email_kind("supplement.claim_assessed")
class ClaimAssessed(AboutStep):
    """What the evidence came to, with the reasons."""

    template = "supplement/claim_assessed"

    def still_true(self, row: AsOf[ClaimStep], /) -> bool:
        """Also once the claim has gone on; not while it is checked again, and not withdrawn."""
        taken_back = (ClaimState.CHECKING, ClaimState.RETURNED, ClaimState.WITHDRAWN)
        return row.row.claim.state not in taken_back

    def subject(self, row: AsOf[ClaimStep], to: Recipient, /) -> str:
        return subject_of(str(row.row.claim.collaboration), _("your supplement claim is assessed"))

    def context(self, row: AsOf[ClaimStep], /) -> Mapping[str, Any]:
        claim = row.row.claim
        return {
            "claim": claim,
            "collaboration": claim.collaboration,
            "period": claim.period,
            "is_paid": claim.assessment != Assessment.NOT,
            "is_part": claim.assessment == Assessment.PART,
        }

    def link(self, row: AsOf[ClaimStep], to: Recipient, /) -> Link:
        claim = row.row.claim
        return Link(
            _("Read the claim"), within_authority("supplement:claim", claim.collaboration_id, claim.pk)
        )
