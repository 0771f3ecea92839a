"""Regimes, areas and grade words (O3): what was judged, in which
words, and the number each word is stored as.

An inspection belongs to one regime and keeps its judgements as published. A report card has six areas and
safeguarding and no overall grade: there is no `overall` area for it here, and nothing in the software
computes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_noop

from core.reasons import Term


class Regime(TextChoices):
    """What an inspection was done under. The value is what is stored; the label is a term of reasons,
    translated where it is shown.
    """

    PRE_2015 = "pre2015", Term(gettext_noop("Graded inspection before September 2015"))
    CIF = "cif", Term(gettext_noop("Graded inspection, common inspection framework"))
    EIF = "eif", Term(gettext_noop("Graded inspection, education inspection framework"))
    REPORT_CARD = "rc", Term(gettext_noop("Report card"))
    NO_CHILDREN = "ncor", Term(gettext_noop("No children on roll"))
    OUT_OF_SCHOOL = "oosc", Term(gettext_noop("Out-of-school care"))
    CHILDCARE_REGISTER = "cr", Term(gettext_noop("Childcare Register"))
    SCHOOL = "school", Term(gettext_noop("School inspection, early years"))
    AGENCY = "agency", Term(gettext_noop("Childminder agency"))


class Group(TextChoices):
    """Regimes whose judgements are read alike by the leading policy (O5)."""

    LEGACY = "legacy", Term(gettext_noop("Graded inspection"))
    REPORT_CARD = "report_card", Term(gettext_noop("Report card"))
    MET = "met", Term(gettext_noop("Met or not met, without grades"))
    AGENCY = "agency", Term(gettext_noop("Childminder agency"))
    NONE = "none", Term(gettext_noop("Not inspected yet"))


CIF_FROM: Final = date(2015, 9, 1)
EIF_FROM: Final = date(2019, 9, 1)
REQUIRES_IMPROVEMENT_FROM: Final = date(2013, 11, 4)

GROUP_OF: Final[Mapping[Regime, Group]] = MappingProxyType(
    {
        Regime.PRE_2015: Group.LEGACY,
        Regime.CIF: Group.LEGACY,
        Regime.EIF: Group.LEGACY,
        Regime.SCHOOL: Group.LEGACY,
        Regime.REPORT_CARD: Group.REPORT_CARD,
        Regime.NO_CHILDREN: Group.MET,
        Regime.OUT_OF_SCHOOL: Group.MET,
        Regime.CHILDCARE_REGISTER: Group.MET,
        Regime.AGENCY: Group.AGENCY,
    }
)


class UnknownGrade(ValueError):
    """A word or number that the vocabulary does not hold."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The grades of an area, in words as published, best first."""

    words: Mapping[int, Term]
    also_read_as: Mapping[str, int]

    def value_of(self, text: str) -> int:
        """The stored number of a published word, whatever its capitals and spaces; raises UnknownGrade."""
        key = " ".join(text.split()).casefold()
        for value, word in self.words.items():
            if word.casefold() == key:
                return value
        if key in self.also_read_as:
            return self.also_read_as[key]
        raise UnknownGrade(text)


def _vocabulary(*words: str, first: int = 1, also: Mapping[str, int] | None = None) -> Vocabulary:
    numbered = {first + place: Term(word) for place, word in enumerate(words)}
    return Vocabulary(MappingProxyType(numbered), MappingProxyType(dict(also or {})))


SATISFACTORY: Final = Term(gettext_noop("Satisfactory"))

LEGACY_GRADES: Final = _vocabulary(
    gettext_noop("Outstanding"), gettext_noop("Good"), gettext_noop("Requires improvement"), gettext_noop("Inadequate"),
    also={"satisfactory": 3, "1": 1, "2": 2, "3": 3, "4": 4},
)  # fmt: skip
REPORT_CARD_GRADES: Final = _vocabulary(
    gettext_noop("Exceptional"), gettext_noop("Strong standard"), gettext_noop("Expected standard"),
    gettext_noop("Needs attention"), gettext_noop("Urgent improvement"),
)  # fmt: skip
SAFEGUARDING_EFFECTIVE: Final = _vocabulary(
    gettext_noop("Yes"), gettext_noop("No"), also={"met": 1, "not met": 2}
)
SAFEGUARDING_STANDARDS: Final = _vocabulary(
    gettext_noop("Met"), gettext_noop("Not met"), also={"yes": 1, "no": 2}
)
REQUIREMENTS: Final = _vocabulary(
    gettext_noop("Met"), gettext_noop("Not met (with actions)"), gettext_noop("Not met (enforcement)"),
    gettext_noop("Not met"),
    also={"not met with actions": 2, "not met with enforcement": 3, "not met (with enforcement)": 3},
)  # fmt: skip
AGENCY_JUDGEMENTS: Final = _vocabulary(
    gettext_noop("Not known"), gettext_noop("Effective"), gettext_noop("Ineffective"), first=0
)
NO_INSPECTION: Final = _vocabulary(gettext_noop("Not inspected yet"), first=0)


