from collaborations.models.collaboration import Collaboration, CollaborationGrant
from collaborations.models.counts import CollaborationCount
from collaborations.models.development import DevelopmentPlan, Objective, PlanAction, Review
from collaborations.models.library import DocumentOpening, DocumentReader, DocumentVersion, GroupDocument
from collaborations.models.life import FirstMeeting, Lineage, StateChange
from collaborations.models.terms import TermsSection, TermsTemplate, WaysOfWorking

__all__ = [
    "Collaboration",
    "CollaborationCount",
    "CollaborationGrant",
    "DevelopmentPlan",
    "DocumentOpening",
    "DocumentReader",
    "DocumentVersion",
    "FirstMeeting",
    "GroupDocument",
    "Lineage",
    "Objective",
    "PlanAction",
    "Review",
    "StateChange",
    "TermsSection",
    "TermsTemplate",
    "WaysOfWorking",
]
