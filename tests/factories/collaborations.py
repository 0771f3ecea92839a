"""Collaborations for tests. Rows are made in the authority in scope."""

from __future__ import annotations

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from collaborations.models import Collaboration, CollaborationGrant


class CollaborationFactory(DjangoModelFactory[Collaboration]):
    class Meta:
        model = Collaboration

    name = factory.Sequence(lambda number: f"Riverside {number}")
    started_on = date(2023, 9, 1)


class CollaborationGrantFactory(DjangoModelFactory[CollaborationGrant]):
    """``user`` is to be given: people are not this app's."""

    class Meta:
        model = CollaborationGrant

    content_object = factory.SubFactory(CollaborationFactory)
    starts_on = date(2025, 1, 1)

    @factory.lazy_attribute
    def permission(self) -> Any:
        from django.contrib.auth.models import Permission

        return Permission.objects.get(content_type__app_label="collaborations", codename="view_collaboration")
