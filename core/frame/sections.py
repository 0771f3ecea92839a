"""The things that have a section of pages of their own: tabs, blocks and lines are contributed to each."""

from enum import StrEnum


class Section(StrEnum):
    """The three objects that people live in (decision 0042)."""

    COLLABORATION = "collaboration"
    SETTING = "setting"
    PERSON = "person"
