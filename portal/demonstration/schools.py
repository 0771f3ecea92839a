"""A maintained nursery school and a childminder agency of Larkshire, by the files that bring them (O1, O3, O5)."""

from __future__ import annotations

import io
from datetime import date, datetime

from accounts.models import Authority, User
from collaborations.models import Collaboration
from memberships.services.members import join
from ofsted.services.national import load_national
from providers.models import Provider, ProviderIdentity
from providers.rules.register import Scheme
from providers.services.register import add_provider

LISTED_ON = date(2026, 6, 30)
JOINED_ON = date(2026, 7, 6)
SCHOOL_URN, AGENCY_REFERENCE = "799101", "CA900101"
REGISTER_OF_SCHOOLS = f"""\
URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,\
PhaseOfEducation (name),StatutoryLowAge,NurseryProvision (name),Street,Town,Postcode,TelephoneNum
{SCHOOL_URN},999,Larkshire,1001,Skylark Nursery School,Local authority nursery school,Open,01-09-1972,\
Nursery,2,Not applicable,5 Meadow Road,Larkton,LK1 5GH,01632960077
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
    """Load the three files, and make the school and a childminder of the agency members."""
    for name, text in (
        ("edubasealldata20260630.csv", REGISTER_OF_SCHOOLS),
        ("schools_as_at_30_June_2026.csv", SCHOOLS),
        ("agencies_as_at_30_June_2026.csv", AGENCIES),
    ):
        file = io.BytesIO(text.encode())
        load_national(file=file, name=name, listed_on=LISTED_ON, authorities=[authority], at=at)
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
            join(collaboration=collaboration, provider=provider, on=JOINED_ON, by=officer)


def _by_number(scheme: str, value: str) -> Provider:
    return ProviderIdentity.objects.select_related("provider").get(scheme=scheme, value=value).provider
