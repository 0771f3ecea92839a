"""A maintained nursery school, a school that became an academy and a childminder agency of Larkshire, by
the files that bring them (O1, O2, O3, O5).
"""

from __future__ import annotations

import io
from datetime import date, datetime
from uuid import uuid4

from accounts.models import Authority, User
from collaborations.models import Collaboration
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.rules.states import MeetingState
from meetings.selectors.attendance import unmarked_at
from meetings.services.attendance import Tap, record_taps
from memberships.models.members import Membership
from memberships.services.members import join
from ofsted.services.national import load_national
from providers.models import Provider, ProviderIdentity
from providers.rules.register import Scheme
from providers.services.register import add_provider

LISTED_BEFORE, LISTED_ON = date(2025, 6, 30), date(2026, 6, 30)
JOINED_ON = date(2026, 7, 6)
MARKS = (Mark.PRESENT, Mark.APOLOGIES, Mark.ONLINE)
SCHOOL_URN, AGENCY_REFERENCE = "799101", "CA900101"
INFANT_SCHOOL_URN, ACADEMY_URN = "799102", "799103"
REGISTER_HEADINGS = """\
URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,\
PhaseOfEducation (name),StatutoryLowAge,NurseryProvision (name),Street,Town,Postcode,TelephoneNum
"""
REGISTER_BEFORE = f"""\
{REGISTER_HEADINGS}{INFANT_SCHOOL_URN},999,Larkshire,2002,Lark Rise Infant School,Community school,Open,01-09-1968,\
Primary,3,Has Nursery Classes,8 Rise Lane,Larkton,LK1 7LM,01632960078
"""
REGISTER_OF_SCHOOLS = f"""\
{REGISTER_HEADINGS}{SCHOOL_URN},999,Larkshire,1001,Skylark Nursery School,Local authority nursery school,Open,01-09-1972,\
Nursery,2,Not applicable,5 Meadow Road,Larkton,LK1 5GH,01632960077
{INFANT_SCHOOL_URN},999,Larkshire,2002,Lark Rise Infant School,Community school,Closed,01-09-1968,\
Primary,3,Has Nursery Classes,8 Rise Lane,Larkton,LK1 7LM,01632960078
{ACADEMY_URN},999,Larkshire,2003,Lark Rise Primary Academy,Academy converter,Open,01-09-2025,\
Primary,3,Has Nursery Classes,8 Rise Lane,Larkton,LK1 7LM,01632960079
"""
#: The academy's take-over is suggested, and left for an officer to record (O2).
LINKS = f"""\
URN,LinkURN,LinkName,LinkType,LinkEstablishedDate
{ACADEMY_URN},{INFANT_SCHOOL_URN},Lark Rise Infant School,Predecessor,01-09-2025
{INFANT_SCHOOL_URN},{ACADEMY_URN},Lark Rise Primary Academy,Successor,01-09-2025
"""
SCHOOLS = f"""\
URN,LAESTAB,School name,Ofsted phase,Type of education,Local authority,Postcode,\
Inspection start date of latest OEIF graded inspection,Latest OEIF early years provision (where applicable)
{SCHOOL_URN},9991001,Skylark Nursery School,Nursery,LA nursery school,Larkshire,LK1 5GH,14/05/2024,1
"""
AGENCIES = f"""\
CA Reference,Provider Status,Provider Type,Provider Name,Provider Postcode,Local Authority,\
CA - Most recent inspection date,CA - Most recent inspection outcome
{AGENCY_REFERENCE},Active,Childminder Agency,Lark Childminder Agency,LK1 6JK,Larkshire   ,02/12/2025 - 05/12/2025,Effective
"""


def bring_schools_and_agency(authority: Authority, officer: User, *, at: datetime) -> None:
    """Load the files, and make the nursery school and a childminder of the agency members."""
    for day, name, text in (
        (LISTED_BEFORE, "edubasealldata20250630.csv", REGISTER_BEFORE),
        (LISTED_ON, "edubasealldata20260630.csv", REGISTER_OF_SCHOOLS),
        (LISTED_ON, "links_edubasealldata20260630.csv", LINKS),
        (LISTED_ON, "schools_as_at_30_June_2026.csv", SCHOOLS),
        (LISTED_ON, "agencies_as_at_30_June_2026.csv", AGENCIES),
    ):
        file = io.BytesIO(text.encode())
        load_national(
            file=file, name=name, listed_on=day, authorities=[authority], at=at, accept={"many_gone"}
        )
    minder = add_provider(
        by=officer,
        provider_type=Provider.Type.CHILDMINDER,
        name="Wren Cottage Childminding",
        agency=_by_number(Scheme.CA_REFERENCE, AGENCY_REFERENCE),
    )
    school = _by_number(Scheme.DFE_URN, SCHOOL_URN)
    for group, provider in (("Larkton North", school), ("Coastal Childminders", minder)):
        collaboration = Collaboration.objects.filter(name__startswith=group).order_by("pk").first()
        if collaboration is not None:
            joined = join(collaboration=collaboration, provider=provider, on=JOINED_ON, by=officer)
            _was_there(joined, at=at)


def _was_there(membership: Membership, *, at: datetime) -> None:
    """How the new member was at the meetings since it joined, as their leader marked it."""
    held = Meeting.objects.filter(collaboration=membership.collaboration, state=MeetingState.HELD)
    for place, meeting in enumerate(held.filter(on__gte=membership.joined_on).order_by("on", "pk")):
        if membership.pk in {row.pk for row in unmarked_at(meeting)} and meeting.chaired_by is not None:
            tap = Tap(membership.pk, MARKS[place % len(MARKS)], key=str(uuid4()))
            record_taps(meeting_id=meeting.pk, taps=[tap], by=meeting.chaired_by, by_chair=True, at=at)


def _by_number(scheme: str, value: str) -> Provider:
    return ProviderIdentity.objects.select_related("provider").get(scheme=scheme, value=value).provider
