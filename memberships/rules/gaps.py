"""What an officer sees missing in a collaboration at a glance: advice and facts, in words.

Nothing is blocked by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_noop

from collaborations.rules import LED, State
from core.reasons import Reason
from memberships.rules.size import size_advice


def gaps_of(
    state: State, *, members: int, leaders: int, silent: int, optimum: int | None = None
) -> Iterator[Reason]:
    """Gaps of a collaboration by the number of its members, its leaders
    and its members from which nobody can sign in.

    A closed one lacks nothing; a leader is missed only where there should be one (C1). ``optimum``: the size
    above which its members talk about dividing.
    """
    if state is State.CLOSED:
        return
    if leaders == 0 and state in LED:
        yield Reason("L1", gettext_noop("No leader"))
    if leaders == 1:
        yield Reason("L1", gettext_noop("One person leads alone"))
    if silent == 1:
        yield Reason("C5", gettext_noop("Nobody from one setting can sign in"))
    if silent > 1:
        yield Reason("C5", gettext_noop("Nobody from %(number)d settings can sign in"), {"number": silent})
    advice = size_advice(members, optimum)
    if advice is not None:
        yield advice
