"""Makes the named cast known to every test."""

from tests.cast import *  # noqa: F403  fixtures
