"""The search column of the register, after a load has changed what it is made of."""

from __future__ import annotations

from typing import Any

from django.db import connection

from core.scoping import current_authority_id
from providers.models import Provider
from providers.rules.register import setting_search_text

REFRESH_SQL = """
    UPDATE providers_provider p SET search_text = found.text FROM unnest(%(ids)s::bigint[], %(texts)s::text[]) found (id, text)
     WHERE p.authority_id = %(authority)s AND p.id = found.id"""


def refresh_search_text(changed: list[tuple[int, str, str, str, str, str]]) -> None:
    """The search column of settings whose name, postcode or type the
    file changed, from what the register now holds.
    """
    texts = []
    for pk, urn, name, postcode, kind, until_now in changed:
        is_home = kind in Provider.DOMESTIC_TYPES
        text = setting_search_text(name=name, urn=urn, postcode=postcode, is_home=is_home)
        if text != until_now:
            texts.append((text, pk))
    if not texts:
        return
    facts: dict[str, Any] = {
        "authority": current_authority_id(),
        "texts": [text for text, _ in texts],
        "ids": [pk for _, pk in texts],
    }
    with connection.cursor() as cursor:
        cursor.execute(REFRESH_SQL, facts)
