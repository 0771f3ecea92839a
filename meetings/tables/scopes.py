"""The scope that lists of meetings share: those of one collaboration."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaboration_by_id
from core.tables.filters import ScopeFilter


def of_collaboration(lookup: str = "collaboration") -> ScopeFilter:
    """The rows of one collaboration, where an export names it; ``lookup`` is their path to it."""
    return ScopeFilter(
        "collaboration",
        _("Collaboration"),
        find=collaboration_by_id,
        error=_("There is no such collaboration."),
        required=False,
        lookup=lookup,
    )
