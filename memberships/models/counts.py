"""How many settings are in a collaboration, and how many collaborations have a leader, on any day: kept ready
for home and map.
"""

from __future__ import annotations

from django.db import models

from collaborations.models import Collaboration
from core.counts import DayCount, KeptCount
from memberships.models.members import LeaderAppointment, Membership
from providers.models import Provider

_MEMBERSHIPS, _LEADERS = Membership._meta.db_table, LeaderAppointment._meta.db_table
_SETTINGS, _GROUPS = Provider._meta.db_table, Collaboration._meta.db_table
_LISTED = "r.unlisted_since IS NULL"
_SPAN, _LEADING = "daterange(m.joined_on, m.left_on)", "daterange(l.starts_on, l.ends_on)"
_EDGES = """
    SELECT {columns}, lower(s.span) AS day, 1 AS change FROM spans s UNION ALL
    SELECT {columns}, upper(s.span), -1 FROM spans s WHERE NOT upper_inf(s.span)"""


class CoveredCount(KeptCount):
    """Changes, from a day on, of the number of settings listed by Ofsted that are in a collaboration, by
    district (null: of none).
    """

    keys = ("district_id", "day")
    truth = f"""
        WITH of_settings AS (
            SELECT m.provider_id, range_agg({_SPAN}) AS stays FROM {_MEMBERSHIPS} m
             WHERE m.authority_id = %(authority)s GROUP BY m.provider_id
        ), spans AS (
            SELECT r.district_id, unnest(o.stays) AS span FROM of_settings o JOIN {_SETTINGS} r ON r.id = o.provider_id
             WHERE r.authority_id = %(authority)s AND {_LISTED}
        ) SELECT e.district_id, e.day, sum(e.change) FROM ({_EDGES.format(columns="s.district_id")}) e
           GROUP BY e.district_id, e.day HAVING sum(e.change) <> 0"""

    district_id = models.BigIntegerField(null=True)
    day = models.DateField()

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "day"], name="memberships_covered_count")]


class LedCount(KeptCount):
    """Changes, from a day on, of the number of collaborations that
    somebody leads, by district (null: of none) and state.
    """

    keys = ("district_id", "state", "day")
    truth = f"""
        WITH of_groups AS (
            SELECT m.collaboration_id, range_agg({_SPAN} * {_LEADING}) AS led
              FROM {_LEADERS} l JOIN {_MEMBERSHIPS} m ON m.id = l.membership_id
             WHERE l.authority_id = %(authority)s AND m.authority_id = %(authority)s GROUP BY m.collaboration_id
        ), spans AS (
            SELECT r.district_id, r.state, unnest(o.led) AS span FROM of_groups o JOIN {_GROUPS} r ON r.id = o.collaboration_id
             WHERE r.authority_id = %(authority)s
        ) SELECT e.district_id, e.state, e.day, sum(e.change) FROM ({_EDGES.format(columns="s.district_id, s.state")}) e
           GROUP BY e.district_id, e.state, e.day HAVING sum(e.change) <> 0"""

    district_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=20)
    day = models.DateField()

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "day"], name="memberships_led_count")]


COVERED = DayCount(
    name="covered_count",
    counts=CoveredCount._meta.db_table,
    columns=("district_id",),
    others=f"""
        SELECT coalesce(range_agg({_SPAN}), '{{}}') FROM {_MEMBERSHIPS} m
         WHERE m.authority_id = touched.authority_id AND m.provider_id = touched.thing AND m.id <> ALL (touched.ids)""",
    facts=f"""
        SELECT r.district_id FROM {_SETTINGS} r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing AND {_LISTED}""",
)
LED = DayCount(
    name="led_count",
    counts=LedCount._meta.db_table,
    columns=("district_id", "state"),
    others=f"""
        SELECT coalesce(range_agg({_SPAN} * {_LEADING}), '{{}}') FROM {_MEMBERSHIPS} m
          JOIN {_LEADERS} l ON l.authority_id = m.authority_id AND l.membership_id = m.id
         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids)""",
    facts=f"""
        SELECT r.district_id, r.state FROM {_GROUPS} r
         WHERE r.authority_id = touched.authority_id AND r.id = touched.thing""",
)
OF_MEMBERSHIPS = f"SELECT m.authority_id, m.provider_id AS thing, m.id, {_SPAN} AS span FROM {{rows}} m"
OF_LEADERS = f"""
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, {_SPAN} * {_LEADING} AS span
      FROM {{rows}} l JOIN {_MEMBERSHIPS} m ON m.authority_id = l.authority_id AND m.id = l.membership_id"""
OF_THEIR_MEMBERSHIPS = f"""
    SELECT m.authority_id, m.collaboration_id AS thing, l.id, {_SPAN} * {_LEADING} AS span
      FROM {{rows}} m JOIN {_LEADERS} l ON l.authority_id = m.authority_id AND l.membership_id = m.id"""

for model, triggers in (
    (
        Membership,
        [*COVERED.span_triggers(OF_MEMBERSHIPS), *LED.span_triggers(OF_THEIR_MEMBERSHIPS, ["update"])],
    ),
    (LeaderAppointment, LED.span_triggers(OF_LEADERS)),
    (Provider, [COVERED.thing_trigger(_LISTED)]),
    (Collaboration, [LED.thing_trigger()]),
):
    for trigger in triggers:
        trigger.register(model)
