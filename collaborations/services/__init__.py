"""What is done about a collaboration itself. Members and leaders are the memberships app's."""

from collaborations.services.describing import change_collaboration, start_collaboration
from collaborations.services.life import Moved, move_collaboration, record_first_meeting, record_terms_adopted

__all__ = [
    "Moved",
    "change_collaboration",
    "move_collaboration",
    "record_first_meeting",
    "record_terms_adopted",
    "start_collaboration",
]
