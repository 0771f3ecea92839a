"""How many collaborations there are, by district and state, kept ready for lists, the map and the public page."""

from __future__ import annotations

from django.db import models

from collaborations.models.collaboration import Collaboration
from core.counts import KeptCount, RowCount


class CollaborationCount(KeptCount):
    """Changes of the number of collaborations, by district (null: of none) and state."""

    keys = ("district_id", "state")
    truth = f"""
        SELECT r.district_id, r.state, count(*) FROM {Collaboration._meta.db_table} r
         WHERE r.authority_id = %(authority)s GROUP BY r.district_id, r.state"""

    district_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=20)

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "district_id"], name="collaborations_count")]


_BY = {"district_id": "r.district_id", "state": "r.state"}
for trigger in RowCount("count", CollaborationCount._meta.db_table, _BY).triggers():
    trigger.register(Collaboration)
