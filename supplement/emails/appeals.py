"""Emails about appeals (S7): one came in, for the team; what was decided, for the leaders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.emails import AsOf, Email, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from memberships.selectors.contacts import contact_of
from supplement.emails.claims import AboutStep
from supplement.models.claims import ClaimStep
from supplement.rules.claims import ClaimState
from supplement.selectors import claims as selectors
from supplement.selectors.officers import was_corrected


@email_kind("supplement.appeal_came")
class AppealCame(Email[AsOf[ClaimStep]]):
    """To the team's own address, where the authority has one. Officers see it on the home page in any case."""

    template = "supplement/appeal_came"
    step_id: int

    def load(self, at: datetime, /) -> AsOf[ClaimStep] | None:
        step = selectors.step_by_id(self.step_id)
        return AsOf(step, timezone.localdate(at)) if step is not None else None

    def still_true(self, row: AsOf[ClaimStep], /) -> bool:
        return row.row.claim.state == ClaimState.APPEALED

    def recipients(self, row: AsOf[ClaimStep], /) -> Sequence[Recipient]:
        address = row.row.authority.contact_email
        return [Recipient(address)] if address else []

    def subject(self, row: AsOf[ClaimStep], to: Recipient, /) -> str:
        return subject_of(str(row.row.claim.collaboration), _("an appeal about a supplement claim"))

    def reference(self, row: AsOf[ClaimStep], /) -> str:
        return f"claim-step-{row.row.pk}-team"

    def context(self, row: AsOf[ClaimStep], /) -> Mapping[str, Any]:
        claim = row.row.claim
        return {"step": row.row, "collaboration": claim.collaboration, "period": claim.period}

    def link(self, row: AsOf[ClaimStep], to: Recipient, /) -> Link:
        path = within_authority("supplement:evidence_of_claim", row.row.claim_id)
        return Link(_("Read the appeal and decide it"), path)

    def contact(self, row: AsOf[ClaimStep], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.by, on=row.on)


@email_kind("supplement.appeal_decided")
class AppealDecided(AboutStep):
    """What was decided, with the reasons."""

    template = "supplement/appeal_decided"

    def subject(self, row: AsOf[ClaimStep], to: Recipient, /) -> str:
        return subject_of(str(row.row.claim.collaboration), _("your appeal is decided"))

    def context(self, row: AsOf[ClaimStep], /) -> Mapping[str, Any]:
        claim, to = row.row.claim, row.row.to
        return {
            "step": row.row,
            "collaboration": claim.collaboration,
            "period": claim.period,
            "is_checked_again": to == ClaimState.CHECKING,
            "is_corrected": was_corrected(row.row),
        }

    def link(self, row: AsOf[ClaimStep], to: Recipient, /) -> Link:
        claim = row.row.claim
        path = within_authority("supplement:claim", claim.collaboration_id, claim.pk)
        return Link(_("Read the claim"), path)
