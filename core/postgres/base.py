"""Our database engine:

Django's for PostgreSQL, with the one thing it may not take for granted here (decision 0015).
"""

from __future__ import annotations

from django.db.backends.postgresql import base, features


class DatabaseFeatures(features.DatabaseFeatures):
    #: The primary key in the database is ``(authority_id, id)``: ``GROUP BY id`` alone does not determine the
    #: other columns.
    allows_group_by_selected_pks = False


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures
