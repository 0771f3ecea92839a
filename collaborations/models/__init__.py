from collaborations.models.collaboration import Collaboration, CollaborationGrant
from collaborations.models.life import FirstMeeting, Lineage, StateChange

__all__ = ["Collaboration", "CollaborationGrant", "FirstMeeting", "Lineage", "StateChange"]
