"""The supplement as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from supplement.tables import AnswersTable, SchemesTable


@register
class Schemes(OurTableExport):
    identifier = "schemes"
    title = _("Schemes of the supplement")
    description = _("Every version of each year’s scheme, and who approved it.")
    permission = Permission.VIEW_SUPPLEMENT
    table = SchemesTable


@register
class SchemeAnswers(OurTableExport):
    identifier = "scheme-answers"
    title = _("Answers to a consultation")
    description = _("What the leaders of each group answered about one draft.")
    permission = Permission.VIEW_SUPPLEMENT
    table = AnswersTable
