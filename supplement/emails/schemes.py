"""Leaders are asked what they think of a draft (S2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from collaborations.models import Collaboration
from core.emails import Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from memberships.selectors.contacts import contact_of
from supplement.models.consultation import SchemeConsultation
from supplement.rules.scheme_states import SchemeState
from supplement.selectors import consultation as selectors


class Asked(NamedTuple):
    consultation: SchemeConsultation
    collaboration: Collaboration
    on: date


@email_kind("supplement.leaders_asked")
class LeadersAsked(EmailToUser[Asked]):
    """To each leader of a group. Nothing once the group has answered, the last day is over, the draft is
    approved, or the person leads it no more.
    """

    template = "supplement/leaders_asked"
    consultation_id: int
    collaboration_id: int

    def load(self, at: datetime, /) -> Asked | None:
        consultation = selectors.consultation_by_id(self.consultation_id)
        on = timezone.localdate(at)
        leads = selectors.leading(on=on).filter(
            user=self.user_id, membership__collaboration=self.collaboration_id
        )
        row = leads.select_related("membership__collaboration").first()
        if consultation is None or row is None:
            return None
        return Asked(consultation, row.membership.collaboration, on)

    def still_true(self, row: Asked, /) -> bool:
        is_open = (
            row.consultation.scheme.state == SchemeState.CONSULTED and row.on <= row.consultation.until_on
        )
        return is_open and selectors.answer_of(row.consultation, row.collaboration.pk) is None

    def needed_by(self, row: Asked, /) -> date | None:
        return row.consultation.until_on

    def subject(self, row: Asked, to: Recipient, /) -> str:
        day = day_and_month(row.consultation.until_on)
        return subject_of(str(row.collaboration), _("say by %(day)s: draft supplement scheme") % {"day": day})

    def reference(self, row: Asked, /) -> str:
        return f"scheme-asked-{row.consultation.pk}-{row.collaboration.pk}"

    def context(self, row: Asked, /) -> Mapping[str, Any]:
        return {
            "consultation": row.consultation,
            "scheme": row.consultation.scheme,
            "collaboration": row.collaboration,
        }

    def link(self, row: Asked, to: Recipient, /) -> Link | None:
        path = within_authority("supplement:answer", row.collaboration.pk, row.consultation.scheme_id)
        return Link(_("Read the draft and answer"), path)

    def contact(self, row: Asked, to: Recipient, /) -> Contact | None:
        return contact_of(row.consultation.asked_by, on=row.on)

    def why(self, row: Asked, to: Recipient, /) -> str:
        return _("You get this email because you lead %(group)s.") % {"group": row.collaboration}
