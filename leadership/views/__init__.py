"""The pages of leadership cases. Whoever may not see a case is told that it does not exist (404), not that it is forbidden."""

from leadership.views.cases import CaseList, CasePage
from leadership.views.steps import AssignCase, CloseCase, PublishOutcome, RecordOutcome, ShareCase, UnshareCase

__all__ = [
    "AssignCase",
    "CaseList",
    "CasePage",
    "CloseCase",
    "PublishOutcome",
    "RecordOutcome",
    "ShareCase",
    "UnshareCase",
]
