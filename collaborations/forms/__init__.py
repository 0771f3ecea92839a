"""Forms about a collaboration itself, split by noun."""

from collaborations.forms.groups import CollaborationForm, EnquiryForm, StartForm

__all__ = [
    "CollaborationForm",
    "EnquiryForm",
    "StartForm",
]
