"""News from below (docs/events.md)."""

from __future__ import annotations

import logging
from typing import Any

from django.dispatch import receiver

from core.scoping import authority_scope
from documents.services.outbox import enqueue
from ofsted.signals import judgements_changed

log = logging.getLogger(__name__)


@receiver(judgements_changed, dispatch_uid="leadership.judgements_changed")
def check_leaders_after(
    sender: Any, *, authority_id: int, run_id: int | None = None, policy_id: int | None = None, **kwargs: Any
) -> None:
    """One check for each load of Ofsted's file and each version of the
    leading policy, however often the news comes.

    The news comes after the commit of the cause, which stands whatever happens here: the nightly check comes
    all the same.
    """

    slot = f"policy-{policy_id}" if run_id is None else f"import-{run_id}"
    try:
        with authority_scope(authority_id):
            enqueue("leadership.check_leaders", slot=slot)
    except Exception:
        # The cause is committed and stands: a broker that is away must not turn it into an error page.
        log.exception("the check of leaders after %s could not be asked for", slot)
