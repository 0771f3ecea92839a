"""The email to the leader concerned. It is neutral: it says that there is something to read, and no more.

Its link is the home page, which leads on: no address in a mailbox says what it is about.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from core.emails import Recipient, email_kind
from leadership.models.letters import CaseLetter
from leadership.selectors.sight import every_case


@email_kind("leadership.something_for_you")
class SomethingForYou(EmailToUser[CaseLetter]):
    """To the leader: something to read waits behind the sign-in."""

    is_noted = False
    template = "leadership/something_for_you"
    letter_id: int

    def load(self, at: datetime, /) -> CaseLetter | None:
        with every_case():
            rows = CaseLetter.objects.select_related("case__appointment")
            return rows.filter(pk=self.letter_id, sent_at__isnull=False).first()

    def still_true(self, letter: CaseLetter, /) -> bool:
        return letter.case.appointment.user_id == self.user_id

    def subject(self, letter: CaseLetter, to: Recipient, /) -> str:
        return _("There is something for you to read")

    def reference(self, letter: CaseLetter, /) -> str:
        return f"for-you-{letter.pk}"
