"""Whom one can write to in groups and settings. Pure: no database, no clock."""

from __future__ import annotations

from enum import StrEnum


class Whom(StrEnum):
    """The people of some groups, or of some settings."""

    LEADERS = "leaders"
    CHAIRS = "chairs"
    ADMINISTRATORS = "administrators"
    MANAGERS = "managers"
    #: Whoever works at a setting and can sign in.
    EVERYBODY = "everybody"


#: What people at settings are, in a group or in none.
AT_SETTINGS = frozenset({Whom.MANAGERS, Whom.EVERYBODY})
