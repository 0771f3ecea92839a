"""Letters about leadership. Subjects are neutral: a subject is read on locked screens."""

from leadership.emails.cases import new_task_letter
from leadership.emails.support import (
    referral_letter_to_leader,
    referral_letter_to_manager,
    request_letter_to_group,
    request_letter_to_officer,
    request_letter_to_team,
)

__all__ = [
    "new_task_letter",
    "referral_letter_to_leader",
    "referral_letter_to_manager",
    "request_letter_to_group",
    "request_letter_to_officer",
    "request_letter_to_team",
]
