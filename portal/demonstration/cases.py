"""The leadership case of the demonstration: assigned, talked about, support offered, the letter being written, and
words of the leader's, who can sign in and see the page of it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import User
from leadership.models.cases import LeadershipCase
from leadership.rules.letters import LetterKind
from leadership.rules.steps import Answer, Channel, Preference, SupportKind
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from leadership.services.leader_page import add_words
from leadership.services.letters import write_letter
from leadership.services.steps import Offer, Talk, offer_support, record_contact

AGREED = (
    "You would like to tell the other members yourself, at the meeting next month. We will come along if you"
    " want us to. Until then nobody else is told."
)
WORDS = "Thank you for the call. Could somebody of the team be there when I tell my deputy?"
NOTES = "Worried about the staff more than about leading. Would like to stay a member."


def tell_case(*, officer: User, manager: User, at: datetime) -> None:
    """The manager assigns the oldest case, and its officer has begun; the others wait to be assigned."""
    today = timezone.localdate(at)
    with every_case():
        case = LeadershipCase.objects.filter(closed_at=None, assigned_to=None).order_by("pk").first()
    if case is None:
        return
    assign_case(case_id=case.pk, officer=officer, by=manager, at=at)
    talk = Talk(
        on_day=today - timedelta(days=2),
        channel=Channel.TELEPHONE,
        agreed=AGREED,
        words=NOTES,
        preference=Preference.LEADER,
    )
    record_contact(case_id=case.pk, talk=talk, by=officer, at=at)
    offer = Offer(answer=Answer.YES, planned_for=today + timedelta(days=9), words="")
    offer_support(
        case_id=case.pk,
        kind=SupportKind.VISIT,
        offered_on=today - timedelta(days=2),
        offer=offer,
        by=officer,
        at=at,
    )
    write_letter(case_id=case.pk, kind=LetterKind.EXPECTATION, by=officer, at=at)
    add_words(case_id=case.pk, words=WORDS, by=case.appointment.user, at=at)
