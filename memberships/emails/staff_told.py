"""Letters about the yearly confirmation that staff know of the membership (C9)."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from core.mail import Letter
from memberships.models import Membership


def staff_told_letter(person: User, *, membership: Membership, link: TaskLink, authority: Authority) -> Letter:
    """A reminder with the link that opens this one task."""
    root = f"{settings.BASE_URL.rstrip('/')}/{authority.slug}/collaborations"
    return Letter(
        to=person.email,
        subject=_("Do your staff know of your collaboration?"),
        template="memberships/staff_told",
        context={
            "name": person.get_short_name(),
            "setting": str(membership.provider),
            "collaboration": str(membership.collaboration),
            "address": f"{root}/staff-told/{token_of(link)}/",
            "summary_address": f"{root}/{membership.collaboration_id}/summary/",
            "expires_on": link.expires_at,
        },
        reference=f"staff-told-{link.pk}",
    )
