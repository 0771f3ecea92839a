"""Quality as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from qa_framework.tables import FrameworksTable


@register
class Frameworks(OurTableExport):
    identifier = "quality-frameworks"
    title = _("Quality frameworks")
    description = _("Every version of each framework, for whom it is, and who published it.")
    permission = Permission.VIEW_FRAMEWORKS
    table = FrameworksTable
