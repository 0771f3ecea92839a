"""What every page's frame needs: the navigation, whether this is the demonstration."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from portal.navigation import navigation_for


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Asks the database for nothing that the request has not asked already."""
    return {
        "navigation": navigation_for(request),
        "is_demonstration": settings.DEMONSTRATION,
    }
