"""The adoption record (W4): filled with what is so on a day, or read as it was kept when the version was adopted."""

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
from ways_of_working.rules.record import AnswerLine, LeaderLine, MemberLine, OfficeLine, PartnerLine, PartnershipLine, Record, record_from

HELD = frozenset({WaysOfWorking.State.ADOPTED, WaysOfWorking.State.SUPERSEDED})


def record_of(ways: WaysOfWorking, *, on: date) -> Record:
    """What a version says about people and settings: as kept of one that was adopted, as it is on a day of any other."""
    return record_from(ways.record) if ways.state in HELD else record_on(ways.collaboration, on=on)


def record_on(collaboration: Collaboration, *, on: date, answers: Iterable[TermsAnswer] = (), rule: str = "") -> Record:
    """The record as it is on a day. Whoever adopts a version keeps it with the answers that counted: ``rules.record.kept``."""
    stays = Membership.objects.filter(is_member_on(on), collaboration=collaboration).select_related("provider")
    members = list(stays.order_by("provider__search_text", "pk"))
    leading = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration=collaboration)
    leaders = leading.select_related("user", "membership__provider").order_by("user__full_name", "starts_on", "pk")
    led = partnerships_of_settings([one.provider_id for one in members], on=on)
    return Record(
        members=tuple(MemberLine(one.provider_id, str(one.provider), one.provider.provider_type, one.joined_on) for one in members),
        leaders=tuple(LeaderLine(str(one.user), str(one.membership.provider), one.manner) for one in leaders),
        offices=tuple(OfficeLine(one.office, str(one.user), str(one.membership.provider)) for one in offices_held(collaboration, on=on)),
        answers=tuple(answer_line(one) for one in answers),
        partnerships=tuple(_partnership(one) for one in led),
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
        partners=tuple(PartnerLine(str(partner.provider), str(partner.hours)) for partner in one.partners.all()),
    )
