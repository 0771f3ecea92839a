"""Reads about inspections, the leading policy and loads of Ofsted's file (``ofsted.selectors.imports``)."""

from ofsted.selectors.standing import (
    JudgedSetting,
    leading_decision,
    policy_draft,
    policy_in_force,
    relevant_judgements,
    table_in_force,
    table_of,
)

__all__ = [
    "JudgedSetting",
    "leading_decision",
    "policy_draft",
    "policy_in_force",
    "relevant_judgements",
    "table_in_force",
    "table_of",
]
