"""The columns of the spreadsheet: their headings in many spellings,
what they mean, and the words that cells may hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext_noop

from core.reading.answers import YesNoProfile
from core.reasons import Reason
from ofsted.imports.layouts import differences, squashed
from ofsted.imports.opening import FileRefused


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading in the template, other headings it goes by, what it means and an example.

    Not ``is_offered``: it is read where it stands in somebody's own list, and the template does without it.
    """

    key: str
    title: str
    meaning: str
    example: str
    aliases: tuple[str, ...] = ()
    is_offered: bool = True


COLUMNS: Final = (
    Column("collaboration", gettext_noop("Collaboration"),
           gettext_noop("The collaboration's name, the same on each of its lines. Needed."), "Example collaboration",
           ("Collaboration name", "Name of collaboration", "Group", "Group name", "Name of group", "Hub", "Hub name", "Name of hub",
            "Cluster", "Cluster name", "Name of cluster", "Network", "Network name", "Name of network", "Partnership",
            "Partnership name", "Name of partnership", "Collaborative", "Collaborative name", "Consortium", "Collaboration group",
            "Collaborative group", "Cluster group", "Collaboration/group")),
    Column("kind", gettext_noop("Kind"),
           gettext_noop("Collaboration, Locality partnership, EYFS network, Themed network or Buddy pair. Blank: Collaboration."),
           "Collaboration", ("Kind of collaboration", "Type of collaboration", "Collaboration type", "Kind of group", "Type of group", "Group type")),
    Column("district", gettext_noop("District"),
           gettext_noop("One of your districts, or blank. It is for finding the collaboration and binds nobody."), "",
           ("Area", "Locality", "Locality area", "Collaboration district", "District name")),
    Column("urn", gettext_noop("Ofsted URN"),
           gettext_noop("The setting's Ofsted number, such as EY123456. It must be in your register. Needed."), "EY000000",
           ("URN", "URN number", "URN no", "Setting URN", "Provider URN", "Nursery URN", "Ofsted number", "Ofsted no", "Ofsted URN number",
            "Ofsted URN no", "Ofsted ref", "Ofsted reference", "Ofsted reference number", "Ofsted ID", "Ofsted registration number",
            "Registration number", "EY number", "EY no", "EY URN", "EY reference", "EY ref", "EY reference number",
            "Unique reference number")),
    Column("setting", gettext_noop("Setting"),
           gettext_noop("The setting's name, for people's eyes. The URN decides."), "Example Nursery",
           ("Setting name", "Name of setting", "Provider", "Provider name", "Name of provider", "Nursery", "Nursery name",
            "Name of nursery", "Member", "Member name", "Name of member", "Setting/provider", "Member setting", "Organisation")),
    Column("joined_on", gettext_noop("Joined on"),
           gettext_noop("The first day as a member, day/month/year. Needed."), "01/09/2024",
           ("Joined", "Date joined", "Date of joining", "Joining date", "Join date", "Joined date", "Date they joined", "Member from",
            "Member since", "Membership from", "Membership start", "Membership start date", "Start of membership", "Start date",
            "Date started", "Date of membership", "In the group since")),
    Column("person", gettext_noop("Person"),
           gettext_noop("Somebody of the setting who may sign in. For another person, repeat the line."), "Lena Example",
           ("Name", "Full name", "Person's name", "Name of person", "Contact", "Contact name", "Name of contact", "Contact person",
            "Main contact", "Lead contact", "Key contact", "Manager", "Manager name", "Name of manager", "Manager's name",
            "Representative")),
    Column("email", gettext_noop("Email address"),
           gettext_noop("The person's own address: it is the name to sign in with."), "lena@example.org",
           ("E-mail", "E-mail address", "Contact e-mail", "Contact email address", "Email contact", "Person's e-mail", "Manager e-mail",
            "Manager's e-mail", "Manager email address", "Work e-mail", "E-mail of contact")),
    Column("role", gettext_noop("Role"),
           gettext_noop("Manager or Staff. Blank: Staff."), "Manager",
           ("Role at the setting", "Role in setting", "Job", "Job title", "Job role", "Position")),
    Column("leads", gettext_noop("Leads"),
           gettext_noop("Yes if this person leads the collaboration."), "Yes",
           ("Leader", "Leads?", "Is leader", "Lead", "Leader?", "Is lead", "Co-leader", "Group leader", "Leads the group")),
    Column("leads_from", gettext_noop("Leads from"),
           gettext_noop("The first day as leader. Blank: the day that the setting joined."), "01/09/2024",
           ("Leader from", "Leader since", "Leading from", "Lead from", "Lead since", "Leads since")),
    Column("manner", gettext_noop("How"),
           gettext_noop("Alone, Jointly or In rotation. Blank: Jointly."), "Jointly",
           ("How they lead", "Leads how", "Manner", "Leadership", "How they are leading")),
    Column("until", gettext_noop("Last day as a member"),
           gettext_noop("The last day as a member, if it is known. Leave out settings that have left."), "",
           ("Until", "Left", "Left?", "Has left", "Left on", "Date left", "Date of leaving", "Leaving date", "Leave date", "Left date",
            "Leaver", "Leavers", "Ended", "Ended on", "End", "End date", "Date ended", "Membership end", "Membership end date",
            "Membership ended", "Membership until", "Member until",
            "End of membership", "Member to", "Last day", "Finished",
            "Finish date", "Resigned", "Resigned on", "Date resigned", "Withdrawn", "Withdrawn on", "Date withdrawn", "Closed",
            "Closed on", "Date closed", "Closure date", "Expired", "Expiry date", "Former", "Former member", "Former member?")),
    Column("status", gettext_noop("Status"), gettext_noop("Whether the setting is still a member."), "",
           ("Status of member", "Member status", "Membership status", "Status of membership", "Current status", "Membership",
            "Setting status", "State"), is_offered=False),
    Column("current", gettext_noop("Current member"), gettext_noop("Yes if the setting is still a member."), "",
           ("Current", "Current?", "Is current", "Current member?", "Still a member", "Still a member?", "Still member", "Active",
            "Active?", "Active member", "Is active"), is_offered=False),
)  # fmt: skip
NEEDED: Final = ("collaboration", "urn", "joined_on")
#: Columns that say whether a membership has ended.
ENDINGS: Final = ("until", "status", "current")
HEADER_WITHIN: Final = 30

