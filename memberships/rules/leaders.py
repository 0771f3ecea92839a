"""L1: who may be appointed to lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.dates import Span, last_day, part_within, shared_span
from core.reasons import Reason
from core.text import has_something_to_see
from ofsted.rules.policy import Decision, Verdict

#: What members read where the leading policy does not by itself let the person lead.
ASK_THE_TEAM = gettext_noop(
    "The early years team records this appointment with you. Please talk to the team before you agree"
    " anything with the person."
)


class Refusal(NamedTuple):
    """Why something is refused, and the field that the reason is about."""

    field: str
    reason: Reason


class WantedLeader(NamedTuple):
    """What an appointment is judged by."""

    time: Span
    membership: Span
    at_setting: Sequence[Span]
    decision: Decision
    officers_words: str = ""
    by_members: bool = False


class WantedOffice(NamedTuple):
    """What giving an office is judged by.

    ``others``: who holds the same office in the collaboration, and when.
    """

    time: Span
    membership: Span
    at_setting: Sequence[Span]
    others: Sequence[tuple[str, Span]] = ()


def refusals_of(wanted: WantedLeader) -> Iterator[Refusal]:
    """L1: why a person may not be appointed. Nothing when the appointment may be made."""
    if wanted.time.is_empty:
        yield Refusal("ends_on", Reason("L1", gettext_noop("The last day must be the first day or later.")))
        return
    yield from _refused_dates(
        wanted.time,
        [wanted.membership],
        never=gettext_noop(
            "The setting is not a member of the collaboration on %(start)s, so nobody from it can lead from"
            " then."
        ),
        until=gettext_noop("The setting is a member only to %(end)s. Its leader's time ends by then too."),
    )
    yield from _refused_dates(
        wanted.time,
        wanted.at_setting,
        never=gettext_noop(
            "The person is not recorded at the setting on %(start)s. A leader is a person of a member"
            " setting."
        ),
        until=gettext_noop(
            "The person is recorded at the setting only to %(end)s. The time as leader ends by then too."
        ),
    )
    yield from _refused_by_policy(wanted)


def refusals_of_office(wanted: WantedOffice) -> Iterator[Refusal]:
    """Why a person may not be given an office. Grade is never asked: an office is not a lead."""
    if wanted.time.is_empty:
        yield Refusal("ends_on", Reason("L1", gettext_noop("The last day must be the first day or later.")))
        return
    yield from _refused_dates(
        wanted.time,
        [wanted.membership],
        never=gettext_noop(
            "The setting is not a member of the collaboration on %(start)s, so nobody from it can hold an"
            " office from then."
        ),
        until=gettext_noop("The setting is a member only to %(end)s. The office ends by then too."),
    )
    yield from _refused_dates(
        wanted.time,
        wanted.at_setting,
        never=gettext_noop(
            "The person is not recorded at the setting on %(start)s. An office holder is a person of a member"
            " setting."
        ),
        until=gettext_noop(
            "The person is recorded at the setting only to %(end)s. The office ends by then too."
        ),
    )
    for name, time in wanted.others:
        if shared_span(wanted.time, time):
            words = gettext_noop("%(person)s holds this office in that time. End that first.")
            yield Refusal("office", Reason("L1", words, {"person": name}))


def _refused_by_policy(wanted: WantedLeader) -> Iterator[Refusal]:
    verdict = wanted.decision.verdict
    if wanted.by_members:
        # One sentence for both: the members are told neither which nor why
        if verdict is not Verdict.MAY_LEAD:
            yield Refusal("membership", Reason("L1", ASK_THE_TEAM))
    elif verdict is Verdict.BELOW_LINE:
        yield Refusal(
            "membership",
            Reason("L1", gettext_noop("The leading policy does not let this setting's people lead.")),
        )
        yield from (Refusal("membership", reason) for reason in wanted.decision.reasons)
    elif verdict is Verdict.OFFICER_DECIDES and not has_something_to_see(wanted.officers_words):
        yield Refusal(
            "may_lead_because",
            Reason("L1", gettext_noop("The leading policy leaves this to an officer. Record your decision.")),
        )
        yield from (Refusal("may_lead_because", reason) for reason in wanted.decision.reasons)


def _refused_dates(time: Span, within: Sequence[Span], *, never: str, until: str) -> Iterator[Refusal]:
    part = part_within(time, within)
    if part is None:
        yield Refusal("starts_on", Reason("L1", never, {"start": time.start}))
    elif part.end is not None and part.end != time.end:
        yield Refusal("ends_on", Reason("L1", until, {"end": last_day(part.end)}))
