"""The kinds of file that the register is loaded from (O7), and by which number each knows a setting (O1)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from providers.rules.register import Scheme


class FileKind(TextChoices):
    """What a file is. The value is what is stored."""

    CHILDCARE = "childcare", _("Childcare providers and inspections")
    SCHOOLS = "schools", _("State-funded school inspections")
    ESTABLISHMENTS = "gias", _("Register of schools (GIAS)")
    LINKS = "gias_links", _("Links between schools (GIAS)")
    AGENCIES = "agencies", _("Childminder agencies")


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
