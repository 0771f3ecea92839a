"""The letter about reviews that have opened (W1). The subject is read on locked screens and says nothing of the group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import Collaboration, Review
from core.mail import Letter
from memberships.emails.joining import within_authority


def reviews_letter(collaboration: Collaboration, reviews: Sequence[Review], person: User, opened_on: date) -> Letter:
    return Letter(
        to=person.email,
        subject=_("Something for the agenda of your next meeting"),
        template="memberships/reviews",
        context={
            "name": person.get_short_name(),
            "collaboration": collaboration,
            "reviews": reviews,
            "path": within_authority("collaborations:reviews", collaboration.pk),
        },
        reference=f"reviews-{collaboration.pk}-{opened_on}",
    )
