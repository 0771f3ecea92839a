"""Makes the named cast and their groups known to every test."""

from tests.cast import *  # noqa: F403  fixtures
from tests.groups import *  # noqa: F403  fixtures
