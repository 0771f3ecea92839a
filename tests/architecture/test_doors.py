"""Every door is in the map: role × address × own or foreign authority, made from the URL configuration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.admin import AdminSite
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import User

AUTHORITY_URLS = "config.authority_urls"
OTHERS_DOORS = ("accounts/", "admin/")


def doors(patterns: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from doors(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern.callback


def all_doors() -> list[tuple[str, Any]]:
    return list(doors(get_resolver(AUTHORITY_URLS).url_patterns))


def our_doors() -> list[tuple[str, Any]]:
    return [(route, view) for route, view in all_doors() if not route.startswith(OTHERS_DOORS)]


def address_of(route: str) -> str:
    """An address for a route: numbers that no row has, words that nothing is called."""
    import re

    filled = re.sub(r"<int:\w+>", "987654321", route)
    filled = re.sub(r"<(slug|str):\w+>", "nothing", filled)
    return re.sub(r"<path:\w+>", "987654321", filled).replace("^", "").replace("$", "")


@pytest.mark.parametrize(("route", "view"), our_doors(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_view_says_who_may_open_it(route: str, view: Any) -> None:
    view_class = getattr(view, "view_class", None)
    assert view_class is not None, f"{route} is not a class-based view"
    said = [bool(getattr(view_class, name, False)) for name in ("permission", "signed_in", "public")]
    assert sum(said) == 1, f"{route}: {view_class.__name__} must name exactly one of permission, signed_in, public"


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "view"), our_doors(), ids=lambda value: value if isinstance(value, str) else "")
def test_who_gets_in(
    route: str, view: Any, larkshire: Any, marlshire: Any, amina: User, maya: User, fred: User, quinn: User, sam: User, otto: User,
    browse: Callable[[User | None], Client],
) -> None:  # fmt: skip
    address = address_of(route)
    view_class = view.view_class
    get = "get" in [name.lower() for name in view_class.http_method_names] and hasattr(view_class, "get")

    def ask(user: User | None, slug: str) -> int:
        client = browse(user)
        return (client.get if get else client.post)(f"/{slug}/{address}").status_code

    # The other authority does not exist, whoever asks.
    assert ask(otto, "larkshire") == 404
    assert ask(amina, "marlshire") == 404
    anonymous = ask(None, "larkshire")
    assert anonymous in ({200, 404} if getattr(view_class, "public", False) else {302, 404}), anonymous
    permission = getattr(view_class, "permission", "")
    if not permission:
        return
    for person in (amina, maya, fred, quinn, sam):
        status = ask(person, "larkshire")
        with_right = _holds(person, larkshire, permission)
        allowed = {200, 302, 404} if with_right else {403, 404}
        assert status in allowed, f"{person}: {status}"


def _holds(person: User, authority: Any, permission: str) -> bool:
    from core.scoping import authority_scope

    fresh = User.objects.get(pk=person.pk)
    with authority_scope(authority):
        return fresh.has_perm(permission)


def admin_lists() -> list[str]:
    from django.contrib import admin

    site: AdminSite = admin.site
    return [f"{model._meta.app_label}/{model._meta.model_name}" for model in site._registry]


@pytest.mark.django_db
@pytest.mark.parametrize("where", admin_lists())
def test_who_gets_into_the_admin(
    where: str, larkshire: Any, marlshire: Any, amina: User, sam: User, otto: User, browse: Callable[[User | None], Client]
) -> None:
    for page in (f"/larkshire/admin/{where}/", f"/larkshire/admin/{where}/987654321/change/"):
        assert browse(otto).get(page).status_code == 404
        assert browse(sam).get(page).status_code == 403
        assert browse(None).get(page).status_code == 302
    assert browse(amina).get(f"/larkshire/admin/{where}/").status_code in (200, 403)
    assert browse(amina).get(f"/larkshire/admin/{where}/987654321/change/").status_code in (302, 403, 404)
