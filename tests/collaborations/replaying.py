"""The log of a collaboration's moves, replayed by the table of C1."""

from __future__ import annotations

from collections.abc import Iterable

from collaborations.rules import STARTS, State, transition_of


def replayed(moves: Iterable[tuple[str, str]]) -> State | None:
    """The state to which (from, to) pairs lead, in their order.

    Raises ValueError where the table has no such life.
    """
    state: State | None = None
    for before, after in moves:
        legal = State(after) in STARTS if state is None else transition_of(state, State(after)) is not None
        if before != (state or "") or not legal:
            raise ValueError(f"no move leads from {state or 'nothing'} by {before or 'nothing'} to {after}")
        state = State(after)
    return state
