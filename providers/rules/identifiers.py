"""Identifiers as people and spreadsheets write them (O1).

What has one meaning only is mended, with a remark; anything else is refused.
"""

from __future__ import annotations

import re
from typing import Final

from django.utils.translation import gettext_noop

from core.reading.damage import SPREADSHEET, is_changed_by_spreadsheet
from core.reading.results import Answer, CellProblem
from core.reasons import Reason
from providers.rules.register import OFSTED_URN, Scheme, WrongForm, identity_of

BAD_URN: Final = gettext_noop(
    "This is not an Ofsted URN. It should be six or seven digits, or EY or VC and six digits."
)
BAD_DFE_URN: Final = gettext_noop(
    "This is not a Department for Education URN. It should be six digits and not begin with 0."
)
BAD_CA_REFERENCE: Final = gettext_noop(
    "This is not the reference of a childminder agency. It should be CA and six digits."
)
MENDED: Final = gettext_noop("This was read as the URN %(urn)s.")

_QUOTES: Final = "'‘’`\""
#: Zero-width characters, soft hyphens and marks of direction: nobody sees them in a cell.
_INVISIBLE: Final = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e")
)
_POINT_ZERO: Final = re.compile(r"\.0+$", re.ASCII)
_INNER: Final = re.compile(r"[\s\-–]+")


def read_ofsted_urn(text: str) -> Answer[str]:
    """An Ofsted URN in its normal form; raises CellProblem.

    Mended with a remark: a trailing ".0", spaces or a hyphen inside, an apostrophe before it, characters
    without width. Capitals are no remark. A URN that lacks its letters is another number (O1): it stays.
    """
    urn = text.strip().upper()
    if OFSTED_URN.fullmatch(urn):
        return Answer(urn)
    mended = _mended(text)
    if OFSTED_URN.fullmatch(mended):
        return Answer(mended, Reason("O7", MENDED, {"urn": mended}))
    raise CellProblem(SPREADSHEET if is_changed_by_spreadsheet(urn) else BAD_URN)


def read_dfe_urn(text: str) -> Answer[str]:
    """A Department for Education URN; mended as an Ofsted URN is. Raises CellProblem."""
    return _number_of(Scheme.DFE_URN, text, BAD_DFE_URN)


def read_ca_reference(text: str) -> Answer[str]:
    """The reference of a childminder agency; mended as an Ofsted URN is. Raises CellProblem."""
    return _number_of(Scheme.CA_REFERENCE, text, BAD_CA_REFERENCE)


def _number_of(scheme: Scheme, text: str, sentence: str) -> Answer[str]:
    urn = text.strip().upper()
    try:
        return Answer(identity_of(scheme, urn).value)
    except WrongForm:
        pass
    try:
        mended = identity_of(scheme, _mended(text)).value
    except WrongForm:
        raise CellProblem(SPREADSHEET if is_changed_by_spreadsheet(urn) else sentence) from None
    return Answer(mended, Reason("O7", MENDED, {"urn": mended}))


def _mended(text: str) -> str:
    mended = text.translate(_INVISIBLE).strip().strip(_QUOTES)
    return _INNER.sub("", _POINT_ZERO.sub("", mended.strip())).upper()
