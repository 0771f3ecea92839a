"""Identity of a setting (O1) and the normal forms used for search and matching.

A setting is known by pairs of scheme and value. A six-digit Ofsted URN can equal the unrelated six-digit URN
of a school, so values are compared within one scheme only, and never by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.text import plain_letters


class Scheme(TextChoices):
    """Who gave the number. The value is what is stored."""

    OFSTED_URN = "ofsted_urn", _("Ofsted URN")
    DFE_URN = "dfe_urn", _("Department for Education URN")
    LAESTAB = "laestab", _("LAESTAB")
    UKPRN = "ukprn", _("UKPRN")
    CA_REFERENCE = "ca_reference", _("childminder agency reference")
    LOCAL = "local", _("authority's own code")


#: What a setting may have beside its Ofsted URN, by value and label.
FURTHER_SCHEMES: Final = tuple(choice for choice in Scheme.choices if choice[0] != Scheme.OFSTED_URN)
# EY and VC with six digits, six digits, seven digits: all four are in the national file. CA with six digits:
# agencies.
OFSTED_URN: Final = re.compile(r"(?:EY|VC|CA)?[0-9]{6}|[0-9]{7}")
POSTCODE: Final = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})")
_FORMS: Final = {
    Scheme.OFSTED_URN: OFSTED_URN,
    Scheme.DFE_URN: re.compile(r"[1-9][0-9]{5}"),
    Scheme.LAESTAB: re.compile(r"[1-9][0-9]{6}"),
    Scheme.UKPRN: re.compile(r"1[0-9]{7}"),
    Scheme.CA_REFERENCE: re.compile(r"CA[0-9]{6}"),
    Scheme.LOCAL: re.compile(r"[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]{0,38}[^\s\x00-\x1f\x7f])?"),
}
LONGEST_NAME: Final = 400
_NOT_WORD: Final = re.compile(r"[\W_]+")


class WrongForm(ValueError):
    """A value that does not have the form of its scheme."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A number and who gave it. Equal only within one scheme."""

    scheme: Scheme
    value: str


def identity_of(scheme: Scheme, text: str) -> Identity:
    """The identity that a person or a file wrote, in its normal form; raises WrongForm."""
    value = text.strip().upper() if scheme is not Scheme.LOCAL else text.strip()
    if scheme is Scheme.LAESTAB:
        value = value.replace("/", "", 1)
    if not _FORMS[scheme].fullmatch(value):
        raise WrongForm(text)
    return Identity(scheme, value)


def is_ofsted_urn(text: str) -> bool:
    """Whether a text, already in capitals and without spaces around it, has the form of an Ofsted URN."""
    return OFSTED_URN.fullmatch(text) is not None


def normalise_postcode(text: str) -> str:
    """Capitals with one space before the last three; a text that
    is no postcode only loses its extra spaces.
    """
    collapsed = " ".join(text.upper().split())
    form = POSTCODE.fullmatch(collapsed.replace(" ", ""))
    return f"{form[1]} {form[2]}" if form else collapsed


def is_postcode(text: str) -> bool:
    """Whether a text has the form of a postcode of the United Kingdom."""
    return POSTCODE.fullmatch("".join(text.upper().split())) is not None


def search_text(*parts: str | None) -> str:
    """What is stored for search, and what a search is turned into:
    lower case, no accents, punctuation folded.

    Apostrophes vanish (Mama's, Mamas), "&" reads "and", every other mark becomes a space.
    """
    joined = " ".join([part for part in parts if part])
    if joined.isascii() and joined.replace(" ", "").isalnum():
        return " ".join(joined.casefold().split())  # most names and every number: nothing to fold
    return _NOT_WORD.sub(" ", plain_letters(joined).replace("&", " and ")).strip()


def postcode_search_forms(postcode: str | None) -> str:
    """A postcode as it may be typed: with and without its space, for the search text."""
    if not postcode:
        return ""
    return f"{postcode} {postcode.replace(' ', '')}"


#: What says where somebody lives when a setting is a home: shown, found and exported only with the permission
#: to see it.
HOME_FIELDS: Final = ("address_line_1", "address_line_2", "address_line_3", "town", "postcode", "telephone")
#: What the authority may hold itself of any setting: Ofsted holds it back for homes, or does not know it.
HELD_FIELDS: Final = ("name", *HOME_FIELDS, "district", "agency")
#: What is the authority's own only as long as Ofsted's file has never listed the setting.
UNLISTED_FIELDS: Final = (
    "urn",
    "provider_type",
    "provider_subtype",
    "on_early_years_register",
    "on_compulsory_register",
    "on_voluntary_register",
    "registered_on",
    "places",
)


def held_fields(*, seen_in_file: bool) -> tuple[str, ...]:
    """The fields that an officer may write (O7): the rest comes from
    Ofsted's file once the setting has been in it.
    """
    return HELD_FIELDS if seen_in_file else (*HELD_FIELDS, *UNLISTED_FIELDS)


def setting_search_text(*, name: str | None, urn: str | None, postcode: str | None, is_home: bool) -> str:
    """The search text of a setting: name, URN and postcode.

    A home's postcode stays out: whoever may see it searches it apart.
    """
    # Some letters are spelt out by many (one of Unicode's by eighteen), and the database's index takes 2,700
    # bytes.
    return search_text(
        search_text(name)[:LONGEST_NAME], urn, "" if is_home else postcode_search_forms(postcode)
    )


def makes_a_circle(old: int, new: int, predecessors: Mapping[int, Iterable[int]]) -> bool:
    """Whether the new registration already stands, directly or not, before the old one (O2)."""
    waiting, seen = [old], set[int]()
    while waiting:
        each = waiting.pop()
        if each == new:
            return True
        if each not in seen:
            seen.add(each)
            waiting.extend(predecessors.get(each, ()))
    return False
