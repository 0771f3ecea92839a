"""What the pages of a collaboration, a setting and a person show of members, people and offices.

Found here at the start (``portal.apps``).
"""

from memberships.blocks import collaboration, people  # noqa: F401
