"""The columns of Ofsted's childcare file: one table for the layouts, the rows and the staging tables (O7).

Each column names its field, the headings under which releases have shown it, how its cells are read, its type
in the database, and whether a file without it is refused. The first heading is the one that is expected.
Headings are compared without capitals, spaces and punctuation (``layouts.squashed``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import product
from types import MappingProxyType
from typing import Annotated, Any, Final, NamedTuple, get_args, get_type_hints

from ofsted.imports import cells
from ofsted.imports.cells import Reader
from ofsted.rules.regimes import AREAS, JUDGEMENT_COLUMNS, REQUIREMENTS, Regime


class Weight(Enum):
    """The two classes of column (O7).

    A fault in a cell that decides rejects the row. A fault in one that describes leaves that value out: the
    row is read with a remark.
    """

    DECIDES = "decides"
    DESCRIBES = "describes"


DECIDES: Final = Weight.DECIDES
DESCRIBES: Final = Weight.DESCRIBES


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file. ``is_needed``: a file without it is refused.

    ``is_repeated``: its texts repeat from row to row, so remembering them pays.
    """

    headings: tuple[str, ...]
    weight: Weight
    read: Reader
    is_needed: bool = False
    is_repeated: bool = True


def _text(
    limit: int, *headings: str, weight: Weight = DESCRIBES, needed: bool = False, repeated: bool = True
) -> Column:
    """``limit``: the characters that the register keeps."""
    return Column(headings, weight, cells.text_reader(limit), needed, repeated)


def _flag(register: str) -> Column:
    return Column((f"Provider {register} flag", f"{register} flag"), DESCRIBES, cells.read_flag)


# --- the setting ----------------------------------------------------------------------------------------


class RegisterRow(NamedTuple):
    """A setting as listed, each field with its column. None is "no value here" and overwrites nothing."""

    urn: Annotated[str, Column(("Provider URN",), DECIDES, cells.read_urn, is_needed=True, is_repeated=False)]
    name: Annotated[str | None, _text(255, "Provider name", needed=True, repeated=False)]
    provider_type: Annotated[str | None, Column(("Provider type",), DECIDES, cells.read_type, is_needed=True)]
    provider_subtype: Annotated[str | None, _text(100, "Provider subtype")]
    register_combination: Annotated[
        str | None, _text(40, "Individual register combinations", "Individual register combination")
    ]
    on_early_years_register: Annotated[bool | None, _flag("Early Years Register")]
    on_compulsory_register: Annotated[bool | None, _flag("Compulsory Childcare Register")]
    on_voluntary_register: Annotated[bool | None, _flag("Voluntary Childcare Register")]
    registration_status: Annotated[
        str | None, Column(("Provider status", "Registration status"), DESCRIBES, cells.read_status)
    ]
    registered_on: Annotated[date | None, Column(("Registration date",), DESCRIBES, cells.read_day)]
    registered_person_urn: Annotated[
        str | None,
        Column(("Registered person URN",), DESCRIBES, cells.code_reader(12), is_repeated=False),
    ]
    registered_person_name: Annotated[str | None, _text(255, "Registered person name")]
    address_line_1: Annotated[
        str | None, _text(200, "Provider address line 1", "Provider address 1", repeated=False)
    ]
    address_line_2: Annotated[
        str | None, _text(200, "Provider address line 2", "Provider address 2", repeated=False)
    ]
    address_line_3: Annotated[str | None, _text(200, "Provider address line 3", "Provider address 3")]
    town: Annotated[str | None, _text(100, "Provider town")]
    postcode: Annotated[
        str | None,
        Column(("Provider postcode", "Postcode"), DESCRIBES, cells.read_postcode, is_repeated=False),
    ]
    telephone: Annotated[
        str | None, Column(("Telephone number", "Provider telephone number"), DESCRIBES, cells.read_telephone)
    ]
    constituency: Annotated[str | None, _text(100, "Parliamentary constituency")]
    region: Annotated[str | None, _text(60, "Region")]
    deprivation_band: Annotated[str | None, _text(30, "Deprivation band")]
    places: Annotated[int | None, Column(("Places",), DESCRIBES, cells.read_places)]
    places_including_estimates: Annotated[
        Decimal | None, Column(("Places including estimates",), DESCRIBES, cells.read_decimal_places)
    ]


