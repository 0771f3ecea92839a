"""The officers' queue of claims, and one claim with its evidence (S4, S7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms as django_forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.columns import Column, Kind
from core.tables.pages import ListPage
from core.views import Crumb, FormPage, Page, found_or_404
from supplement.rules.assessing import BEING_CHECKED, conflict, key_of, new_since, standings_of, unmet_first
from supplement.rules.claims import Actor, ClaimState, moves_from
from supplement.rules.deciding import Finding, Standing
from supplement.selectors import claims as claim_selectors
from supplement.selectors import members, officers, queue
from supplement.selectors.closing import closed_in_words
from supplement.selectors.described import criterion_in_words
from supplement.selectors.schemes import period_value
from supplement.selectors.standing import verdict_of
from supplement.services import assessing
from supplement.tables.evidence import EvidenceTable, assessment_colour, claim_colour
from supplement.views.findings import COLOURS, MENDED_AT

if TYPE_CHECKING:
    from supplement.models.claims import Claim
    from supplement.rules.deciding import Verdict

#: In the order of `rules.assessing.unmet_first`.
SECTIONS = {
    Standing.UNMET: _("Not met"),
    Standing.OPEN: _("Not met yet"),
    Standing.WAIVED: _("Waived"),
    Standing.MET: _("Met"),
}


class EvidenceQueue(ListPage):
    """Every claim, those that wait for an officer first."""

    permission = Permission.VIEW_CLAIMS
    title = _("Evidence of claims")
    thing, things = _("claim"), _("claims")
    table_class = EvidenceTable
    export = "evidence-of-claims"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No group has begun a claim yet. Leaders can begin one as soon as a period of the approved scheme opens."
    )


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A finding as its table shows it."""

    finding: Finding
    member: str
    is_new: bool
    place: str
    waive_url: str

    @property
    def name(self) -> Any:
        return self.finding.criterion.kind.label

    @property
    def words(self) -> str:
        return self.finding.reason.in_words(gettext)

    @property
    def source(self) -> str:
        seen = self.finding.evidence
        if seen is None or seen.value is None:
            return gettext("Nothing is known")
        return seen.source or gettext("Counted from what the members meet")

    @property
    def known_on(self) -> Any:
        return self.finding.evidence.known_on if self.finding.evidence is not None else None

    @property
    def follows(self) -> Any:
        return self.finding.criterion.consequence.label

    @property
    def news(self) -> str:
        return gettext("New") if self.is_new else ""

    @property
    def waive(self) -> str:
        return gettext("Waive") if self.waive_url else ""


COLUMNS = (
    Column("name", _("Criterion")),
    Column("member", _("Of whom")),
    Column("words", _("How it stands"), wide=True),
    Column("source", _("Evidence"), link="place"),
    Column("known_on", _("As of"), Kind.DATE),
    Column("news", _("Since you looked"), tag=lambda row: "blue"),
)
FOLLOWS = Column("follows", _("If it is not met"), wide=True)
WAIVE = Column("waive", _("Actions"), link="waive_url", acts=True)


class OfClaim(Page):
    """A page of one claim, for whoever sees claims."""

    permission = Permission.VIEW_CLAIMS

    @cached_property
    def claim(self) -> Claim:
        return found_or_404(queue.claim_by_id(self.kwargs["claim"]))

    def permission_object(self) -> None:
        self.claim  # noqa: B018  404 before anything else is asked

    @cached_property
    def verdict(self) -> Verdict:
        return verdict_of(self.claim, on=self.visitor.on)

    @cached_property
    def members(self) -> Mapping[int, Any]:
        """By membership, those of the count date."""
        rows = members.members_counted([self.claim.collaboration_id], period_value(self.claim.period))
        return {row.pk: row for row in rows}

    @cached_property
    def why_not(self) -> str:
        """Why this officer may decide nothing about the claim; "" where nothing stands against it."""
        refusals = conflict(officers.ties_of(self.request.user, self.claim, on=self.visitor.on))
        return refusals[0].reason.in_words(gettext) if refusals else ""

    @cached_property
    def offered(self) -> set[ClaimState]:
        """Where an officer may move it now."""
        facts = claim_selectors.claim_facts(self.claim)
        return {row.to for row in moves_from(facts, Actor.OFFICER)}

    def page_address(self, name: str = "evidence_of_claim", *args: Any) -> str:
        return reverse(f"supplement:{name}", args=[self.claim.pk, *args])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(str(self.claim.collaboration), self.page_address()))

    def caption(self) -> str:
        return f"{self.claim.collaboration}, {self.claim.period}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"claim": self.claim, "caption": self.caption(), **kwargs})


