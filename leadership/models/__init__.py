from leadership.models.cases import CaseGrant, LeadershipCase, Sweep, UnpublishedOutcome
from leadership.models.support import Referral, SupportRequest

__all__ = ["CaseGrant", "LeadershipCase", "Referral", "SupportRequest", "Sweep", "UnpublishedOutcome"]
