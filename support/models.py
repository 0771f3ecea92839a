"""What officers do for collaborations besides cases (L4): referrals,
and the requests that collaborations make of them.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from core.wording import listed
from documents.models import Job, StoredFile
from memberships.rules.reaching import Whom
from providers.models import Provider
from support import rules


@keep_history()
class Referral(AuthorityOwned):
    """An officer points a setting to a collaboration.

    What became of it is read from applications and memberships.
    """

    State = rules.ReferralState

    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("setting")
    )
    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("collaboration")
    )
    words = models.TextField(_("why this group"), blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN)
    outcome_words = models.TextField(_("what became of it"), blank=True)
    referred_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("referred by")
    )
    referred_at = models.DateTimeField(_("referred at"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-referred_at", "-pk"]
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "provider", "collaboration"],
                condition=Q(state__in=["open", "in_touch"]),
                name="support_one_open_referral",
            )
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration", "state"], name="support_referrals_to"),
            models.Index(fields=["authority", "-referred_at", "-id"], name="support_newest_referrals"),
        ]

    def __str__(self) -> str:
        return str(_("%(setting)s to %(group)s") % {"setting": self.provider, "group": self.collaboration})


@keep_history()
class SupportRequest(AuthorityOwned):
    """A collaboration asks officers for something.

    They attend by invitation only: they have no standing right (L4).
    """

    Kind = rules.Kind

    State = rules.RequestState

    collaboration = OwnedForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="support_requests",
        verbose_name=_("collaboration"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    wanted_on = models.DateField(_("day"), null=True, blank=True)
    #: From when until when somebody comes, as clocks in England show it; said with the answer.
    starts_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("until"), null=True, blank=True)
    place = models.CharField(_("where or how"), max_length=200, blank=True)
    words = models.TextField(_("what it is about"), blank=True)
    #: Whom and which setting it is about, where the kind is about one.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person"),
    )
    provider = OwnedForeignKey(
        Provider,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("setting"),
    )
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    #: The officer who comes.
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("officer"),
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("request for support")
        verbose_name_plural = _("requests for support")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="support_ends_after_start",
            )
        ]
        indexes = [
            models.Index(
                fields=["authority", "wanted_on"],
                condition=Q(state__in=["asked", "accepted"], wanted_on__isnull=False),
                name="support_to_attend",
            ),
            models.Index(fields=["authority", "collaboration", "state"], name="support_support_of"),
            models.Index(fields=["authority", "-asked_at", "-id"], name="support_newest_support"),
        ]

    def __str__(self) -> str:
        return str(_("%(kind)s: %(group)s") % {"kind": self.get_kind_display(), "group": self.collaboration})


class Message(AuthorityOwned):
    """What was written, by whom, to whom: a draft of its writer's until it is sent.

    It is sent in the background, one email a person. With ``of_group`` it is a message of that group to its
    own members, which the group alone reads (decision 0050).
    """

    class Audience(models.TextChoices):
        LEADERS = Whom.LEADERS.value, _("Leaders")
        CHAIRS = Whom.CHAIRS.value, _("Chairs")
        ADMINISTRATORS = Whom.ADMINISTRATORS.value, _("Administrators")
        MANAGERS = Whom.MANAGERS.value, _("Managers of the settings")
        EVERYBODY = Whom.EVERYBODY.value, _("Everybody at the settings who can sign in")

    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("message"))
    #: Values of ``Audience``, with a space between two.
    audience = models.CharField(_("to"), max_length=60)
    about = models.TextField(
        _("collaborations or settings"), blank=True, help_text=_("Their names at the time.")
    )
    of_group = OwnedForeignKey(
        Collaboration,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("message of"),
    )
    all_collaborations = models.BooleanField(_("to all collaborations"), default=False)
    #: Which groups or settings it is to; once sent, those that it went to.
    collaboration_ids = models.JSONField(_("collaborations"), default=list, blank=True)
    setting_ids = models.JSONField(_("settings"), default=list, blank=True)
    #: Written again: of those people these alone.
    person_ids = models.JSONField(_("people"), default=list, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("from")
    )
    written_at = models.DateTimeField(_("written"), null=True, blank=True)
    sent_at = models.DateTimeField(_("when"), null=True, blank=True)
    job = OwnedForeignKey(Job, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(AuthorityOwned.Meta):
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, job__isnull=True)
                | Q(sent_at__isnull=False, job__isnull=False),
                name="support_message_sent_by_a_job",
            )
        ]
        indexes = [
            models.Index(fields=["authority", "of_group", "-sent_at"], name="support_messages_of"),
            models.Index(fields=["authority", "sent_by", "-written_at"], name="support_drafts_of"),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def audiences(self) -> list[str]:
        return self.audience.split()

    @property
    def audience_in_words(self) -> str:
        return listed(str(self.Audience(value).label) for value in self.audiences)


class MessageCopy(AuthorityOwned):
    """The email to one person: the claim that it is sent once, and what stands for the fields of the text."""

    message = OwnedForeignKey(Message, on_delete=models.CASCADE, related_name="copies")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("to")
    )
    setting_names = models.TextField(_("setting"), blank=True)
    group_names = models.TextField(_("collaboration"), blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    refused_at = models.DateTimeField(_("refused at"), null=True, blank=True)
    #: Blocked, or gone from those whom the message was for, before it went.
    left_out_at = models.DateTimeField(_("left out at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "message", "user"], name="support_one_copy_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.message}: {self.user}"


class MessageFile(AuthorityOwned):
    """A file that goes with a message, under the name that its writer gave it."""

    message = OwnedForeignKey(Message, on_delete=models.CASCADE, related_name="files")
    file = OwnedForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=200)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("file of a message")
        verbose_name_plural = _("files of messages")

    def __str__(self) -> str:
        return self.name


class MessageTemplate(AuthorityOwned):
    """A text that somebody keeps to write with it again: the person's own, or the team's.

    In the audit log, which more people read than may know of the text, it is a number: see ``__str__``.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("who")
    )
    name = models.CharField(_("name"), max_length=60)
    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("message"))
    for_team = models.BooleanField(_("for the team"), default=False)
    kept_at = models.DateTimeField(_("when"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["name__in_order", "pk"]
        verbose_name = _("template of a message")
        verbose_name_plural = _("templates of messages")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "person", "name"], name="support_message_template_once"
            )
        ]

    def __str__(self) -> str:
        return f"no. {self.pk}"
