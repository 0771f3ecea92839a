"""Forms over a text that two people may write at once: the second one is told, sees what it says now, and keeps the own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.views import FormPage

Said = Sequence[tuple[Any, Any]]


class SeenPage(FormPage):
    """``mark`` is that of the text as it is stored now; ``stored`` says it in words. Both are read anew after a refusal."""

    def mark(self) -> str:
        """Hook: the mark of what is stored."""
        raise NotImplementedError

    def stored(self) -> Said:
        """Hook: what is stored, each with its label."""
        raise NotImplementedError

    def forget(self) -> None:
        """Hook: drop what was read of the row before somebody else wrote."""

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "seen": self.mark()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        if form is not None and form.is_bound and "seen" in form.errors:
            self.forget()
            form.data = form.data.copy()
            form.data["seen"] = self.mark()  # shown now: sent once more, the person's own words are taken
            kwargs["stored"] = self.stored()
        return super().get_context_data(**kwargs)
