"""How many leadership cases are open, kept ready for the home page and the list."""

from __future__ import annotations

from django.db import models

from core.counts import KeptCount, RowCount
from leadership.models.cases import LeadershipCase

OPEN = "r.closed_at IS NULL"
_BY = {"assigned_to_id": "r.assigned_to_id", "finds_nothing": "r.nothing_found_since IS NOT NULL"}


class OpenCaseCount(KeptCount):
    """Changes of the number of open cases, by the person assigned (null: nobody) and by whether the check finds nothing any more."""

    keys = ("assigned_to_id", "finds_nothing")
    truth = f"""
        SELECT {", ".join(_BY.values())}, count(*) FROM {LeadershipCase._meta.db_table} r
         WHERE r.authority_id = %(authority)s AND {OPEN} GROUP BY 1, 2"""

    assigned_to_id = models.BigIntegerField(null=True)
    finds_nothing = models.BooleanField()

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "assigned_to_id"], name="leadership_open_count")]


for trigger in RowCount("open_count", OpenCaseCount._meta.db_table, _BY, OPEN).triggers():
    trigger.register(LeadershipCase)
