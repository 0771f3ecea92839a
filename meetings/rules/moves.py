"""Who moves what in `meetings`, and what a move needs: the words of the tables of `core.moves`."""

from __future__ import annotations

from django.db.models import TextChoices


class Actor(TextChoices):
    """Who makes a move. The organiser is the administrator, the chair or a leader of the group; for a meeting
    of the authority, and for the first meeting of a group, an officer.
    """

    ORGANISER = "organiser", "organiser"
    BOOKER = "booker", "whoever booked"
    CLOCK = "clock", "clock"
    ASKING = "asking", "whoever asked for it"
    ASKED = "asked", "whoever is asked"


class Need(TextChoices):
    """What must be there before a move is made."""

    DAY = "day", "its day has come"
    WORDS = "words", "the reason in words"
    ITEMS = "items", "at least one item on the agenda"
    CHANGES = "changes", "something changed since papers were sent"
    NOBODY_CAME = "nobody_came", "nobody is marked as having come"
    HELD = "held", "the meeting was held"
    TEXT = "text", "something is written"
    LATER_MEETING = "later_meeting", "a later meeting has begun"
    NOBODY_STANDS = "nobody_stands", "nobody accepted a nomination"
    UNOPPOSED = "unopposed", "no more candidates than posts"
    CONTESTED = "contested", "more candidates than posts"
    WON = "won", "the votes decide"
    TIED = "tied", "the votes are equal"
    NO_VOTES = "no_votes", "nobody was voted for"
    LOT = "lot", "the result of the lot"
