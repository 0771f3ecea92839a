"""Ways of working: the authority's templates, and each collaboration's versions of its own (W1, W2)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from documents.models import StoredFile
from memberships.models.members import Membership
from ways_of_working.rules import adoption


@keep_history()
class TermsTemplate(AuthorityOwned):
    """What new ways of working begin with, and what holds where a collaboration has agreed nothing: versions,
    each from a day on.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")

    version = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    note = models.TextField(_("what is new"), blank=True)
    #: Key of a question → words to begin with; key of a structured answer → its value.
    texts = models.JSONField(_("words"), default=dict, blank=True)
    values = models.JSONField(_("answers"), default=dict, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-version"]
        verbose_name = _("template of ways of working")
        verbose_name_plural = _("templates of ways of working")
        permissions = [("publish_termstemplate", "Can publish a template of ways of working")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "version"], name="ways_of_working_template_version_once"
            ),
            models.UniqueConstraint(
                fields=["authority"], condition=Q(state="draft"), name="ways_of_working_one_draft_template"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(in_force_from__isnull=False, published_at__isnull=False),
                name="ways_of_working_published_template_dated",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Template, version %(version)d") % {"version": self.version})


@keep_history()
class WaysOfWorking(AuthorityOwned):
    """One version of a collaboration's agreement.

    Once circulated its words are frozen; once adopted it never changes (W2).
    """

    State = adoption.State

    collaboration = OwnedForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="ways_of_working",
        verbose_name=_("collaboration"),
    )
    version = models.PositiveIntegerField(_("version"))
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=[(one.value, one.label) for one in adoption.STORED],
        default=State.DRAFT,
    )
    template = OwnedForeignKey(
        TermsTemplate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("template"),
    )
    before = OwnedForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="later_versions"
    )
    #: Whether the members are asked again; a small change is only told (W2).
    is_material = models.BooleanField(_("asks the members again"), default=True)
    change_words = models.TextField(_("what changes, and why"), blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    started_at = models.DateTimeField(_("begun at"))
    circulated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    circulated_at = models.DateTimeField(_("sent to the members at"), null=True, blank=True)
    answer_by_on = models.DateField(_("answer by"), null=True, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    decision = models.TextField(_("how the members decided"), blank=True)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    superseded_on = models.DateField(_("held to"), null=True, blank=True)
    #: As they stood when it was adopted: members, leaders, office holders, answers and delivery partnerships,
    #: by name (W4).
    record = models.JSONField(_("adoption record"), default=dict, blank=True, editable=False)
    #: The PDF of an adopted version. Made once: the same version is the same document for ever (W4).
    document = OwnedForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["collaboration__name__in_order", "-version"]
        verbose_name = _("ways of working")
        verbose_name_plural = _("ways of working")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration", "version"], name="ways_of_working_terms_version_once"
            ),
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(state__in=["draft", "circulated"]),
                name="ways_of_working_one_terms_in_hand",
            ),
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(state="adopted"),
                name="ways_of_working_one_terms_adopted",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["adopted", "superseded"])
                | (Q(adopted_on__isnull=False) & ~Q(decision="")),
                name="ways_of_working_adopted_terms_say_how",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration", "state"], name="ways_of_working_terms_of")
        ]

    def __str__(self) -> str:
        return str(
            _("%(group)s, version %(version)d") % {"group": self.collaboration, "version": self.version}
        )


class TermsSection(AuthorityOwned):
    """One section of a version: the words to each question, the
    structured answers, whether it is used at all (W3).

    ``edition`` rises with each saving, so that of two people who write at once the second is shown both
    texts.
    """

    ways = OwnedForeignKey(WaysOfWorking, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=120, blank=True, help_text=_("Of a section of your own."))
    is_used = models.BooleanField(_("this section is used"), default=True)
    texts = models.JSONField(default=dict, blank=True)
    values = models.JSONField(default=dict, blank=True)
    edition = models.PositiveIntegerField(default=0)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "ways", "key"], name="ways_of_working_terms_section_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ways}: {self.key}"


@keep_history()
class TermsAnswer(AuthorityOwned):
    """One answer a member. It may be changed while the version is with the members; its history stays."""

    Answer = adoption.MemberAnswer

    ways = OwnedForeignKey(WaysOfWorking, on_delete=models.PROTECT, related_name="answers")
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="terms_answers", verbose_name=_("member")
    )
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    words = models.TextField(_("what should change"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    answered_at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["membership__provider__search_text", "pk"]
        verbose_name = _("answer to ways of working")
        verbose_name_plural = _("answers to ways of working")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "ways", "membership"], name="ways_of_working_one_terms_answer"
            ),
            models.CheckConstraint(
                condition=~Q(answer="change") | ~Q(words=""), name="ways_of_working_change_in_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_answer_display()}"


class TermsReply(AuthorityOwned):
    """One word in the thread under a member's answer. Rows are only added."""

    answer = OwnedForeignKey(TermsAnswer, on_delete=models.CASCADE, related_name="replies")
    words = models.TextField(_("reply"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["authority", "answer"], name="ways_of_working_replies_of")]

    def __str__(self) -> str:
        return self.words[:50]


class TermsReminder(AuthorityOwned):
    """That a member who had not answered was reminded on a day: the claim that it is asked once a day,
    whoever presses. Rows are only added.
    """

    ways = OwnedForeignKey(WaysOfWorking, on_delete=models.PROTECT, related_name="reminders")
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="terms_reminders", verbose_name=_("member")
    )
    sent_on = models.DateField(_("sent on"))
    #: Nobody where the timetable reminded.
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("sent by"),
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["-sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "ways", "membership", "sent_on"],
                name="ways_of_working_terms_reminded_once_a_day",
            )
        ]
        indexes = [models.Index(fields=["authority", "membership"], name="ways_of_working_reminders_of")]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.sent_on}"


@keep_history()
class Review(AuthorityOwned):
    """One turn of one of the four clocks. It opens 30 days before it is due, once, whatever runs twice."""

    class Clock(models.TextChoices):
        WORK = "work", _("The work of the group")
        TERMS = "terms", _("The ways of working")
        MEMBERSHIP = "membership", _("The membership")
        ELECTIONS = "elections", _("The chair and the administrator")

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("collaboration")
    )
    clock = models.CharField(_("review of"), max_length=12, choices=Clock)
    due_on = models.DateField(_("due on"))
    opened_at = models.DateTimeField(_("opened at"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    words = models.TextField(_("what you found and agreed"), blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["due_on", "pk"]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration", "clock", "due_on"], name="ways_of_working_review_once"
            ),
            models.UniqueConstraint(
                fields=["authority", "collaboration", "clock"],
                condition=Q(done_on__isnull=True),
                name="ways_of_working_one_open_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.get_clock_display()}"
