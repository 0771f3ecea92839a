"""Elections of a chair or an administrator (G6): called, who is nominated, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.models import AuthorityOwned, OwnedForeignKey
from meetings.models.votes import Vote
from meetings.rules.elections import UNDER_WAY, Answer, ElectionState
from memberships.models.members import Membership
from memberships.models.offices import OfficeHolder


class Election(AuthorityOwned):
    """The members choose who holds one office from a day on.

    The state is stored up to "Elected"; what comes after it the clock says, by ``starts_on`` and ``ends_on``
    (``meetings.rules.elections.state_on``). Until then ``starts_on`` and ``term_months`` are what was
    planned.
    """

    State = ElectionState

    class Office(models.TextChoices):
        CHAIR = OfficeHolder.Office.CHAIR.value, _("Chair")
        ADMINISTRATOR = OfficeHolder.Office.ADMINISTRATOR.value, _("Administrator")

    class How(models.TextChoices):
        UNOPPOSED = "unopposed", _("Unopposed")
        VOTES = "votes", _("By most votes")
        LOT = "lot", _("By lot, after equal votes")

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="elections", verbose_name=_("collaboration")
    )
    office = models.CharField(_("office"), max_length=16, choices=Office)
    state = models.CharField(
        _("state"), max_length=12, choices=ElectionState, default=ElectionState.CALLED, editable=False
    )
    words = models.TextField(_("what people should know"), blank=True)
    #: The last day on which anybody can be nominated.
    nominate_until = models.DateField(_("nominations until"))
    starts_on = models.DateField(_("in post from"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    #: By the ways of working on the day of the call; None: no fixed term.
    term_months = models.PositiveSmallIntegerField(_("months in post"), null=True, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("called by")
    )
    called_at = models.DateTimeField(_("called at"))
    #: The latest ballot. Once it is counted, whoever has most votes is marked in the nominations.
    ballot = OwnedForeignKey(
        Vote,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="elections",
        verbose_name=_("ballot"),
    )
    called_off_because = models.CharField(_("why it was called off"), max_length=300, blank=True)
    elected = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("elected"),
    )
    elected_for = OwnedForeignKey(
        Membership,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("of the member"),
    )
    elected_on = models.DateField(_("elected on"), null=True, blank=True)
    how = models.CharField(_("how it was decided"), max_length=10, choices=How, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("result recorded by"),
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["-called_at", "-pk"]
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration", "office"],
                condition=Q(state__in=sorted(UNDER_WAY)),
                name="meetings_one_election",
            ),
            models.CheckConstraint(
                condition=~Q(state=ElectionState.ELECTED)
                | Q(elected__isnull=False, elected_for__isnull=False, elected_on__isnull=False),
                name="meetings_elected_whom",
            ),
        ]
        indexes = [models.Index(fields=["authority", "collaboration", "state"], name="meetings_elections_of")]

    def __str__(self) -> str:
        return str(self.get_office_display())

    @property
    def office_words(self) -> str:
        """The office within a sentence: “chair”."""
        return str(self.get_office_display()).lower()


class Nomination(AuthorityOwned):
    """Somebody who works at a member setting, nominated once; the last answer stands (no answer: silent)."""

    election = OwnedForeignKey(Election, on_delete=models.PROTECT, related_name="nominations")
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("member")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    words = models.CharField(_("why"), max_length=300, blank=True)
    nominated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("nominated by")
    )
    nominated_at = models.DateTimeField(_("nominated at"))
    answer = models.CharField(
        _("answer"),
        max_length=8,
        blank=True,
        choices=[(Answer.ACCEPTED.value, _("Stands")), (Answer.DECLINED.value, _("Does not stand"))],
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    statement = models.CharField(_("what the candidate says"), max_length=600, blank=True)

    #: Has most votes in the latest ballot, alone or level with others.
    is_first = models.BooleanField(_("has most votes"), default=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["nominated_at", "pk"]
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "election", "person"], name="meetings_nominated_once"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="meetings_answer_has_time",
            ),
        ]
        indexes = [models.Index(fields=["authority", "person"], name="meetings_nominations_of")]

    def __str__(self) -> str:
        return f"{self.person}: {self.election}"

    @property
    def stands(self) -> bool:
        return self.answer == Answer.ACCEPTED
