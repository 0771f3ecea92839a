"""What is done about leaders' eligibility, leadership cases, referrals and requests for support."""

from leadership.services.cases import assign_case, close_case, record_reading, share_case, unshare_case
from leadership.services.eligibility import review_leaders
from leadership.services.outcomes import publish_outcome, record_outcome
from leadership.services.referrals import Referred, follow_up, refer, take_back_referral
from leadership.services.support import accept_request, ask_support, decline_request, finish_request, withdraw_request

__all__ = [
    "Referred",
    "accept_request",
    "ask_support",
    "assign_case",
    "close_case",
    "decline_request",
    "finish_request",
    "follow_up",
    "publish_outcome",
    "record_outcome",
    "record_reading",
    "refer",
    "review_leaders",
    "share_case",
    "take_back_referral",
    "unshare_case",
    "withdraw_request",
]
