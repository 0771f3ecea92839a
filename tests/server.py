"""The tests' private PostgreSQL, started when the first test needs
it: a session without such tests starts none.
"""

from __future__ import annotations

import os

import pytest
from django.db import connections

from config import environment
from config.local.sessions import take_seat
from config.test_settings import LOCAL


def start() -> None:
    """Start the server and point the settings at it, unless one is named in the environment already.

    The workers of xdist find the address in the environment of the process that started them.
    """
    if os.environ.get("DATABASE_OWNER_URL"):
        return
    seat = take_seat(LOCAL / "test-postgres")
    os.environ.update(
        DATABASE_OWNER_URL=seat.owner_url, DATABASE_URL=seat.owner_url, TEST_DATABASE=seat.database
    )
    place = environment.database(seat.owner_url)
    settings = connections["default"].settings_dict
    settings.update({name: place[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")})
    settings["TEST"]["NAME"] = seat.database


def is_private() -> bool:
    """Whether the server is the tests' own, where databases may be kept for later sessions."""
    return bool(os.environ.get("TEST_DATABASE"))


def start_for_workers(config: pytest.Config) -> None:
    """Where workers are to run database tests, the process that starts
    them starts the server, and stops it at the end.
    """
    has_workers = bool(config.getoption("numprocesses", None)) and not hasattr(config, "workerinput")
    if has_workers and config.getoption("markexpr") != "pure" and not config.getoption("collectonly"):
        start()
