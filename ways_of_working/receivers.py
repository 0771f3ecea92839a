"""News from below (docs/events.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.signals import terms_adopted
from ways_of_working.services.reviews import settle_terms_review


@receiver(terms_adopted, dispatch_uid="ways_of_working.terms_adopted")
def settle_review_after_adoption(
    sender: Any, *, collaboration: Collaboration, on: date, by: User, **kwargs: Any
) -> None:
    settle_terms_review(collaboration=collaboration, on=on, by=by)
