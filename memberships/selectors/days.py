"""Conditions: which rows hold on a day, or later."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from accounts.models import holds_on


def is_member_on(day: date) -> Q:
    """Rows of Membership that hold on a day."""
    return Q(joined_on__lte=day) & not_left_by(day)


def not_left_by(day: date) -> Q:
    """Rows of Membership that hold on a day or begin later."""
    return Q(left_on__isnull=True) | Q(left_on__gt=day)


def not_ended_by(day: date) -> Q:
    """The same for roles and leaders."""
    return Q(ends_on__isnull=True) | Q(ends_on__gt=day)


def leads_on(day: date) -> Q:
    """Rows of LeaderAppointment that hold on a day, the membership included."""
    member = Q(membership__joined_on__lte=day) & (
        Q(membership__left_on__isnull=True) | Q(membership__left_on__gt=day)
    )
    return holds_on(day) & member
