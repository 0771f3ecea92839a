"""The strict readers of the environment: every setting from outside comes in through here.

A reader takes the name of a variable. Without a ``default`` the variable is required: when it is
missing, empty or malformed, ``WrongEnvironment`` names the variable and says what was expected.
Values are never repeated in an error, because some of them are secrets.
"""

import json
import os
from pathlib import Path
from typing import Any, Final, TypeVar, overload
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

Default = TypeVar("Default")

YES: Final = frozenset({"1", "true", "yes", "on"})
NO: Final = frozenset({"0", "false", "no", "off"})
POSTGRES_SCHEMES: Final = frozenset({"postgres", "postgresql"})


class WrongEnvironment(ImproperlyConfigured):
    """A variable of the environment is missing or says something that cannot be used."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"The environment variable {name} {expected}.")


class _Required:
    """The type of ``REQUIRED``, which tells "no default" apart from a default of ``None``."""


REQUIRED: Final = _Required()


def _raw(name: str, default: object) -> str | None:
    """The variable without surrounding blanks; ``None`` when it is not set and has a default."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if isinstance(default, _Required):
        raise WrongEnvironment(name, "must be set, and it is missing or empty")
    return None


@overload
def text(name: str) -> str: ...
@overload
def text(name: str, default: Default) -> str | Default: ...
def text(name: str, default: Any = REQUIRED) -> Any:
    """Any text."""
    value = _raw(name, default)
    return default if value is None else value


@overload
def flag(name: str) -> bool: ...
@overload
def flag(name: str, default: Default) -> bool | Default: ...
def flag(name: str, default: Any = REQUIRED) -> Any:
    """Yes or no: 1, true, yes, on; or 0, false, no, off."""
    value = _raw(name, default)
    if value is None:
        return default
    if value.lower() in YES:
        return True
    if value.lower() in NO:
        return False
    raise WrongEnvironment(name, "must be 1, true, yes, on, 0, false, no or off")


@overload
def number(name: str) -> int: ...
@overload
def number(name: str, default: Default) -> int | Default: ...
def number(name: str, default: Any = REQUIRED) -> Any:
    """A whole number, not below zero."""
    value = _raw(name, default)
    if value is None:
        return default
    if not (value.isascii() and value.isdigit()):
        raise WrongEnvironment(name, "must be a whole number, zero or more")
    return int(value)


@overload
def list_of(name: str) -> list[str]: ...
@overload
def list_of(name: str, default: Default) -> list[str] | Default: ...
def list_of(name: str, default: Any = REQUIRED) -> Any:
    """Texts between commas, for example host names."""
    value = _raw(name, default)
    if value is None:
        return default
    return [part.strip() for part in value.split(",") if part.strip()]


@overload
def address(name: str, *, schemes: frozenset[str] = ...) -> str: ...
@overload
def address(name: str, default: Default, *, schemes: frozenset[str] = ...) -> str | Default: ...
def address(name: str, default: Any = REQUIRED, *, schemes: frozenset[str] = frozenset()) -> Any:
    """An address with a scheme: ``https://…``, ``redis://…``, ``postgresql://…``."""
    value = _raw(name, default)
    if value is None:
        return default
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        raise WrongEnvironment(name, "must be an address, and it cannot be read as one") from None
    if "://" not in value or not parts.scheme:
        raise WrongEnvironment(name, "must be an address that begins with a scheme and ://")
    if schemes and parts.scheme not in schemes:
        raise WrongEnvironment(name, f"must begin with {' or '.join(sorted(schemes))} and ://")
    return value


def options(name: str) -> dict[str, Any]:
    """Named options as a JSON object: ``{"bucket_name": "papers"}``. None at all when it is not set."""
    value = _raw(name, None)
    try:
        found = json.loads(value or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise WrongEnvironment(name, "must be a JSON object, with names and values in double quotes")
    return found


def files_storage(root: Path) -> dict[str, Any]:
    """Django's entry for ``STORAGES``: the folder ``root``, or the storage class that FILES_STORAGE names."""
    backend = text("FILES_STORAGE", default="")
    if not backend:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": root, "base_url": None},
        }
    if "." not in backend:
        raise WrongEnvironment("FILES_STORAGE", "must be the dotted name of a storage class")
    return {"BACKEND": backend, "OPTIONS": options("FILES_STORAGE_OPTIONS")}


def database(url: str, *, name: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's entry for ``DATABASES`` from a PostgreSQL address; ``name`` is for the error.

    ``host`` and ``port`` may stand in the query, which is how a socket folder is written:
    ``postgresql://eyc_app@/eyc?host=/run/postgresql&port=5432``. What else is in the query
    (``sslmode``, ``connect_timeout``) goes to the driver.
    """
    try:
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
        port = query.pop("port", None) or parts.port or ""
    except ValueError:
        raise WrongEnvironment(name, "must be a PostgreSQL address that can be read") from None
    if parts.scheme not in POSTGRES_SCHEMES:
        raise WrongEnvironment(name, "must begin with postgresql://")
    database_name = unquote(parts.path.lstrip("/"))
    if not database_name:
        raise WrongEnvironment(name, "must name the database after the host")
    return {
        "ENGINE": "core.postgres",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(port),
        "OPTIONS": query,
    }


def scanner(name: str) -> tuple[str, str, int] | None:
    """A virus scanner's socket: ``unix:/path`` or ``tcp:host:port``; None where the variable is not set.

    As kind, path or host, and port (0 for a path).
    """
    value = _raw(name, None)
    if value is None:
        return None
    kind, _, place = value.partition(":")
    if kind == "unix" and place.startswith("/"):
        return kind, place, 0
    host, _, port = place.removeprefix("//").rpartition(":")
    if kind == "tcp" and host and port.isascii() and port.isdigit() and 0 < int(port) < 65_536:
        return kind, host.strip("[]"), int(port)
    raise WrongEnvironment(name, "must be unix:/path or tcp:host:port")
