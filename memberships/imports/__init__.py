"""Reading an officer's spreadsheet of collaborations, members and leaders. Pure: no Django, no database."""

from memberships.imports.columns import COLUMNS, KINDS, MANNERS, ROLES, Column, title_of
from memberships.imports.lines import About, Group, Line, Problem, Sheet, read_sheet
from memberships.imports.opening import MOST_LINES

__all__ = [
    "COLUMNS",
    "KINDS",
    "MANNERS",
    "MOST_LINES",
    "ROLES",
    "About",
    "Column",
    "Group",
    "Line",
    "Problem",
    "Sheet",
    "read_sheet",
    "title_of",
]