class ClaimEvidence(OfClaim):
    """Every criterion with its evidence, what is new, what was said, and what can be done now."""

    template_name = "supplement/evidence/claim.html"

    def record(self) -> Any:
        return self.claim

    def get_title(self) -> str:
        return gettext("Claim of %(group)s") % {"group": self.claim.collaboration}

    def caption(self) -> str:
        return str(self.claim.period)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    @cached_property
    def decides(self) -> bool:
        return self.allows(Permission.ASSESS_CLAIMS) and not self.why_not

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_assess = self.allows(Permission.ASSESS_CLAIMS)
        seen = officers.seen_by(self.request.user, self.claim)
        news = new_since(seen, standings_of(self.verdict))
        context = {
            "colour": claim_colour(self.claim),
            "assessment_colour": assessment_colour(self.claim),
            "facts": list(self.facts()),
            "sections": self.sections(news),
            "columns": COLUMNS,
            "active": len(self.verdict.active),
            "looked": seen is not None,
            "news": len(news),
            "steps": list(claim_selectors.steps_of(self.claim)),
            "waivers": list(officers.waivers_in(self.claim)),
            "is_being_checked": self.claim.state in BEING_CHECKED,
            "may_assess": may_assess,
            "why_not": self.why_not if may_assess else "",
            "decides": self.decides,
            "deeds": list(self.deeds()) if self.decides else [],
        }
        return super().get_context_data(**(context | kwargs))

    def facts(self) -> Iterator[dict[str, Any]]:
        claim, period = self.claim, self.claim.period
        yield {"label": _("Last day to claim"), "value": period.claims_until_on}
        yield {"label": _("Last day for evidence"), "value": period.evidence_until_on}
        if claim.submitted_at:
            yield {"label": _("Sent in"), "value": timezone.localdate(claim.submitted_at)}
            yield {"label": _("Sent by"), "value": claim.submitted_by}
        if claim.words:
            yield {"label": _("What the leaders add"), "value": claim.words}

    def sections(self, news: frozenset[str]) -> list[tuple[Any, str, Sequence[Any], list[EvidenceRow]]]:
        """What is not met first: title, colour, columns and rows of each."""
        rows = [self.row(finding, news) for finding in unmet_first(self.verdict.findings)]
        made = []
        for standing, title in SECTIONS.items():
            part = [row for row in rows if row.finding.standing is standing]
            acts = (WAIVE,) if any(row.waive_url for row in part) else ()
            columns = (*COLUMNS[:3], FOLLOWS, *COLUMNS[3:]) if standing is not Standing.MET else COLUMNS
            if part:
                made.append((title, COLOURS[standing], (*columns, *acts), part))
        return made

    def row(self, finding: Finding, news: frozenset[str]) -> EvidenceRow:
        member = self.members.get(finding.member or 0)
        return EvidenceRow(
            finding,
            str(member.provider) if member is not None else gettext("The collaboration"),
            key_of(finding) in news,
            self.place(finding),
            self.waive_url(finding),
        )

    def place(self, finding: Finding) -> str:
        """Where the evidence is kept, for officers, who may open all of it."""
        if not self.allows(Permission.ASSESS_CLAIMS):
            return ""
        group = self.claim.collaboration_id
        if finding.member is not None:
            return reverse("memberships:member", args=[group, finding.member])
        name, _label = MENDED_AT.get(finding.criterion.kind, ("memberships:offices", ""))
        return reverse(name, args=[group])

    def waive_url(self, finding: Finding) -> str:
        is_missing = finding.standing in (Standing.UNMET, Standing.OPEN)
        if not (self.decides and self.claim.state in BEING_CHECKED and is_missing):
            return ""
        if not finding.criterion.may_be_waived:
            return ""
        return self.page_address("waive", finding.criterion.kind.value, finding.member or 0)

    def deeds(self) -> Iterator[tuple[Any, str]]:
        """What can be done now, the most likely first: the label and the page."""
        state = self.claim.state
        if closed_in_words(self.claim.period):
            return
        if state == ClaimState.SUBMITTED:
            yield _("Begin the check"), self.page_address("begin_check")
        if ClaimState.ASSESSED in self.offered and state == ClaimState.CHECKING:
            yield _("Assess"), self.page_address("assess")
        if ClaimState.RETURNED in self.offered:
            yield _("Ask a question"), self.page_address("ask_leaders")
        if state == ClaimState.ASSESSED:
            yield _("Check again"), self.page_address("check_again")
        if state == ClaimState.APPEALED:
            yield _("Decide the appeal"), self.page_address("decide_appeal")


class LookedAtClaim(OfClaim, FormPage):
    """Keep that this officer has seen what the evidence says now."""

    permission = Permission.ASSESS_CLAIMS
    http_method_names = ("post",)
    form_class = django_forms.Form
    template_name = "layouts/confirm_page.html"
    title = _("Keep what you have seen")
    success_message = _("Kept. What changes from now on is marked as new for you.")

    def save(self, form: Any) -> None:
        assessing.look_at_claim(claim_id=self.claim.pk, by=self.request.user, at=timezone.now())

    def get_success_url(self) -> str:
        return self.page_address()


def criterion_words(finding: Finding) -> str:
    """What the scheme asks, in words."""
    return criterion_in_words(finding.criterion)
