"""Upward news of Ofsted's judgements (docs/events.md): ids only, sent
after the transaction that changed them has committed.
"""

from __future__ import annotations

from django.dispatch import Signal

#: What settings are judged, or how the leading policy reads it, has changed. Sent with ``authority_id`` and
#: the id of the cause: ``run_id`` of a load of Ofsted's file, or ``policy_id`` of a version that has come
#: into force.
judgements_changed = Signal()
