"""What an authority must set up before anybody else depends on it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.selectors import concern_numbers_missing, current_authority
from core.frame.lines import Line, setup_lines
from core.frame.visitor import Visitor
from core.wording import listed


@setup_lines.register(key="concern_numbers", order=10)
def concern_numbers(visitor: Visitor) -> Iterator[Line]:
    """Until “Report a concern” has the authority's own telephone numbers (G8)."""
    if not visitor.allows(Permission.CHANGE_AUTHORITY):
        return
    authority = visitor.authority or visitor.once(current_authority)
    missing = concern_numbers_missing(authority)
    if missing:
        form = reverse("admin:accounts_authority_change", args=[authority.pk])
        words = {"numbers": listed([str(label).lower() for _name, label in missing])}
        yield Line(
            _("Enter the telephone numbers for a concern about a child"),
            f"{form}#id_{missing[0][0]}",
            detail=_("“Report a concern” does not say yet whom to ring here. Missing: %(numbers)s.") % words,
            is_urgent=True,
        )