@dataclass(frozen=True, slots=True)
class Area:
    """Something that is judged. `column` is where its number is stored; None when nothing is stored."""

    code: str
    label: Term
    group: Group
    grades: Vocabulary
    column: str | None


def _areas() -> dict[str, Area]:
    def area(code: str, label: str, group: Group, grades: Vocabulary, column: str | None = None) -> Area:
        return Area(code, Term(label), group, grades, column)

    legacy, card, met = Group.LEGACY, Group.REPORT_CARD, Group.MET
    listed = [
        area("overall", gettext_noop("Overall effectiveness"), legacy, LEGACY_GRADES, "overall"),
        *(
            area(code, label, legacy, LEGACY_GRADES, code)
            for code, label in (
                ("quality_of_education", gettext_noop("Quality of education")),
                ("behaviour_and_attitudes", gettext_noop("Behaviour and attitudes")),
                ("personal_development", gettext_noop("Personal development")),
                ("leadership_and_management", gettext_noop("Leadership and management")),
            )
        ),
        area("safeguarding_effective", gettext_noop("Safeguarding is effective"), legacy, SAFEGUARDING_EFFECTIVE,
             "safeguarding_effective"),
        area("rc_safeguarding", gettext_noop("Safeguarding standards"), card, SAFEGUARDING_STANDARDS,
             "rc_safeguarding"),
        *(
            area(code, label, card, REPORT_CARD_GRADES, code)
            for code, label in (
                ("rc_inclusion", gettext_noop("Inclusion")),
                ("rc_curriculum_and_teaching", gettext_noop("Curriculum and teaching")),
                ("rc_achievement", gettext_noop("Achievement")),
                ("rc_behaviour", gettext_noop("Behaviour, attitudes and establishing routines")),
                ("rc_welfare", gettext_noop("Children’s welfare and wellbeing")),
                ("rc_leadership_and_governance", gettext_noop("Leadership and governance")),
                ("rc_early_years", gettext_noop("Early years (in a school)")),
            )
        ),
        *(
            area(regime.value, str(regime.label), met, REQUIREMENTS, "met")
            for regime in (Regime.NO_CHILDREN, Regime.OUT_OF_SCHOOL, Regime.CHILDCARE_REGISTER)
        ),
        area("agency", gettext_noop("Childminder agency"), Group.AGENCY, AGENCY_JUDGEMENTS, "met"),
        area("not_inspected", gettext_noop("Not inspected yet"), Group.NONE, NO_INSPECTION),
    ]  # fmt: skip
    return {each.code: each for each in listed}


AREAS: Final[Mapping[str, Area]] = MappingProxyType(_areas())
JUDGEMENT_COLUMNS: Final = (*(code for code, each in AREAS.items() if each.column == code), "met")
LEGACY_AREAS: Final = tuple(code for code, each in AREAS.items() if each.group is Group.LEGACY)
REPORT_CARD_AREAS: Final = tuple(code for code, each in AREAS.items() if each.group is Group.REPORT_CARD)
BEFORE_EIF_AREAS: Final = ("overall", "leadership_and_management")


def regime_of_graded(inspected_on: date) -> Regime:
    """The framework of an inspection graded 1 to 4, by its date."""
    if inspected_on >= EIF_FROM:
        return Regime.EIF
    return Regime.CIF if inspected_on >= CIF_FROM else Regime.PRE_2015


def areas_of(regime: Regime) -> tuple[str, ...]:
    """The areas that exist under a regime.

    An area that is not here was not judged then: nothing is missing (O4).
    """
    if regime in (Regime.PRE_2015, Regime.CIF):
        return BEFORE_EIF_AREAS
    if regime is Regime.EIF:
        return LEGACY_AREAS
    if regime is Regime.SCHOOL:
        return ("overall",)
    if regime is Regime.REPORT_CARD:
        return REPORT_CARD_AREAS
    if regime is Regime.OUT_OF_SCHOOL:
        return (regime.value, "safeguarding_effective")
    return (regime.value,)


def area_label(code: str, regime: Regime | None = None) -> Term:
    """The area's name as published; a school's early years
    judgement stands in the place of the overall grade.
    """
    if code == "overall" and regime is Regime.SCHOOL:
        return Term(gettext_noop("Early years provision"))
    return AREAS[code].label


def grade_words(code: str, value: int, inspected_on: date | None = None) -> Term:
    """The published word for a stored number; grade 3 was called Satisfactory before 4 November 2013."""
    grades = AREAS[code].grades
    if grades is LEGACY_GRADES and value == 3 and inspected_on and inspected_on < REQUIRES_IMPROVEMENT_FROM:
        return SATISFACTORY
    try:
        return grades.words[value]
    except KeyError:
        raise UnknownGrade(str(value)) from None
