"""Letters about attendance (C7)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.rules.terms import Clause, Source
from core.mail import Letter
from core.wording import date_in_words
from memberships.models import Membership


def at_risk_letter(person: User, *, membership: Membership, threshold: int, source: Source | None, own: bool) -> Letter:
    """To a manager of the member (``own``) or to a leader: what was counted, what it is measured by, and that the group decides."""
    return Letter(
        to=person.email,
        subject=_("Meetings of your collaboration"),
        template="memberships/at_risk",
        context={
            "name": person.get_short_name(),
            "own": own,
            "setting": str(membership.provider),
            "collaboration": str(membership.collaboration),
            "held": membership.meetings_held,
            "attended": membership.meetings_attended,
            "threshold": threshold,
            "is_agreed": isinstance(source, Clause),
            "source": source.reason.in_words(_) if source else "",
        },
        reference=f"at-risk-{membership.pk}-{date_in_words(membership.at_risk_since)}",
    )
