"""What leadership cases and the check of leaders ask of officers. Nothing of a case is said to anybody else
(O6).
"""

from __future__ import annotations

from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from leadership.selectors.cases import cases_to_look_at, settings_to_look_at


@personal_lines.register(key="cases", order=10)
def cases(visitor: Visitor) -> list[Line]:
    return cases_to_look_at(visitor.user)


@personal_lines.register(key="unlisted", order=75)
def unlisted(visitor: Visitor) -> list[Line]:
    return settings_to_look_at(visitor.user, on=visitor.on)
