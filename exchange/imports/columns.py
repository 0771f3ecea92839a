"""The columns of the spreadsheet: their headings in many spellings,
what they mean, and the words that cells may hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import Reason
from ofsted.imports.layouts import differences, places_in, squashed
from ofsted.imports.opening import FileRefused


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading in the template, other headings it goes by, what it means and an example."""

    key: str
    title: str
    meaning: str
    example: str
    aliases: tuple[str, ...] = ()


COLUMNS: Final = (
    Column("collaboration", gettext_noop("Collaboration"),
           gettext_noop("The collaboration's name, the same on each of its lines. Needed."), "Example collaboration",
           ("Collaboration name", "Name of collaboration", "Group", "Group name", "Hub", "Cluster")),
    Column("kind", gettext_noop("Kind"),
           gettext_noop("Collaboration, Locality partnership, EYFS network, Themed network or Buddy pair. Blank: Collaboration."),
           "Collaboration", ("Kind of collaboration", "Type of collaboration", "Collaboration type")),
    Column("district", gettext_noop("District"),
           gettext_noop("One of your districts, or blank. It is for finding the collaboration and binds nobody."), "",
           ("Area", "Locality", "Collaboration district")),
    Column("urn", gettext_noop("Ofsted URN"),
           gettext_noop("The setting's Ofsted number, such as EY123456. It must be in your register. Needed."), "EY000000",
           ("URN", "Setting URN", "Provider URN", "Ofsted number", "EY number", "Ofsted reference", "Unique reference number")),
    Column("setting", gettext_noop("Setting"),
           gettext_noop("The setting's name, for people's eyes. The URN decides."), "Example Nursery",
           ("Setting name", "Name of setting", "Provider", "Provider name", "Nursery", "Member")),
    Column("joined_on", gettext_noop("Joined on"),
           gettext_noop("The first day as a member, day/month/year. Needed."), "01/09/2024",
           ("Joined", "Date joined", "Joining date", "Member from", "Member since", "Start date")),
    Column("person", gettext_noop("Person"),
           gettext_noop("Somebody of the setting who may sign in. For another person, repeat the line."), "Lena Example",
           ("Name", "Full name", "Person's name", "Contact", "Contact name", "Manager", "Manager name")),
    Column("email", gettext_noop("E-mail address"),
           gettext_noop("The person's own address: it is the name to sign in with."), "lena@example.org",
           ("E-mail", "Email address", "Contact e-mail", "Email contact", "Person's e-mail")),
    Column("role", gettext_noop("Role"),
           gettext_noop("Manager or Staff. Blank: Staff."), "Manager", ("Role at the setting", "Job", "Position")),
    Column("leads", gettext_noop("Leads"),
           gettext_noop("Yes if this person leads the collaboration."), "Yes", ("Leader", "Leads?", "Is leader", "Lead")),
    Column("leads_from", gettext_noop("Leads from"),
           gettext_noop("The first day as leader. Blank: the day that the setting joined."), "01/09/2024",
           ("Leader from", "Leader since", "Leading from", "Lead from")),
    Column("manner", gettext_noop("How"),
           gettext_noop("Alone, Jointly or In rotation. Blank: Jointly."), "Jointly",
           ("How they lead", "Leads how", "Manner", "Leadership")),
)  # fmt: skip
NEEDED: Final = ("collaboration", "urn", "joined_on")
HEADER_WITHIN: Final = 30

#: Words of a cell, squashed, and what they stand for. The values are those that are stored.
KINDS: Final[Mapping[str, str]] = {
    "": "collaboration", "collaboration": "collaboration", "localitypartnership": "locality", "locality": "locality",
    "eyfsnetwork": "eyfs_network", "network": "eyfs_network", "themednetwork": "themed_network", "theme": "themed_network",
    "buddypair": "buddy_pair", "buddies": "buddy_pair", "buddy": "buddy_pair",
}  # fmt: skip
ROLES: Final[Mapping[str, str]] = {
    "": "staff", "staff": "staff", "memberofstaff": "staff", "practitioner": "staff", "deputy": "staff", "deputymanager": "staff",
    "manager": "manager", "nurserymanager": "manager", "owner": "manager", "ownermanager": "manager", "childminder": "manager",
    "head": "manager", "headteacher": "manager", "leader": "manager", "registeredperson": "manager",
}  # fmt: skip
MANNERS: Final[Mapping[str, str]] = {
    "": "joint", "joint": "joint", "jointly": "joint", "together": "joint", "colead": "joint", "alone": "sole", "sole": "sole",
    "single": "sole", "solo": "sole", "inrotation": "rotating", "rotation": "rotating", "rotating": "rotating",
}  # fmt: skip
YES_OR_NO: Final[Mapping[str, bool]] = {
    "": False, "no": False, "n": False, "false": False, "0": False,
    "yes": True, "y": True, "true": True, "1": True, "x": True, "leader": True, "lead": True,
}  # fmt: skip

UNKNOWN: Final = gettext_noop("This spreadsheet's columns cannot be read. Nothing was changed.")
NO_HEADER: Final = gettext_noop(
    "No line of this spreadsheet has the headings that are needed: Collaboration, Ofsted URN, Joined on."
)
TWICE: Final = gettext_noop("The column “%(column)s” is there twice, so it is not clear which one counts.")

_ALIASES: Final = {
    squashed(alias): column.key for column in COLUMNS for alias in (column.title, *column.aliases)
}
_BY_KEY: Final = {column.key: column for column in COLUMNS}


def title_of(key: str) -> str:
    """The heading of a column in the template."""
    return _BY_KEY[key].title


def known_headings(cells: Sequence[str]) -> set[str]:
    """Which columns the cells of a line could be the headings of."""
    return {_ALIASES[key] for cell in cells if (key := squashed(cell)) in _ALIASES}


def is_header(cells: Sequence[str]) -> bool:
    return {"collaboration", "urn"} <= known_headings(cells)


def places_of(cells: Sequence[str]) -> dict[str, int]:
    """Where each column stands; raises FileRefused with what was expected and found."""
    headings = [" ".join(cell.split()) for cell in cells]
    places, unused, twice = places_in(headings, _ALIASES)
    if twice:
        raise FileRefused(UNKNOWN, tuple(Reason("O7", TWICE, {"column": heading}) for heading in twice))
    lacking = [title_of(key) for key in NEEDED if key not in places]
    if lacking:
        raise FileRefused(UNKNOWN, differences(lacking, unused, headings))
    return places


def refuse_without_header(first_lines: Sequence[Sequence[str]]) -> FileRefused:
    """The refusal of a file in which no header was found: by the line that comes nearest to one."""
    best = max(first_lines, key=lambda cells: (len(known_headings(cells)), sum(map(bool, cells))), default=())
    found = known_headings(best)
    headings = [" ".join(cell.split()) for cell in best]
    lacking = [title_of(key) for key in NEEDED if key not in found]
    unused = [heading for heading in headings if heading and squashed(heading) not in _ALIASES]
    return FileRefused(
        UNKNOWN if found else NO_HEADER, differences(lacking, unused, headings) if headings else ()
    )
