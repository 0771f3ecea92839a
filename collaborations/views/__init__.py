"""Pages about a collaboration itself, split by noun. Those with its members are in the memberships app."""

from collaborations.views.groups import ChangeCollaboration, StartCollaboration

__all__ = [
    "ChangeCollaboration",
    "StartCollaboration",
]
