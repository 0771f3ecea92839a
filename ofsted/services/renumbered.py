"""Settings that a load would unlist while it adds what seems to be the same one under another number (O7).

A URN that was damaged into another valid one looks like that; so does a setting that was registered anew
(O2). Either way a person looks first.
"""

from __future__ import annotations

from typing import Final

from django.db import connection

from ofsted.services.asserting import Assertion
from ofsted.services.matching import for_kind


def _squashed(column: str) -> str:
    """A text by its letters and digits alone."""
    return f"regexp_replace(lower({column}), '[^[:alnum:]]+', '', 'g')"


#: By its name and postcode, or by its name and the first line of its address; or by the number of an
#: inspection, which of two settings only one can have had. What is held back is nothing to compare.
RENUMBERED_SQL: Final = f"""
    WITH gone AS MATERIALIZED (
        SELECT g.urn, p.id, {_squashed("p.name")} AS name, {_squashed("p.postcode")} AS postcode,
               {_squashed("p.address_line_1")} AS address
          FROM ofsted_stagedgone g
          JOIN providers_provider p ON p.authority_id = %(authority)s AND p.urn = g.urn
         WHERE g.authority_id = %(authority)s
    ), added AS MATERIALIZED (
        SELECT s.urn, {_squashed("s.name")} AS name, {_squashed("s.postcode")} AS postcode,
               {_squashed("s.address_line_1")} AS address
          FROM ofsted_stagedsetting s
         WHERE s.authority_id = %(authority)s
           AND NOT EXISTS (SELECT FROM providers_provider p
                            WHERE p.authority_id = %(authority)s AND p.urn = s.urn AND p.urn <> '')
    )
    SELECT gone.urn, added.urn
      FROM gone JOIN added ON added.name = gone.name AND added.postcode = gone.postcode
     WHERE gone.name <> '' AND gone.postcode <> ''
     UNION
    SELECT gone.urn, added.urn FROM gone JOIN added ON added.name = gone.name AND added.address = gone.address
     WHERE gone.name <> '' AND gone.address <> ''
     UNION
    SELECT gone.urn, added.urn
      FROM gone
      JOIN ofsted_inspection i ON i.authority_id = %(authority)s AND i.provider_id = gone.id
           AND i.inspection_number <> '' AND i.ruled_out_on IS NULL
      JOIN ofsted_stagedinspection n ON n.authority_id = %(authority)s AND n.regime = i.regime
           AND n.inspection_number = i.inspection_number
      JOIN added ON added.urn = n.urn
     ORDER BY 1, 2
"""


def renumbered(assertion: Assertion) -> list[tuple[str, str]]:
    """The number of each setting that is gone beside that of a new one that seems to be it, of the staged
    rows.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            for_kind(RENUMBERED_SQL, assertion.kind), {"authority": assertion.parameters()["authority"]}
        )
        return [(gone, new) for gone, new in cursor.fetchall()]
