"""The navigation of the page's head: what this person may open, in the order of the day's work."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    is_current: bool


#: (label, name of the address, permission or None for everybody who is signed in)
ENTRIES = (
    (_("Home"), "home", None),
    (_("Settings"), "admin:providers_provider_changelist", Permission.VIEW_SETTINGS),
    (_("Collaborations"), "collaborations:list", Permission.VIEW_COLLABORATIONS),
    (_("Staff returns"), "provision:returns", Permission.VIEW_RETURNS),
    (_("Ofsted's file"), "ofsted:imports", Permission.VIEW_IMPORTS),
    (_("Support"), "support:support", Permission.VIEW_SUPPORT),
    (_("Leadership cases"), "leadership:cases", Permission.WORK_ON_CASES),
    (_("Exports"), "exchange:exports", Permission.EXPORT),
    (_("Audit log"), "audit:entries", Permission.VIEW_AUDIT),
    (_("Admin"), "admin:index", Permission.USE_ADMIN),
)

#: Pages elsewhere that belong to an entry all the same.
BELONGS = {"support:support": ("support:referrals",), "provision:returns": ("provision:periods",)}
EXACT = frozenset({"home", "admin:index"})


def navigation_for(request: HttpRequest) -> list[Link]:
    """Links for the head of the page; none outside an authority or before sign-in."""
    user = getattr(request, "user", None)
    if getattr(request, "authority", None) is None or user is None or not user.is_authenticated:
        return []
    current = entry_of(request.path)
    return [
        Link(str(label), reverse(name), name == current)
        for label, name, permission in ENTRIES
        if permission is None or user.has_perm(permission)
    ]


def entry_of(path: str) -> str:
    """The entry that a page belongs to: the one whose address is
    the longest part of the page's; "" for none.
    """
    found = {"": ""}
    for _label, name, _permission in ENTRIES:
        for page in (name, *BELONGS.get(name, ())):
            url = reverse(page)
            if path == url or (name not in EXACT and path.startswith(url)):
                found[url] = name
    return found[max(found, key=len)]
