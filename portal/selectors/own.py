"""The groups and settings that are a person's own, for the head of every page."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.selectors import collaborations_of, with_run_by
from core.prepared import prepared
from memberships.selectors.people import settings_of
from providers.models import Provider


def own_groups(*, user: User, on: date) -> list[Collaboration]:
    """The collaborations that a person belongs to on a day, by name, each with ``is_run``."""
    return _groups(user=user, on=on)


def own_settings(*, user: User, on: date) -> list[Provider]:
    """The settings where a person works on a day, by name, each with ``is_managed``."""
    return _settings(user=user, on=on)


@prepared
def _groups(user: User, on: date) -> QuerySet[Collaboration]:
    return with_run_by(collaborations_of(user, on=on), user, on=on)


@prepared
def _settings(user: User, on: date) -> QuerySet[Provider]:
    return settings_of(user, on=on)
