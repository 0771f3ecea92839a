"""The pages of leadership cases and of support. Whoever may not see a case is told that it does not exist (404), not that it is forbidden."""

from leadership.views.cases import CaseList, CasePage
from leadership.views.referrals import FollowUp, Refer, ReferralPage, Referrals, TakeBackReferral
from leadership.views.steps import AssignCase, CloseCase, PublishOutcome, RecordOutcome, ShareCase, UnshareCase
from leadership.views.support import (
    AnswerRequest,
    AskSupport,
    CancelVisit,
    FinishRequest,
    RequestPage,
    SupportList,
    SupportOfGroup,
    WithdrawRequest,
)

__all__ = [
    "AnswerRequest",
    "AskSupport",
    "AssignCase",
    "CancelVisit",
    "CaseList",
    "CasePage",
    "CloseCase",
    "FinishRequest",
    "FollowUp",
    "PublishOutcome",
    "RecordOutcome",
    "Refer",
    "ReferralPage",
    "Referrals",
    "RequestPage",
    "ShareCase",
    "SupportList",
    "SupportOfGroup",
    "TakeBackReferral",
    "UnshareCase",
    "WithdrawRequest",
]
