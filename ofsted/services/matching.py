"""By which number the rows of a file are those of a setting, as SQL (O1).

The statements over the staged rows are written for Ofsted's childcare file, whose numbers are
``Provider.urn``. The other kinds of file know a setting by a further number in a scheme of its own: for them
the same statements look it up there. A number is never looked for in another scheme.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ofsted.rules.kinds import SCHEME_OF, FileKind
from providers.rules.register import Scheme

#: The places at which a statement names the number of a setting.
OF_ROW: Final = "p.urn = s.urn AND p.urn <> ''"
OF_GONE: Final = "p.urn = g.urn"
HELD_BESIDE: Final = "SELECT p.urn, CASE i.regime"
HELD_RULED_OUT: Final = "SELECT p.urn, i.regime"
#: Rows of the childcare file that did not change are not read again; all rows of the other files are.
NAMED_BY_NEWEST: Final = "IS NOT DISTINCT FROM p.file_row_on"


def _holder(scheme: Scheme, number: str) -> str:
    """The setting that has a number."""
    found = (
        "SELECT k.provider_id FROM providers_provideridentity k WHERE k.authority_id = %(authority)s"
        f" AND k.scheme = '{scheme}' AND k.value = {number}"
    )
    if scheme is Scheme.CA_REFERENCE:  # an agency's Ofsted URN is its reference
        found += (
            " UNION ALL SELECT a.id FROM providers_provider a WHERE a.authority_id = %(authority)s"
            f" AND a.urn = {number} AND a.urn <> '' LIMIT 1"
        )
    return f"({found})"


def _number_of(scheme: Scheme, setting: str) -> str:
    """The number under which the file has a setting."""
    return (
        "(SELECT min(n.urn) FROM ofsted_stagedsetting n WHERE n.authority_id = %(authority)s"
        f" AND {setting} = {_holder(scheme, 'n.urn')})"
    )


@lru_cache
def for_kind(statement: str, kind: FileKind) -> str:
    """A statement over the staged rows as it is for one kind of file."""
    if kind is FileKind.CHILDCARE:
        return statement
    scheme = SCHEME_OF[kind]
    for written, meant in (
        (OF_ROW, f"p.id = {_holder(scheme, 's.urn')}"),
        (OF_GONE, f"p.id = {_holder(scheme, 'g.urn')}"),
        (HELD_BESIDE, "SELECT s.urn, CASE i.regime"),
        (HELD_RULED_OUT, f"SELECT {_number_of(scheme, 'p.id')}, i.regime"),
        (NAMED_BY_NEWEST, "IS NOT DISTINCT FROM %(newest)s"),
    ):
        statement = statement.replace(written, meant)
    return statement
