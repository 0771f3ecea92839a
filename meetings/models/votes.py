"""Votes (G6): what is put to the vote, who has a vote, and what was said.

A secret vote keeps its ballots apart from everything that names a setting (decision 0057): while it is open
they lie together, encrypted and mixed, in one ``BallotBox``; once it is closed they are ``SecretBallot`` rows
with random ids, written together in the order of what they say. None of these has a time, a person or a
setting.
"""

from __future__ import annotations

from uuid import uuid4

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from meetings.models.agenda import AgendaItem
from meetings.models.planning import Meeting
from meetings.rules.outcomes import Method, OutcomeKind, QuorumKind, TieRule
from memberships.models.members import Membership

#: What a closed vote keeps for good. People are not in it: two accounts of one person may become one.
_FIXED = (
    "collaboration_id",
    "kind",
    "title",
    "proposal",
    "method",
    "percent",
    "quorum",
    "quorum_number",
    "tie_rule",
    "is_secret",
    "at_the_meeting",
    "candidates",
    "opens_at",
    "closes_at",
    "state",
    "counts",
    "base",
    "taking_part",
    "subject_kind",
    "subject_id",
    "members_only",
)
_WAITING = "('chair_decides', 'to_be_drawn')"
_REFUSED = "RAISE EXCEPTION 'a vote that is closed is not changed' USING ERRCODE = 'restrict_violation';"
#: In a trigger of a table that points at a vote. ``NEW`` where there is one.
_ONLY_OPEN = """
    IF (SELECT v.state FROM meetings_vote v WHERE v.authority_id = {row}.authority_id AND v.id = {row}.vote_id) <> 'open'
    THEN {refused} END IF;
    RETURN {answer};
"""


def _only_while_open(
    name: str, operation: pgtrigger.Operation | pgtrigger.Operations, row: str
) -> pgtrigger.Trigger:
    answer = "NEW" if row == "NEW" else "COALESCE(NEW, OLD)"
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        func=_ONLY_OPEN.format(row=row, refused=_REFUSED, answer=answer),
    )


def _differ(*names: str) -> str:
    return " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in names)


