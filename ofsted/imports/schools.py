"""The files about schools as tables: Ofsted's state-funded schools, and the Department's register (O3, O7).

A school is known by its Department for Education URN (O1). Of its inspections only the early years judgement
is taken: the early years grade of the old framework, or the early years area of a report card and whether
safeguarding standards were met. The overall grade is never used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop

from core.reading.results import CellProblem
from ofsted.imports import cells
from ofsted.imports.cells import NO_VALUE, Reader
from ofsted.imports.columns import AUTHORITY, DECIDES, DESCRIBES, Block, Column
from ofsted.imports.tables import FileTable, Texts, columns_of
from ofsted.rules.kinds import FileKind
from ofsted.rules.regimes import AREAS, LEGACY_GRADES, Regime
from providers.rules.identifiers import MENDED, read_dfe_urn
from providers.rules.register import Scheme, WrongForm, identity_of

SCHOOL: Final = "School with early years"
NURSERY_SCHOOL: Final = "Maintained nursery school"
NO_TYPE: Final = gettext_noop("There is no type of school here.")
NO_STATUS: Final = gettext_noop("There is no status of the school here.")
#: "Not applicable", as Ofsted's file writes it.
NOT_APPLICABLE: Final = "9"
OLDEST_LOW_AGE: Final = 4
OPEN: Final = "open"


def read_key(text: str) -> str:
    """The Department's URN of a row in which nothing is to be mended."""
    answer = read_dfe_urn(text)
    if answer.remark is not None:
        raise CellProblem(MENDED, urn=answer.value)
    return answer.value


def read_school_type(text: str) -> str:
    """A maintained nursery school, or another school: by the words of its type."""
    tidy = " ".join(text.split()).casefold()
    if tidy in NO_VALUE:
        raise CellProblem(NO_TYPE)
    return NURSERY_SCHOOL if "nursery school" in tidy else SCHOOL


def read_school_status(text: str) -> str | None:
    """None for a school that is open, "but proposed to close" included; otherwise the word of its status."""
    tidy = cells.tidied(text, cells.MAX_STATUS)
    if tidy is None:
        raise CellProblem(NO_STATUS)
    return None if tidy.casefold().startswith(OPEN) else tidy


def _or_not_applicable(read: Reader) -> Reader:
    def read_judgement(text: str) -> object:
        return None if text.strip() == NOT_APPLICABLE else read(text)

    return read_judgement


EARLY_YEARS_GRADE: Final = _or_not_applicable(cells.grade_reader(LEGACY_GRADES))


def _area(code: str) -> Reader:
    return _or_not_applicable(cells.grade_reader(AREAS[code].grades))


def _text(limit: int, *headings: str, needed: bool = False) -> Column:
    return Column(headings, DESCRIBES, cells.text_reader(limit), needed, is_repeated=False)


# --- Ofsted's file ----------------------------------------------------------------------------------------

_OFSTED_ROW: Final[Mapping[str, Column]] = {
    "urn": Column(("URN",), DECIDES, read_key, is_needed=True, is_repeated=False),
    "name": _text(255, "School name", needed=True),
    "provider_type": Column(("Type of education", "School type"), DECIDES, read_school_type, is_needed=True),
    "registered_on": Column(("School open date",), DESCRIBES, cells.read_day),
    "postcode": Column(("Postcode",), DESCRIBES, cells.read_postcode, is_repeated=False),
    "constituency": _text(100, "Parliamentary constituency"),
    "region": _text(60, "Region"),
    AUTHORITY: Column(("Local authority",), DECIDES, cells.text_reader(100), is_needed=True),
    "laestab": Column(("LAESTAB",), DESCRIBES, cells.code_reader(12), is_needed=True),
    "phase": _text(60, "Ofsted phase"),
    "low_age": _text(10, "Statutory lowest age"),
}
_NUMBER, _VISIT = cells.code_reader(20), cells.text_reader(60)