#: Words of a cell, squashed, and what they stand for. The values are those that are stored.
KINDS: Final[Mapping[str, str]] = {
    "": "collaboration", "collaboration": "collaboration",
    "localitypartnership": "locality", "locality": "locality",
    "eyfsnetwork": "eyfs_network", "network": "eyfs_network", "themednetwork": "themed_network", "theme": "themed_network",
    "buddypair": "buddy_pair", "buddies": "buddy_pair", "buddy": "buddy_pair",
}  # fmt: skip
ROLES: Final[Mapping[str, str]] = {
    "": "staff", "staff": "staff", "memberofstaff": "staff", "practitioner": "staff", "deputy": "staff", "deputymanager": "staff",
    "manager": "manager", "nurserymanager": "manager", "owner": "manager", "ownermanager": "manager", "childminder": "manager",
    "head": "manager", "headteacher": "manager", "leader": "manager", "registeredperson": "manager",
}  # fmt: skip
MANNERS: Final[Mapping[str, str]] = {
    "": "joint", "joint": "joint", "jointly": "joint", "together": "joint", "colead": "joint",
    "alone": "sole", "sole": "sole",
    "single": "sole", "solo": "sole", "inrotation": "rotating", "rotation": "rotating", "rotating": "rotating",
}  # fmt: skip
#: Who leads, with how beside it: "Yes - joint", "Co-lead", a tick.
LEADS: Final = YesNoProfile(
    yes=("yes", "y", "true", "1", "x", "leader", "lead", "leads", "colead", "coleader", "coleads", "jointlead", "jointleader", "jointly",
         "joint", "solelead", "soleleader", "alone", "sole", "rotating", "inrotation"),
    no=("no", "n", "false", "0", "none", "na", "notleader", "member"), blank=False, has_detail=True,
)  # fmt: skip
#: How somebody leads, said in the answer whether they do.
LEADS_HOW: Final[Mapping[str, str]] = {
    "colead": "joint", "coleader": "joint", "coleads": "joint", "jointlead": "joint", "jointleader": "joint", "solelead": "sole",
    "soleleader": "sole", **MANNERS,
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
#: Headings that also name other things: one of them gives way where a plainer one of its column is there too.
_WEAK: Final = frozenset({
    "network", "partnership", "group", "cluster", "hub", "consortium", "area", "locality", "name", "contact", "manager", "member",
    "provider", "nursery", "organisation", "representative", "job", "position", "lead", "leader", "leadership", "state", "membership",
})  # fmt: skip
#: What is left of no name of a group: "Sheet 1", "Members list", "2024".
_WORDLESS: Final = re.compile(
    r"sheet|table|data|list|lists|members?|membership|settings?|providers?|register|current|all|copy|of|export|page|\d+"
)


def title_of(key: str) -> str:
    """The heading of a column in the template."""
    return _BY_KEY[key].title


def known_headings(cells: Sequence[str]) -> set[str]:
    """Which columns the cells of a line could be the headings of."""
    return {_ALIASES[key] for cell in cells if (key := squashed(cell)) in _ALIASES}


def is_header(cells: Sequence[str]) -> bool:
    return {"collaboration", "urn"} <= known_headings(cells)


def is_header_of_group(cells: Sequence[str]) -> bool:
    """Whether a line is the headings of one group's members, whose name stands elsewhere."""
    found = known_headings(cells)
    return {"urn", "joined_on"} <= found and "collaboration" not in found


def may_name_a_group(sheet: str) -> bool:
    """Whether a sheet's name may be a group's, and not what any sheet is called."""
    return bool(_WORDLESS.sub("", squashed(sheet)))


class Header(NamedTuple):
    """Where the columns of one table stand.

    ``endings``: every column that says whether a membership has ended; a list may have several of them.
    ``unused``: the places of headings that no column has.
    """

    headings: Sequence[str]
    places: Mapping[str, int]
    endings: Sequence[tuple[str, int]]
    unused: Sequence[int]


def header_of(cells: Sequence[str], *, without: str = "") -> Header:
    """The columns under a line of headings; raises FileRefused with what was expected and found.

    ``without``: a column that is given elsewhere.
    """
    headings = [" ".join(cell.split()) for cell in cells]
    by_column: dict[str, list[int]] = {}
    unused = []
    for place, heading in enumerate(headings):
        column = _ALIASES.get(squashed(heading))
        if column is not None:
            by_column.setdefault(column, []).append(place)
        elif heading:
            unused.append(place)
    endings = [(key, place) for key in ENDINGS for place in by_column.pop(key, ())]
    places: dict[str, int] = {}
    twice: list[str] = []
    for column, several in by_column.items():
        strong = [place for place in several if squashed(headings[place]) not in _WEAK] or several
        if len(strong) > 1:
            twice.append(headings[strong[1]])
        places[column] = strong[0]
        unused += [place for place in several if place not in strong]
    if twice:
        raise FileRefused(UNKNOWN, tuple(Reason("O7", TWICE, {"column": heading}) for heading in twice))
    lacking = [title_of(key) for key in NEEDED if key not in places and key != without]
    if lacking:
        raise FileRefused(UNKNOWN, differences(lacking, [headings[place] for place in unused], headings))
    return Header(headings, places, endings, sorted(unused))


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
