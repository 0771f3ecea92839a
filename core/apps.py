"""The machinery, and what a process sets up once before it serves anybody (decision 0062)."""

import threading
from functools import lru_cache
from typing import Any

import django.urls
from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate
from django.urls import base as urls
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import trans_real

#: So many words of each language are kept as they were translated. Pages have some thousand.
MAX_WORDS = 8192
#: So many addresses are kept as they were reversed.
MAX_ADDRESSES = 8192
#: What an address is kept by. A word that a template writes out is marked safe; True, which is 1, is not among them.
PLAIN = (str, SafeString, int)
#: Where Django holds the language, the time zone, the addresses and the script prefix of the moment.
OF_THE_MOMENT: tuple[tuple[Any, str], ...] = (
    (trans_real, "_active"),
    (timezone, "_active"),
    (urls, "_prefixes"),
    (urls, "_urlconfs"),
)


class KeptTranslation(trans_real.DjangoTranslation):
    """A language whose words are looked up once: a word that only we know is looked for in six catalogues."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gettext = lru_cache(MAX_WORDS)(super().gettext)  # type: ignore[method-assign]


def hold_in_threads() -> None:
    """Hold what Django knows of the moment in Python's thread locals instead of asgiref's.

    Those serve event loops as well, take a lock and ten times as long, and a page asks them some seven
    hundred times. We are served by threads alone (tests/core/test_set_up_once.py).
    """
    for module, name in OF_THE_MOMENT:
        held = threading.local()
        if hasattr(getattr(module, name), "value"):
            held.value = getattr(module, name).value
        setattr(module, name, held)


_reverse = urls.reverse


def reverse(
    viewname: Any,
    urlconf: Any = None,
    args: Any = None,
    kwargs: Any = None,
    current_app: str | None = None,
    **more: Any,
) -> str:
    """Django's ``reverse``, which takes as long as to read a row: what is named by words and numbers alone is
    reversed once. An address follows from them, the script prefix (the authority) and the table of addresses.
    """
    urlconf = urlconf or urls.get_urlconf() or settings.ROOT_URLCONF
    args, kwargs = tuple(args or ()), tuple((kwargs or {}).items())
    named = (viewname, urlconf, *args, *(value for _name, value in kwargs))
    if more or any(type(each) not in PLAIN for each in named):
        return _reverse(viewname, urlconf, args, dict(kwargs), current_app, **more)
    return _reversed(viewname, urlconf, args, kwargs, current_app, urls.get_script_prefix())


@lru_cache(MAX_ADDRESSES)
def _reversed(viewname: str, urlconf: str, args: Any, kwargs: Any, current_app: Any, prefix: str) -> str:
    return _reverse(viewname, urlconf, args, dict(kwargs), current_app)


class CoreConfig(AppConfig):
    name = "core"

    def __init__(self, *args: Any) -> None:
        """Before any app is ready: the first that translates a word makes its language."""
        super().__init__(*args)
        hold_in_threads()
        trans_real.DjangoTranslation = KeptTranslation  # type: ignore[misc]
        django.urls.reverse = urls.reverse = reverse

    def ready(self) -> None:
        from core import (
            emails,  # noqa: F401  registers the system check
            ordering,  # noqa: F401  registers the order of names
        )
        from core.grants import grant_application_role
        from core.isolation import audit  # noqa: F401  registers the system check

        post_migrate.connect(grant_application_role, sender=self, dispatch_uid="core.grants")
