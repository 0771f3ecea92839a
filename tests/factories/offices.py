"""Rows of the stage: offices, a concern and a link that confirms that staff know."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from accounts.models import User
from accounts.services.links import make_link
from memberships.selectors.staff_told import STAFF_TOLD
from tests.factories.memberships import ConductConcernFactory, MembershipFactory, OfficeHolderFactory


def office_rows(membership: Any, people: dict[str, User], at: datetime) -> dict[str, models.Model]:
    """The leader is the safeguarding contact and will be chair for a month; the member has raised a concern
    about a third setting.
    """
    today = timezone.localdate(at)
    later = {"starts_on": today + timedelta(days=30), "ends_on": today + timedelta(days=60)}
    concerned = MembershipFactory(collaboration=membership.collaboration)
    leader = people["leader"]
    return {
        "office": OfficeHolderFactory(
            user=leader, membership=membership, office="safeguarding", ends_on=today + timedelta(days=10)
        ),
        "office to come": OfficeHolderFactory(user=leader, membership=membership, **later),
        "concern": ConductConcernFactory(about=concerned, raised_by=people["member"]),
        "staff told link": make_link(
            purpose=STAFF_TOLD, about_id=membership.pk, email=leader.email, user=leader, at=at
        ),
    }
