"""The adoption record (W4): filled with what is so on a day, or
read as it was kept when the version was adopted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from collaborations.models import Collaboration
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.days import is_member_on, leads_on
from memberships.selectors.offices import offices_held
from provision.models import DeliveryPartnership
from provision.selectors import partnerships_of_settings
from ways_of_working.models import TermsAnswer, WaysOfWorking
from ways_of_working.rules.record import (
    AnswerLine,
    LeaderLine,
    MemberLine,
    OfficeLine,
    PartnerLine,
    PartnershipLine,
    Record,
    record_from,
)

HELD = frozenset({WaysOfWorking.State.ADOPTED, WaysOfWorking.State.SUPERSEDED})


def record_of(ways: WaysOfWorking, *, on: date) -> Record:
    """What a version says about people and settings: as kept of one
    that was adopted, as it is on a day of any other.
    """
    return record_from(ways.record) if ways.state in HELD else record_on(ways.collaboration, on=on)


def record_on(
    collaboration: Collaboration, *, on: date, answers: Iterable[TermsAnswer] = (), rule: str = ""
) -> Record:
    """The record as it is on a day.

    Whoever adopts a version keeps it with the answers that counted: ``rules.record.kept``.
    """
    memberships = Membership.objects.filter(is_member_on(on), collaboration=collaboration).select_related(
        "provider"
    )
    members = list(memberships.order_by("provider__search_text", "pk"))
    leading = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=collaboration)
    leaders = leading.select_related("user", "membership__provider").order_by(
        "user__full_name__in_order", "starts_on", "pk"
    )
    led = partnerships_of_settings([member.provider_id for member in members], on=on)
    return Record(
        members=tuple(
            MemberLine(
                member.provider_id, str(member.provider), member.provider.provider_type, member.joined_on
            )
            for member in members
        ),
        leaders=tuple(
            LeaderLine(str(leader.user), str(leader.membership.provider), leader.manner) for leader in leaders
        ),
        offices=tuple(
            OfficeLine(office.office, str(office.user), str(office.membership.provider))
            for office in offices_held(collaboration, on=on)
        ),
        answers=tuple(answer_line(answer) for answer in answers),
        partnerships=tuple(_partnership(leader) for leader in led),
        rule=rule,
    )


def answer_line(answer: TermsAnswer) -> AnswerLine:
    """An answer by name; the words of a member that asked for a change stay in the thread."""
    day = timezone.localdate(answer.answered_at)
    return AnswerLine(str(answer.membership.provider), answer.answer, day, str(answer.answered_by))


def _partnership(one: DeliveryPartnership) -> PartnershipLine:
    return PartnershipLine(
        lead=str(one.lead),
        model=one.model,
        hours=str(one.lead_hours),
        transport=one.transport,
        contact=one.lead_contact,
        reference=one.terms_reference,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        partners=tuple(
            PartnerLine(str(partner.provider), str(partner.hours)) for partner in one.partners.all()
        ),
    )
