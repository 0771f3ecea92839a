"""The judgement that counts and what the leading policy makes of it, for the rows of a list."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ofsted.rules.policy import Decision, Verdict, decide
from ofsted.selectors.register import in_words
from ofsted.selectors.standing import relevant_judgements, table_in_force


def judged_in_words(provider_ids: Collection[int], *, on: date) -> dict[int, tuple[str, Decision]]:
    """Of each setting the judgement that counts on a day in words, and the policy's decision (O4, O5).

    Four queries whatever their number.
    """
    policy = table_in_force(on)
    return {
        provider_id: (in_words(judged.relevant), decide(policy, judged.relevant))
        for provider_id, judged in relevant_judgements(provider_ids, on=on).items()
    }


def verdicts_today(provider_ids: Collection[int], *, on: date) -> dict[int, Verdict]:
    """What the policy in force says of each setting on a day: not at appointment, today (P20)."""
    found = judged_in_words(set(provider_ids), on=on)
    return {provider_id: decision.verdict for provider_id, (_words, decision) in found.items()}
