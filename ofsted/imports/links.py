"""The file of links of the register of schools as a table: which school took over from which (O2, O7)."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from core.reading.results import CellProblem
from ofsted.imports import cells
from ofsted.imports.columns import DECIDES, DESCRIBES, Column
from ofsted.imports.schools import read_key
from ofsted.imports.tables import FileTable
from ofsted.rules.kinds import FileKind
from ofsted.rules.school_links import LINK_LABELS, NO_TAKE_OVER, LinkType
from providers.rules.identifiers import read_dfe_urn

MAX_NAME: Final = 255
BAD_TYPE: Final = gettext_noop(
    "This kind of link is not known. It should be one of the register’s own, such as: %(allowed)s."
)


def _key(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


_TYPE_OF: Final = {_key(label): kind for kind, label in LINK_LABELS.items()}
_NO_TAKE_OVER: Final = frozenset(map(_key, NO_TAKE_OVER))
_ALLOWED: Final = ", ".join((LINK_LABELS[LinkType.PREDECESSOR], LINK_LABELS[LinkType.SUCCESSOR]))


def read_link_type(text: str) -> LinkType | None:
    """The kind of link; None for one that says nothing of a take-over."""
    key = _key(text)
    if key in _NO_TAKE_OVER:
        return None
    if key not in _TYPE_OF:
        raise CellProblem(BAD_TYPE, allowed=_ALLOWED)
    return _TYPE_OF[key]


LINKS: Final = FileTable(
    FileKind.LINKS,
    frozenset({"urn", "linkurn"}),
    {
        "urn": Column(("URN",), DECIDES, read_key, is_needed=True, is_repeated=False),
        "other": Column(("LinkURN",), DECIDES, read_key, is_needed=True, is_repeated=False),
        "link_type": Column(("LinkType",), DECIDES, read_link_type, is_needed=True),
        "other_name": Column(("LinkName",), DESCRIBES, cells.text_reader(MAX_NAME), is_repeated=False),
        "since": Column(("LinkEstablishedDate",), DESCRIBES, cells.read_day),
    },
    {},
    (),
    read_dfe_urn,
)
