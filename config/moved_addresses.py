"""Addresses of the admin that changed with the app of their records, and where each leads now.

They were in use before subjects became apps (decision 0021); bookmarks and links in emails go on working.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.contrib import admin
from django.urls import URLPattern, path, reverse
from django.views.generic import RedirectView

#: Old place below ``admin/`` -> new place. What follows it, and the query, stay as they are.
MOVED_ADMIN = {
    "collaborations/developmentplan/": "development/developmentplan/",
    "collaborations/review/": "ways_of_working/review/",
    "collaborations/termstemplate/": "ways_of_working/termstemplate/",
    "leadership/referral/": "support/referral/",
    "leadership/supportrequest/": "support/supportrequest/",
    "providers/returnperiod/": "provision/returnperiod/",
}
#: The first page of an app that has no records in the admin any more.
MOVED_INDEX = {"leadership/": "support/"}


class MovedAdmin(RedirectView):
    permanent = True
    query_string = True
    new = ""

    def get_redirect_url(self, *args: Any, **kwargs: Any) -> str:
        query = self.request.META.get("QUERY_STRING", "")
        address = reverse("admin:index") + self.new + quote(kwargs.get("rest", ""))
        return f"{address}?{query}" if query else address


def moved_addresses() -> list[URLPattern]:
    """Patterns that stand before the admin's own, and ask for the same sign-in and permission as it does."""

    def pattern(route: str, new: str) -> URLPattern:
        return path(f"admin/{route}", admin.site.admin_view(MovedAdmin.as_view(new=new)))

    patterns = [pattern(old, new) for old, new in {**MOVED_ADMIN, **MOVED_INDEX}.items()]
    patterns += [pattern(f"{old}<path:rest>", new) for old, new in MOVED_ADMIN.items()]
    return patterns