def _school_block(suffix: str, *grade_headings: str) -> Block:
    """A graded inspection of the old framework; ``suffix`` is what follows "inspection" in the newer
    headings.
    """
    headings = {
        "inspected_on": (f"Inspection start date{suffix}",),
        "inspection_number": (f"Inspection number{suffix}",),
        "visit_type": (f"Inspection type{suffix}",),
    }
    columns = {
        "inspected_on": Column(headings["inspected_on"], DECIDES, cells.read_day, is_needed=True),
        "inspection_number": Column(headings["inspection_number"], DESCRIBES, _NUMBER),
        "visit_type": Column(headings["visit_type"], DESCRIBES, _VISIT),
        "overall": Column(grade_headings, DECIDES, EARLY_YEARS_GRADE, is_needed=True),
        "urn_then": Column(
            (f"URN at time{suffix}" if suffix else "URN at time of latest graded inspection",),
            DESCRIBES,
            cells.text_reader(20),
        ),
    }
    return Block(Regime.SCHOOL, columns, is_judged_only=True)


_CARD: Final = Block(
    Regime.REPORT_CARD,
    {
        "inspected_on": Column(("Inspection start date",), DECIDES, cells.read_day, is_needed=True),
        "inspection_number": Column(("Inspection number of latest full inspection",), DESCRIBES, _NUMBER),
        "visit_type": Column(("Inspection type",), DESCRIBES, _VISIT),
        "rc_safeguarding": Column(
            ("Safeguarding standards",), DECIDES, _area("rc_safeguarding"), is_needed=True
        ),
        "rc_early_years": Column(
            ("Early years (where applicable)", "Early years"),
            DECIDES,
            _area("rc_early_years"),
            is_needed=True,
        ),
        "urn_then": Column(("URN at time of latest full inspection",), DESCRIBES, cells.text_reader(20)),
    },
    is_judged_only=True,
)
_OEIF: Final = _school_block(
    " of latest OEIF graded inspection", "Latest OEIF early years provision (where applicable)"
)
_BEFORE: Final = _school_block("", "Early years provision (where applicable)", "Early years provision")


def _headings(text: str) -> tuple[str, ...]:
    """Headings that stand in one text, with semicolons between them."""
    return tuple(" ".join(heading.split()) for heading in text.split(";"))


_OFSTED_UNUSED: Final = _headings(
    """
    Web link; Web Link (opens in new window); Web Link (opens in new window) [link address]; Admissions
    policy; Sixth form; Designated religious character; Religious ethos; Faith grouping; Ofsted region;
    Multi-academy trust UID; Multi-academy trust name; Academy sponsor UID; Academy sponsor name; The
    income deprivation affecting children index (IDACI) quintile; Total number of pupils; Statutory
    highest age; Inspection type grouping; Event type grouping; Publication date; Does the latest full
    inspection relate to the URN of the current school?; LAESTAB at time of latest full inspection;
    School name at time of latest full inspection; School type at time of latest full inspection;
    Category of concern; Most recent category of concern; Inclusion; Curriculum and teaching;
    Achievement; Attendance and behaviour; Personal development and wellbeing; Post-16 provision (where
    applicable); Leadership and governance; Safeguarding standards - date of grade; Inclusion - date of
    grade; Curriculum and teaching - date of grade; Achievement - date of grade; Attendance and
    behaviour - date of grade; Personal development and wellbeing - date of grade; Early years - date of
    grade; Post-16 provision - date of grade; Leadership and governance - date of grade; Inspection type
    grouping of latest OEIF graded inspection; Event type grouping of latest OEIF graded inspection;
    Publication date of latest OEIF graded inspection; Does the latest OEIF graded inspection relate to
    the URN of the current school?; LAESTAB at time of latest OEIF graded inspection; School name at
    time of latest OEIF graded inspection; School type at time of latest OEIF graded inspection; Latest
    OEIF category of concern; Latest OEIF overall effectiveness; Latest OEIF quality of education;
    Latest OEIF behaviour and attitudes; Latest OEIF personal development; Latest OEIF effectiveness of
    leadership and management; Latest OEIF safeguarding is effective?; Latest OEIF sixth form provision
    (where applicable); Latest ungraded inspection number; Date of latest ungraded inspection; Ungraded
    inspection publication date; Does the ungraded inspection relate to the URN of the current school?;
    URN at time of the ungraded inspection; LAESTAB at time of the ungraded inspection; School name at
    time of the ungraded inspection; School type at time of the ungraded inspection; Ungraded inspection
    overall outcome
    """
)
_BEFORE_UNUSED: Final = (
    *_OFSTED_UNUSED,
    *_headings(
        """
    Overall effectiveness; Quality of education; Behaviour and attitudes; Personal development;
    Effectiveness of leadership and management; Safeguarding is effective?; Sixth form provision (where
    applicable); Inspection end date
        """
    ),
)


