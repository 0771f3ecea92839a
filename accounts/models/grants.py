"""Base of guardian's permission rows on single objects: with an authority, and with dates."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager
from guardian.managers import UserObjectPermissionManager
from guardian.models import UserObjectPermissionBase

from accounts.models.people import holds_on
from core.models import AuthorityOwned


class TodaysGrants(UserObjectPermissionManager):
    """Only rows that hold today: a right ends on its date even if no job runs."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(holds_on(timezone.localdate()))


class DatedGrant(AuthorityOwned, UserObjectPermissionBase):
    """A right on one object between two dates. ``is_exceptional`` rows were given by hand; all others are derived from appointments."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_exceptional = models.BooleanField(default=False)

    objects = ScopedManager(authority="authority_id", _manager_class=TodaysGrants)
    all_dates = ScopedManager(authority="authority_id")

    class Meta(AuthorityOwned.Meta):
        abstract = True
        base_manager_name = "all_dates"
        default_manager_name = "objects"
