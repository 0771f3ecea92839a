"""The kinds of file that the register is loaded from (O7), and by which number each knows a setting (O1)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext_noop

from core.reasons import Term
from providers.rules.register import Scheme


class FileKind(StrEnum):
    """What a file is. The value is what is stored."""

    CHILDCARE = "childcare"
    SCHOOLS = "schools"
    ESTABLISHMENTS = "gias"
    LINKS = "gias_links"
    AGENCIES = "agencies"


KIND_LABELS: Final[Mapping[FileKind, Term]] = MappingProxyType(
    {
        FileKind.CHILDCARE: Term(gettext_noop("Childcare providers and inspections")),
        FileKind.SCHOOLS: Term(gettext_noop("State-funded school inspections")),
        FileKind.ESTABLISHMENTS: Term(gettext_noop("Register of schools (GIAS)")),
        FileKind.LINKS: Term(gettext_noop("Links between schools (GIAS)")),
        FileKind.AGENCIES: Term(gettext_noop("Childminder agencies")),
    }
)
#: Numbers are compared within their scheme only: a six-digit Ofsted URN can equal a school's (O1).
SCHEME_OF: Final[Mapping[FileKind, Scheme]] = MappingProxyType(
    {
        FileKind.CHILDCARE: Scheme.OFSTED_URN,
        FileKind.SCHOOLS: Scheme.DFE_URN,
        FileKind.ESTABLISHMENTS: Scheme.DFE_URN,
        FileKind.LINKS: Scheme.DFE_URN,
        FileKind.AGENCIES: Scheme.CA_REFERENCE,
    }
)