def _has_early_years(texts: Texts) -> bool:
    """Ofsted's file: a nursery school, or a school with a judgement of its early years."""
    if texts("phase").strip().casefold() == "nursery":
        return True
    judged = (texts(key).strip() for key in ("rc.rc_early_years", "school.overall"))
    return any(text != NOT_APPLICABLE and text.casefold() not in NO_VALUE for text in judged)


def _laestab(texts: Texts) -> tuple[tuple[Scheme, str], ...]:
    return _valid((Scheme.LAESTAB, texts("laestab")))


def _valid(*numbers: tuple[Scheme, str]) -> tuple[tuple[Scheme, str], ...]:
    """The numbers that have the form of their scheme, in their normal form."""
    valid = []
    for scheme, text in numbers:
        try:
            valid.append((scheme, identity_of(scheme, text).value))
        except WrongForm:
            continue
    return tuple(valid)


_CARD_BLOCKS: Final = {"rc": _CARD, "school": _OEIF}
_BEFORE_BLOCKS: Final = {"school": _BEFORE}
_OFSTED_MARKS: Final = frozenset({"urn", "laestab", "schoolname"})
#: Ofsted's file since the report cards of November 2025.
SCHOOLS: Final = FileTable(
    FileKind.SCHOOLS,
    _OFSTED_MARKS,
    columns_of(_OFSTED_ROW, _CARD_BLOCKS),
    _CARD_BLOCKS,
    _OFSTED_UNUSED,
    read_dfe_urn,
    judged=("rc", "school"),
    takes=_has_early_years,
    numbers=_laestab,
)
#: Ofsted's file until then: one inspection in a row, with the grades of the old framework.
SCHOOLS_BEFORE_CARDS: Final = FileTable(
    FileKind.SCHOOLS,
    _OFSTED_MARKS | {"earlyyearsprovisionwhereapplicable"},
    columns_of(_OFSTED_ROW, _BEFORE_BLOCKS),
    _BEFORE_BLOCKS,
    _BEFORE_UNUSED,
    read_dfe_urn,
    judged=("school",),
    takes=_has_early_years,
    numbers=_laestab,
)

# --- the Department's register ----------------------------------------------------------------------------

