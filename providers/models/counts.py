"""How many settings Ofsted lists, by district, kept ready for the home page and the map."""

from __future__ import annotations

from django.db import models

from core.counts import KeptCount, RowCount
from providers.models.provider import Provider

LISTED = "r.unlisted_since IS NULL"


class ListedCount(KeptCount):
    """Changes of the number of settings that Ofsted lists, by district (null: of none)."""

    keys = ("district_id",)
    truth = f"""
        SELECT r.district_id, count(*) FROM {Provider._meta.db_table} r
         WHERE r.authority_id = %(authority)s AND {LISTED} GROUP BY r.district_id"""

    district_id = models.BigIntegerField(null=True)

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "district_id"], name="providers_listed_count")]


for trigger in RowCount("listed_count", ListedCount._meta.db_table, {"district_id": "r.district_id"}, LISTED).triggers():
    trigger.register(Provider)
