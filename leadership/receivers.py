"""News from below (docs/events.md)."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from core.tasks import HEADER
from ofsted.signals import judgements_changed


@receiver(judgements_changed, dispatch_uid="leadership.judgements_changed")
def check_leaders_after(sender: Any, *, authority_id: int, run_id: int | None = None, policy_id: int | None = None, **kwargs: Any) -> None:
    """One check for each load of Ofsted's file and each version of the leading policy, however often the news comes."""
    from leadership.tasks import check_leaders

    slot = f"policy-{policy_id}" if run_id is None else f"import-{run_id}"
    check_leaders.apply_async(kwargs={"slot": slot}, headers={HEADER: authority_id})
