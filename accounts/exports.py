"""People as a sheet: how they are reached."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.tables import PeopleTable
from core.exports.registry import register
from documents.exports.mixins import OurTableExport


@register
class People(OurTableExport):
    identifier = "people"
    title = _("People and how they are reached")
    description = _("Everybody here: what they do, where, telephone and email address.")
    permission = Permission.VIEW_PEOPLE
    table = PeopleTable
