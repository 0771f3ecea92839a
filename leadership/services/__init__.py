"""What is done about leaders' eligibility and leadership cases."""

from leadership.services.cases import assign_case, close_case, record_reading, share_case, unshare_case
from leadership.services.eligibility import review_leaders
from leadership.services.outcomes import publish_outcome, record_outcome

__all__ = [
    "assign_case",
    "close_case",
    "publish_outcome",
    "record_outcome",
    "record_reading",
    "review_leaders",
    "share_case",
    "unshare_case",
]
