"""Records about collaborations in the browser admin, split by noun."""

from collaborations.admin.groups import CollaborationAdmin, DistrictFilter, KindFilter, StateFilter
from collaborations.admin.templates import TermsTemplateAdmin

__all__ = [
    "CollaborationAdmin",
    "DistrictFilter",
    "KindFilter",
    "StateFilter",
    "TermsTemplateAdmin",
]
