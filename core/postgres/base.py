"""Our database engine:

Django's for PostgreSQL, with the one thing it may not take for granted here (decision 0015), and plans that
are kept (decision 0062).
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base, features

from core.postgres.plans import PlanningConnection, PlanningCursor


class DatabaseFeatures(features.DatabaseFeatures):
    #: The primary key in the database is ``(authority_id, id)``: ``GROUP BY id`` alone does not determine the
    #: other columns.
    allows_group_by_selected_pks = False


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures

    def get_connection_params(self) -> dict[str, Any]:
        factories = {"connection_factory": PlanningConnection, "cursor_factory": PlanningCursor}
        return {**super().get_connection_params(), **factories}
