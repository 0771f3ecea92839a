"""The groups and settings that are a person's own, for the head of every page."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.selectors import collaborations_of, with_run_by
from memberships.selectors.people import settings_of
from providers.models import Provider


def own_groups(*, user: User, on: date) -> list[Collaboration]:
    """The collaborations that a person belongs to on a day, by name, each with ``is_run``."""
    return list(with_run_by(collaborations_of(user, on=on), user, on=on))


def own_settings(*, user: User, on: date) -> list[Provider]:
    """The settings where a person works on a day, by name, each with ``is_managed``."""
    return list(settings_of(user, on=on))
