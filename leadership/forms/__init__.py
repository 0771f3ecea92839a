"""Forms of leadership cases and of support."""

from leadership.forms.cases import CloseForm, OutcomeForm, PersonForm, PublicationForm
from leadership.forms.support import AnswerForm, AskForm, DeclineForm, FollowUpForm, ReferForm

__all__ = [
    "AnswerForm",
    "AskForm",
    "CloseForm",
    "DeclineForm",
    "FollowUpForm",
    "OutcomeForm",
    "PersonForm",
    "PublicationForm",
    "ReferForm",
]
