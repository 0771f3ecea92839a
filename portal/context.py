"""What every page's frame needs: the navigation, whether this is the demonstration."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from portal.navigation import navigation_for


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Asks the database for nothing that the request has not asked already."""
    is_shut_out = getattr(request, "is_shut_out", False)
    return {
        "navigation": [] if is_shut_out else navigation_for(request),
        "is_shut_out": is_shut_out,
        "is_demonstration": settings.DEMONSTRATION,
        "search_label": "" if is_shut_out else search_label_for(request),
        "search_key_off": getattr(getattr(request, "user", None), "search_key_off", False),
    }


def search_label_for(request: HttpRequest) -> str:
    """What the search box of the head says that it searches; empty before sign-in and outside an authority."""
    user = getattr(request, "user", None)
    if getattr(request, "authority", None) is None or user is None or not user.is_authenticated:
        return ""
    return _("Search settings, people, groups") if user.has_perm(Permission.VIEW_SETTINGS) else _("Search")
