"""Lists of quality, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, Filter
from core.tables.table import Table
from qa_framework.models.frameworks import FrameworkVersion
from qa_framework.rules import frameworks as rules
from qa_framework.rules.versions import VersionState
from qa_framework.selectors import frameworks as selectors

VERSION_COLOURS = {
    VersionState.DRAFT: "yellow",
    VersionState.PUBLISHED: "green",
    VersionState.REPLACED: "grey",
    VersionState.ENDED: "grey",
}


def version_address(version: FrameworkVersion) -> str:
    return reverse("qa_framework:framework", args=[version.pk])


def version_colour(version: FrameworkVersion) -> str:
    return VERSION_COLOURS[VersionState(version.state)]


def kinds_in_words(version: FrameworkVersion) -> str:
    """For whom a version is."""
    return ", ".join(str(rules.Kind(kind).label) for kind in version.kinds)


class FrameworksTable(Table):
    """Every version of every quality framework."""

    ordering = "name"
    columns = (
        Column("name", _("Framework"), width=40, link=version_address, sort="name__in_order"),
        Column("number", _("Version"), Kind.NUMBER, sort="number"),
        Column("state", _("State"), value="get_state_display", tag=version_colour, sort="state"),
        Column("kinds", _("For"), width=44, value=kinds_in_words),
        Column("standards_number", _("Standards"), Kind.NUMBER, sort="standards_number"),
        Column("published_by", _("Published by"), width=28),
        Column("published_at", _("Published at"), Kind.DATETIME, sort="published_at"),
    )
    second_rank = ("published_by", "published_at")
    filters: Sequence[Filter] = (ChoiceFilter("state", _("State"), choices=VersionState.choices),)

    def rows(self) -> QuerySet[Any]:
        return selectors.versions()
