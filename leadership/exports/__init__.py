"""What leaves as a sheet. Cases are in no export."""

from leadership.exports.policy import PolicyChanges
from leadership.exports.support import Referrals, SupportRequests

__all__ = ["PolicyChanges", "Referrals", "SupportRequests"]
