"""What is done about a collaboration itself. Members and leaders are the memberships app's."""

from collaborations.rules import ADOPTING
from collaborations.services.describing import change_collaboration, start_collaboration
from collaborations.services.districts import set_district
from collaborations.services.life import MEETING, Moved, move_collaboration, record_first_meeting, record_terms_adopted

__all__ = [
    "ADOPTING",
    "MEETING",
    "Moved",
    "change_collaboration",
    "move_collaboration",
    "record_first_meeting",
    "record_terms_adopted",
    "set_district",
    "start_collaboration",
]