@keep_history()
class Vote(AuthorityOwned):
    """One vote: of a proposal, or the ballot of an election.

    ``method`` to ``tie_rule`` are those of the ways of working on the day it was opened (W1). ``closes_at``
    is None in the room (``at_the_meeting``) until the chair closes it. ``counts``: how many said what, by the
    stored choice; None while it is open, and for good where so few voted secretly that the numbers would say
    who voted how. ``subject_kind`` and ``subject_id``: what was put to the vote from elsewhere
    (``core.frame.deciding``).
    """

    class Kind(models.TextChoices):
        PROPOSAL = "proposal", _("Proposal")
        ELECTION = "election", _("Election")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="votes", verbose_name=_("collaboration")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PROPOSAL)
    title = models.CharField(_("title"), max_length=150)
    proposal = models.TextField(_("what is proposed"), blank=True)
    item = OwnedForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="votes",
        verbose_name=_("item of the agenda"),
    )
    meeting = OwnedForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="votes",
        verbose_name=_("meeting"),
    )
    follows = OwnedForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followed_by",
        verbose_name=_("after the equal vote"),
    )
    method = models.CharField(
        _("how it is decided"), max_length=20, choices=Method, default=Method.SIMPLE_MAJORITY
    )
    percent = models.PositiveSmallIntegerField(_("per cent of the votes"), null=True, blank=True)
    quorum = models.CharField(
        _("who must take part"), max_length=8, choices=QuorumKind, default=QuorumKind.NONE
    )
    quorum_number = models.PositiveSmallIntegerField(_("number of the quorum"), null=True, blank=True)
    tie_rule = models.CharField(
        _("when votes are equal"), max_length=12, choices=TieRule, default=TieRule.NOT_CARRIED
    )
    is_secret = models.BooleanField(_("secret"), default=False)
    at_the_meeting = models.BooleanField(_("in the room"), default=False)
    #: Of an election: ``[[number, name], …]`` in their order.
    candidates = models.JSONField(_("candidates"), default=list, blank=True)
    opens_at = models.DateTimeField(_("opened at"))
    closes_at = models.DateTimeField(_("closes at"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    subject_kind = models.CharField(max_length=30, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    #: Seen by the people of the member settings alone, as what it is about: not by the team (C8).
    members_only = models.BooleanField(_("seen by members alone"), default=False, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("opened by")
    )
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=OutcomeKind, blank=True)
    outcome_words = models.CharField(_("outcome in words"), max_length=300, blank=True)
    counts = models.JSONField(_("votes"), null=True, blank=True)
    #: How many settings could decide, and how many took part, once it is closed.
    base = models.PositiveSmallIntegerField(_("could decide"), null=True, blank=True)
    taking_part = models.PositiveSmallIntegerField(_("took part"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("closed by"),
    )
    withdrawn_because = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-opens_at", "-pk"]
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        indexes = [
            models.Index(fields=["authority", "collaboration", "state"], name="meetings_votes_of"),
            models.Index(fields=["authority", "meeting"], name="meetings_votes_at"),
            models.Index(fields=["authority", "state", "closes_at"], name="meetings_votes_to_close"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "subject_kind", "subject_id"],
                condition=Q(state="open") & ~Q(subject_kind=""),
                name="meetings_one_open_vote_of_subject",
            ),
            models.UniqueConstraint(
                fields=["authority", "follows"],
                condition=Q(follows__isnull=False) & ~Q(state="withdrawn"),
                name="meetings_one_vote_again",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="closed_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    f"OLD.state <> 'open' AND (({_differ(*_FIXED)}) OR"
                    f" (OLD.outcome NOT IN {_WAITING} AND OLD.outcome <> '' AND ({_differ('outcome', 'outcome_words')})))"
                ),
                func=_REFUSED,
            ),
            pgtrigger.Trigger(
                name="closed_is_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                condition=pgtrigger.Condition("OLD.state = 'closed'"),
                func=_REFUSED,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Voter(AuthorityOwned):
    """A setting with a vote: made when the vote opens, for every member of that day.

    ``has_voted`` has no time on purpose, and with each ballot of a secret vote all rows of the vote are
    written anew, so that not even the database says which one changed last.
    """

    vote = OwnedForeignKey(Vote, on_delete=models.PROTECT, related_name="voters")
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    stood_aside = models.BooleanField(_("stood aside"), default=False)
    interest = models.CharField(_("interest"), max_length=300, blank=True)
    has_voted = models.BooleanField(_("has voted"), default=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("voter")
        verbose_name_plural = _("voters")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "vote", "membership"], name="meetings_one_vote_a_setting"
            )
        ]
        indexes = [models.Index(fields=["authority", "membership"], name="meetings_votes_of_member")]
        triggers = [_only_while_open("voter_of_open", pgtrigger.Update | pgtrigger.Delete, "OLD")]

    def __str__(self) -> str:
        return f"{self.membership}: {self.vote}"


class CastVote(AuthorityOwned):
    """What a setting said in an open vote. Rows are only added; the last one counts (G6).

    ``client_key`` names one press of a button, however often it is sent.
    """

    vote = OwnedForeignKey(Vote, on_delete=models.PROTECT, related_name="cast")
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    choice = models.CharField(_("vote"), max_length=20)
    at = models.DateTimeField(_("at"))
    client_key = models.CharField(max_length=36, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("vote of a setting")
        verbose_name_plural = _("votes of settings")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "vote", "membership", "client_key"],
                condition=~Q(client_key=""),
                name="meetings_one_press_one_vote",
            )
        ]
        triggers = [_only_while_open("cast_in_open", pgtrigger.Insert, "NEW")]

    def __str__(self) -> str:
        return f"{self.membership}: {self.choice}"


class BallotBox(AuthorityOwned):
    """The ballots of a secret vote while it is open: all of them in one text, mixed, padded to one length and
    encrypted (``meetings.services.ballots``). Gone once the vote is closed.
    """

    vote = OwnedOneToOneField(Vote, on_delete=models.PROTECT, related_name="box")
    contents = models.TextField()

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("ballot box")
        verbose_name_plural = _("ballot boxes")

    def __str__(self) -> str:
        return str(self.vote)


class SecretBallot(AuthorityOwned):
    """One ballot of a closed secret vote: what it says, and nothing of who said it or when. Only added."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    vote = OwnedForeignKey(Vote, on_delete=models.PROTECT, related_name="secret_ballots")
    choice = models.CharField(_("vote"), max_length=20)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("secret ballot")
        verbose_name_plural = _("secret ballots")
        triggers = [_only_while_open("ballot_of_open", pgtrigger.Insert, "NEW")]

    def __str__(self) -> str:
        return self.choice
