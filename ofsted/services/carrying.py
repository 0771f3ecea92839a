"""What a load would do, and doing it, for each kind of file (O7): rows of settings wait in the staging
tables, links between schools as they were read.
"""

from __future__ import annotations

from ofsted.models import ImportRun
from ofsted.services.asserting import Assertion
from ofsted.services.loading import load_staged
from ofsted.services.numbers import keep_code, keep_numbers
from ofsted.services.planning import Plan, plan_staged
from ofsted.services.reading import Reading
from ofsted.services.renumbered import renumbered
from ofsted.services.school_links import LinkReading, load_links, plan_links
from ofsted.services.search_text import refresh_search_text
from ofsted.services.staging import clear_staging


def plan_of(
    reading: Reading, *, assertion: Assertion, keep_for: ImportRun | None = None, with_digest: bool = True
) -> Plan:
    """Compare what was read, and staged, with the register. ``keep_for`` is the run whose rows are written
    down.
    """
    if isinstance(reading, LinkReading):
        return plan_links(reading, assertion=assertion, keep_for=keep_for, with_digest=with_digest)
    run_id = keep_for.pk if keep_for is not None else None
    plan = plan_staged(assertion=assertion, keep_for=run_id, with_digest=with_digest)
    if plan.new and plan.vanished:
        reading.renumbered = renumbered(assertion)
    return plan


def carry_out(reading: Reading | None, *, plan: Plan, assertion: Assertion) -> None:
    """Carry the plan out. Without a reading, what is staged was read before and has no further numbers."""
    if isinstance(reading, LinkReading):
        load_links(reading, assertion=assertion)
        return
    refresh_search_text(load_staged(assertion=assertion, plan=plan))
    if reading is not None and not assertion.is_older:
        keep_numbers(assertion.kind, reading.numbers)
        keep_code(assertion.kind, reading.codes)
    clear_staging()
