"""Emails about the payee (S9): a setting is asked to accept, to hand over or to sign its mandate; an officer
ended a payee that does not hand over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.emails.bases import EmailToUser, recipient_of_link
from accounts.models import TaskLink, User
from accounts.selectors import token_of, was_sent_before
from core.emails import Email, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_of
from memberships.emails.reasons import why_manage
from memberships.selectors.contacts import contact_of, leader_contact, setting_to_name
from memberships.selectors.staff_told import manages_setting
from providers.models import Provider
from providers.rules.workforce import ONE_PERSON
from supplement.models.payees import Payee
from supplement.rules.payees import Part
from supplement.selectors.payees import payee_by_id, standing_of
from supplement.selectors.signing import ToSign, signature_asked


class Signing(NamedTuple):
    """What a link asks somebody to sign, and the day on which it is asked."""

    link: TaskLink
    row: ToSign
    on: date


_SUBJECTS = {
    Part.ACCEPT: gettext_lazy("accept to receive the money"),
    Part.HAND_OVER: gettext_lazy("hand over to the new payee"),
    Part.MANDATE: gettext_lazy("sign who receives the money"),
}
_LABELS = {
    Part.ACCEPT: gettext_lazy("Read it and accept"),
    Part.HAND_OVER: gettext_lazy("Read it and hand over"),
    Part.MANDATE: gettext_lazy("Read it and sign"),
}


@email_kind("supplement.signature_asked")
class SignatureAsked(Email[Signing]):
    """To a manager: accept, hand over or sign the mandate, with the link that opens this one page (S9).
    ``asked_by``: who named or reminded, 0 for the timetable.

    Not once it is signed, the proposal is withdrawn, or the person no longer manages the setting.
    """

    template = "supplement/signature_asked"
    link_id: int
    asked_by: int

    def load(self, at: datetime, /) -> Signing | None:
        on = timezone.localdate(at)
        rows = TaskLink.objects.filter(used_at=None, withdrawn_at=None, expires_at__gt=at)
        link = rows.select_related("user").filter(pk=self.link_id).first()
        row = None if link is None else signature_asked(link, on=on)
        return Signing(link, row, on) if link is not None and row is not None else None

    def recipients(self, row: Signing, /) -> Sequence[Recipient]:
        return [recipient_of_link(row.link)]

    def subject(self, row: Signing, to: Recipient, /) -> str:
        setting = setting_to_name(row.link.user_id, row.row.provider, on=row.on)
        again = Again.REMINDER if was_sent_before(row.link) else Again.NO
        group = str(row.row.payee.collaboration)
        return subject_of(group, str(_SUBJECTS[row.row.part]), setting=setting, again=again)

    def reference(self, row: Signing, /) -> str:
        return f"signature-asked-{row.link.pk}"

    def context(self, row: Signing, /) -> Mapping[str, Any]:
        return {
            "part": row.row.part,
            "payee": row.row.payee.provider,
            "before": row.row.before.provider if row.row.before else None,
            "collaboration": row.row.payee.collaboration,
            "setting": row.row.provider,
            "words": row.row.payee.why,
            "by": row.row.payee.named_by,
            "is_one_person": row.row.provider.provider_type in ONE_PERSON,
            "until": row.link.expires_at,
        }

    def link(self, row: Signing, to: Recipient, /) -> Link:
        path = within_authority(f"supplement:{row.row.part}_by_link", token_of(row.link))
        return Link(str(_LABELS[row.row.part]), path)

    def contact(self, row: Signing, to: Recipient, /) -> Contact | None:
        reader = row.link.user_id or 0
        person = User.objects.filter(pk=self.asked_by).exclude(pk=reader).first()
        named = contact_of(person, on=row.on) if person else None
        return named or leader_contact(row.row.payee.collaboration_id, on=row.on, but=reader)

    def why(self, row: Signing, to: Recipient, /) -> str:
        return why_manage(row.row.provider)


class Ended(NamedTuple):
    """A payee that an officer ended, the setting of the reader, and who is proposed now, if anybody."""

    payee: Payee
    setting: Provider
    proposal: Payee | None
    on: date


@email_kind("supplement.payee_ended")
class PayeeEnded(EmailToUser[Ended]):
    """To whoever manages the setting that received, and the one that is proposed: an officer ended the first.

    Not to whoever manages the setting no more.
    """

    template = "supplement/payee_ended"
    payee_id: int
    setting_id: int

    def load(self, at: datetime, /) -> Ended | None:
        on = timezone.localdate(at)
        payee = payee_by_id(self.payee_id)
        setting = Provider.objects.filter(pk=self.setting_id).first()
        if payee is None or setting is None or not manages_setting(self.user_id, setting.pk, on=on):
            return None
        return Ended(payee, setting, standing_of(payee.collaboration_id, on=on).target, on)

    def still_true(self, row: Ended, /) -> bool:
        return row.payee.ended_by_id is not None

    def subject(self, row: Ended, to: Recipient, /) -> str:
        setting = setting_to_name(self.user_id, row.setting, on=row.on)
        return subject_of(str(row.payee.collaboration), _("who receives the money changes"), setting=setting)

    def reference(self, row: Ended, /) -> str:
        return f"payee-ended-{row.payee.pk}-{row.setting.pk}"

    def context(self, row: Ended, /) -> Mapping[str, Any]:
        return {
            "payee": row.payee,
            "before": row.payee.provider,
            "collaboration": row.payee.collaboration,
            "proposed": row.proposal.provider if row.proposal is not None else None,
            "is_own": row.setting.pk == row.payee.provider_id,
        }

    def link(self, row: Ended, to: Recipient, /) -> Link:
        path = within_authority("supplement:payee", row.payee.collaboration_id)
        return Link(_("See who receives the money"), path)

    def contact(self, row: Ended, to: Recipient, /) -> Contact | None:
        return contact_of(row.payee.ended_by, on=row.on)

    def why(self, row: Ended, to: Recipient, /) -> str:
        return why_manage(row.setting)
