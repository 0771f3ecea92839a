from leadership.models.cases import CaseGrant, LeadershipCase, Sweep, UnpublishedOutcome
from leadership.models.counts import OpenCaseCount
from leadership.models.support import Referral, SupportRequest

__all__ = ["CaseGrant", "LeadershipCase", "OpenCaseCount", "Referral", "SupportRequest", "Sweep", "UnpublishedOutcome"]