DATABASE_TYPES: Final[Mapping[type, str]] = MappingProxyType(
    {str: "text", bool: "boolean", date: "date", int: "integer", Decimal: "numeric(8,2)"}
)


def _described(name: str, annotation: Any) -> tuple[str, Column, str]:
    kind, column = get_args(annotation)
    return name, column, DATABASE_TYPES[next(iter(get_args(kind) or (kind,)))]


_FIELDS: Final = [_described(*field) for field in get_type_hints(RegisterRow, include_extras=True).items()]
SETTING: Final[Mapping[str, Column]] = MappingProxyType({name: column for name, column, _ in _FIELDS})
SETTING_TYPES: Final[Mapping[str, str]] = MappingProxyType({name: kind for name, _, kind in _FIELDS})
#: Whose row it is. Not kept on the setting, which belongs to its authority anyhow.
AUTHORITY: Final = "local_authority"
OF_ROW: Final[Mapping[str, Column]] = MappingProxyType(
    {**SETTING, AUTHORITY: _text(100, "Local authority", weight=DECIDES, needed=True)}
)

# --- the inspections ------------------------------------------------------------------------------------

#: What is said of an inspection besides its day and its judgements.
DESCRIBED: Final = ("inspection_number", "visit_type")
INSPECTION_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "regime": "text",
        "inspection_number": "text",
        "inspected_on": "date",
        "visit_type": "text",
        "is_graded": "boolean",
        **dict.fromkeys(JUDGEMENT_COLUMNS, "smallint"),
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of one kind of inspection, by field.

    ``regime`` None: it follows from the inspection's day. ``is_judged_only``: without a judgement there is no
    inspection here. ``has_spans``: its day may be written as a span, whose text is kept. A column
    ``urn_then`` says which registration was inspected: one of another is not this setting's (O2).
    """

    regime: Regime | None
    columns: Mapping[str, Column]
    is_judged_only: bool = False
    has_spans: bool = False


def _reader(field: str) -> Reader:
    if field == "inspected_on":
        return cells.read_day
    if field == "inspection_number":
        return cells.code_reader(20)
    if field == "visit_type":
        return cells.text_reader(60)
    grades = REQUIREMENTS if field == "met" else AREAS[field].grades
    return cells.grade_reader(grades, or_met=field == "overall")


def _block(
    prefixes: Sequence[str],
    headings: Mapping[str, Sequence[str]],
    *,
    regime: Regime | None = None,
    needed: Sequence[str] = (),
) -> Block:
    """Every heading behind every prefix. ``needed``: a file that has the block but not these is refused."""
    columns = {
        field: Column(
            _joined(prefixes, names),
            DESCRIBES if field in DESCRIBED else DECIDES,
            _reader(field),
            is_needed=field in needed,
        )
        for field, names in headings.items()
    }
    return Block(regime, MappingProxyType(columns))


def _joined(prefixes: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(prefix + name for prefix, name in product(prefixes, names))


_DATE: Final = ("Inspection date", "Full inspection date")
_NUMBER: Final = ("Inspection number", "Full inspection number")
_OVERALL: Final = ("Overall effectiveness",)
_CARD_JUDGED: Final = {
    "rc_safeguarding": ("Safeguarding standards met?", "Safeguarding standards", "Safeguarding"),
    "rc_inclusion": ("Inclusion",),
    "rc_curriculum_and_teaching": ("Curriculum and teaching", "Curriculum & teaching"),
    "rc_achievement": ("Achievement",),
    "rc_behaviour": (
        "Behaviour, attitudes and establishing routines",
        "Behaviour, attitudes and routines",
        "Behaviour and attitudes",
    ),
    "rc_welfare": (
        "Children's welfare and wellbeing", "Children's welfare and well-being", "Welfare and wellbeing",
    ),
    "rc_leadership_and_governance": ("Leadership and governance",),
}  # fmt: skip
_GRADED: Final = {
    "quality_of_education": ("Quality of education",),
    "behaviour_and_attitudes": ("Behaviour and attitudes",),
    "personal_development": ("Personal development",),
    "leadership_and_management": ("Effectiveness of leadership and management", "Leadership and management"),
    "safeguarding_effective": ("Safeguarding is effective?", "Safeguarding effective"),
}


def _card() -> Block:
    """The report card, from June 2026."""
    headings = {
        "inspected_on": _DATE,
        "visit_type": ("Inspection visit type", "Visit type", "Inspection type"),
        "inspection_number": _NUMBER,
        **_CARD_JUDGED,
    }
    prefixes = ("EYR REIF: Most recent: ", "REIF: Most recent: ", "Most recent REIF: ")
    return _block(prefixes, headings, regime=Regime.REPORT_CARD, needed=("inspected_on", *_CARD_JUDGED))


def _full() -> Block:
    """The newest graded inspection. Until 2025 its areas stood without a prefix."""
    prefixes = (
        "Most recent full: ",
        "EYR OEIF: Most recent: ",
        "EYR OEIF/CIF: Most recent: ",
        "EYR CIF: Most recent: ",
    )
    headings = {"inspected_on": _DATE, "inspection_number": _NUMBER, "overall": _OVERALL}
    first = _block(prefixes, headings, needed=("inspected_on", "overall"))
    return Block(None, MappingProxyType({**first.columns, **_block((*prefixes, ""), _GRADED).columns}))


def _earlier(place: str) -> Block:
    """A graded inspection before the newest, until 2025."""
    headings = {"inspected_on": _DATE, "inspection_number": _NUMBER, "overall": _OVERALL}
    prefixes = (
        f"{place} most recent full: ",
        f"EYR OEIF/CIF: {place} most recent: ",
        f"EYR OEIF: {place} most recent: ",
    )
    return _block(prefixes, headings)


def _without_grades(code: str, regime: Regime) -> Block:
    headings = {
        "inspected_on": _DATE,
        "inspection_number": _NUMBER,
        "met": (*_OVERALL, "Compliance", "Outcome"),
    }
    prefixes = (
        f"{code}: ", f"EYR OEIF {code}: Most recent: ", f"EYR REIF {code}: Most recent: ",
        f"{code}: Most recent: ", f"EYR {code}: Most recent: ", f"Most recent {code}: ",
    )  # fmt: skip
    return _block(prefixes, headings, regime=regime)


def _out_of_school() -> Block:
    """The one visit without grades that also judges safeguarding."""
    visit = _without_grades("OOSC", Regime.OUT_OF_SCHOOL)
    prefixes = ("EYR OEIF OOSC: Most recent: ", "OOSC: ", "OOSC: Most recent: ")
    safeguarding = _block(prefixes, {"safeguarding_effective": ("Safeguarding is effective?",)})
    return Block(visit.regime, MappingProxyType({**visit.columns, **safeguarding.columns}))


BLOCKS: Final[Mapping[str, Block]] = MappingProxyType(
    {
        "rc": _card(),
        "full": _full(),
        "second": _earlier("Second"),
        "third": _earlier("Third"),
        "ncor": _without_grades("NCOR", Regime.NO_CHILDREN),
        "oosc": _out_of_school(),
        "cr": _without_grades("CR", Regime.CHILDCARE_REGISTER),
    }
)

#: Every column by its key: the field of the setting, or "block.field".
COLUMNS: Final[Mapping[str, Column]] = MappingProxyType(
    {
        **OF_ROW,
        **{
            f"{block}.{field}": column
            for block, each in BLOCKS.items()
            for field, column in each.columns.items()
        },
    }
)
#: Headings of releases that are known and not used.
UNUSED: Final = (
    "Web link",
    "Ofsted region",
    *_joined(
        ("", "Most recent full: ", "EYR OEIF: Most recent: ", "CR: Most recent: "),
        ("CCR requirements suitability", "VCR requirements suitability"),
    ),
)