_GIAS_ROW: Final[Mapping[str, Column]] = {
    "urn": Column(("URN",), DECIDES, read_key, is_needed=True, is_repeated=False),
    "name": _text(255, "EstablishmentName", needed=True),
    "provider_type": Column(("TypeOfEstablishment (name)",), DECIDES, read_school_type, is_needed=True),
    "registration_status": Column(
        ("EstablishmentStatus (name)",), DECIDES, read_school_status, is_needed=True
    ),
    "registered_on": Column(("OpenDate",), DESCRIBES, cells.read_day),
    "address_line_1": _text(200, "Street"),
    "address_line_2": _text(200, "Locality"),
    "address_line_3": _text(200, "Address3"),
    "town": _text(100, "Town"),
    "postcode": Column(("Postcode",), DESCRIBES, cells.read_postcode, is_repeated=False),
    "telephone": Column(("TelephoneNum",), DESCRIBES, cells.read_telephone),
    "constituency": _text(100, "ParliamentaryConstituency (name)"),
    "region": _text(60, "GOR (name)"),
    AUTHORITY: Column(("LA (name)",), DECIDES, cells.text_reader(100), is_needed=True),
    "authority_code": Column(("LA (code)",), DECIDES, cells.code_reader(5), is_needed=True),
    "establishment_number": Column(("EstablishmentNumber",), DESCRIBES, cells.code_reader(6), is_needed=True),
    "phase": _text(60, "PhaseOfEducation (name)", needed=True),
    "nursery": _text(60, "NurseryProvision (name)", needed=True),
    "low_age": _text(10, "StatutoryLowAge", needed=True),
    "group": _text(100, "EstablishmentTypeGroup (name)"),
    "ukprn": Column(("UKPRN",), DESCRIBES, cells.code_reader(12)),
}
#: Headings of the register that are not used. Several hold the names of head teachers: no text of theirs is
#: kept.
_GIAS_UNUSED: Final = _headings(
    """
    TypeOfEstablishment (code); EstablishmentTypeGroup (code); EstablishmentStatus (code);
    ReasonEstablishmentOpened (code); ReasonEstablishmentOpened (name); ReasonEstablishmentClosed
    (code); ReasonEstablishmentClosed (name); CloseDate; PhaseOfEducation (code); StatutoryHighAge;
    Boarders (code); Boarders (name); OfficialSixthForm (code); OfficialSixthForm (name); Gender (code);
    Gender (name); ReligiousCharacter (code); ReligiousCharacter (name); ReligiousEthos (name); Diocese
    (code); Diocese (name); AdmissionsPolicy (code); AdmissionsPolicy (name); SchoolCapacity;
    SpecialClasses (code); SpecialClasses (name); CensusDate; NumberOfPupils; NumberOfBoys;
    NumberOfGirls; PercentageFSM; FSM; TrustSchoolFlag (code); TrustSchoolFlag (name); Trusts (code);
    Trusts (name); SchoolSponsorFlag (name); SchoolSponsors (name); FederationFlag (name); Federations
    (code); Federations (name); FEHEIdentifier; FurtherEducationType (name); OfstedLastInsp;
    OfstedSpecialMeasures (code); OfstedSpecialMeasures (name); LastChangedDate; County (name);
    SchoolWebsite; HeadTitle (name); HeadFirstName; HeadLastName; HeadPreferredJobTitle;
    BSOInspectorateName (name); InspectorateReport; DateOfLastInspectionVisit; NextInspectionVisit;
    TeenMoth (name); TeenMothPlaces; CCF (name); SENPRU (name); EBD (name); PlacesPRU; FTProv (name);
    EdByOther (name); Section41Approved (name); SEN1 (name); SEN2 (name); SEN3 (name); SEN4 (name); SEN5
    (name); SEN6 (name); SEN7 (name); SEN8 (name); SEN9 (name); SEN10 (name); SEN11 (name); SEN12
    (name); SEN13 (name); TypeOfResourcedProvision (name); ResourcedProvisionOnRoll;
    ResourcedProvisionCapacity; SenUnitOnRoll; SenUnitCapacity; GOR (code); DistrictAdministrative
    (code); DistrictAdministrative (name); AdministrativeWard (code); AdministrativeWard (name);
    ParliamentaryConstituency (code); UrbanRural (code); UrbanRural (name); GSSLACode (name); Easting;
    Northing; CensusAreaStatisticWard (name); MSOA (name); LSOA (name); InspectorateName (name);
    SENStat; SENNoStat; BoardingEstablishment (name); PropsName; PreviousLA (code); PreviousLA (name);
    PreviousEstablishmentNumber; OfstedRating (name); RSCRegion (name); Country (name); UPRN; SiteName;
    QABName (code); QABName (name); EstablishmentAccredited (code); EstablishmentAccredited (name);
    QABReport; CHNumber; MSOA (code); LSOA (code); AccreditationExpiryDate
    """
)


def _is_open_with_early_years(texts: Texts) -> bool:
    """The register of schools: open, and for children younger than five."""
    if not texts("registration_status").strip().casefold().startswith(OPEN):
        return False
    if "children" in texts("group").casefold() and "centre" in texts("group").casefold():
        return False
    age = texts("low_age").strip()
    return (
        texts("phase").strip().casefold() == "nursery"
        or texts("nursery").strip().casefold() == "has nursery classes"
        or (age.isdecimal() and int(age) <= OLDEST_LOW_AGE)
    )


def _numbers_of_establishment(texts: Texts) -> tuple[tuple[Scheme, str], ...]:
    number = texts("establishment_number").strip()
    laestab = f"{texts('authority_code').strip()}{number.zfill(4)}" if number else ""
    return _valid((Scheme.LAESTAB, laestab), (Scheme.UKPRN, texts("ukprn")))


ESTABLISHMENTS: Final = FileTable(
    FileKind.ESTABLISHMENTS,
    frozenset({"urn", "lacode", "establishmentname"}),
    columns_of(_GIAS_ROW, {}),
    {},
    _GIAS_UNUSED,
    read_dfe_urn,
    takes=_is_open_with_early_years,
    numbers=_numbers_of_establishment,
)
