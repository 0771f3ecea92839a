"""The email by which somebody confirms a corrected name or address, or that two accounts are theirs (A2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from accounts.decisions import Correction
from accounts.emails.bases import place_of_authority, short_name
from accounts.models import TaskLink
from accounts.selectors import people_to_write_to, token_of
from core.emails import Email, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of


class CorrectionAndLink(NamedTuple):
    correction: Correction
    link: TaskLink


@email_kind("accounts.correction_asked")
class CorrectionAsked(Email[CorrectionAndLink]):
    """To the address that is confirmed: what changes, and the link to say yes or no by.

    Whether the address has an account makes no difference to it.
    """

    template = "accounts/correction_asked"
    correction_id: int
    link_id: int

    def load(self, at: datetime, /) -> CorrectionAndLink | None:
        rows = Correction.objects.select_related("authority", "user", "into", "proposed_by")
        correction = rows.filter(pk=self.correction_id).first()
        link = TaskLink.objects.filter(pk=self.link_id, used_at=None, withdrawn_at=None).first()
        return CorrectionAndLink(correction, link) if correction is not None and link is not None else None

    def still_true(self, row: CorrectionAndLink, /) -> bool:
        return row.correction.state == Correction.State.WAITING

    def recipients(self, row: CorrectionAndLink, /) -> Sequence[Recipient]:
        return [Recipient(row.correction.email, short_name(row.correction.full_name))]

    def subject(self, row: CorrectionAndLink, to: Recipient, /) -> str:
        return subject_of(place_of_authority(row.correction.authority), _("please confirm your details"))

    def reference(self, row: CorrectionAndLink, /) -> str:
        return f"correction-{row.correction.pk}-{row.link.pk}"

    def context(self, row: CorrectionAndLink, /) -> Mapping[str, Any]:
        return {"row": row.correction, "until": row.link.expires_at}

    def link(self, row: CorrectionAndLink, to: Recipient, /) -> Link:
        path = within_authority("accounts:answer_correction", token_of(row.link))
        return Link(_("Read what changes, and confirm it"), path)

    def contact(self, row: CorrectionAndLink, to: Recipient, /) -> Contact | None:
        by = row.correction.proposed_by
        if not people_to_write_to([by.pk]).exists():
            return None
        return Contact(by.full_name, by.email, of_team=True)

    def why(self, row: CorrectionAndLink, to: Recipient, /) -> str:
        return _("You get this email because the early years team typed your address.")
