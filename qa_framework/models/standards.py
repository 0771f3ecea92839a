"""Q1: the standards of a version, their words for each kind of setting, and what comes after one that ends."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from core.names import MAX_KEY
from qa_framework.models.frameworks import FrameworkArea, FrameworkLevel, version_key
from qa_framework.models.kept import kept_with_version
from qa_framework.rules.faults import MAX_NAME, MAX_PROMPT, MAX_PROMPTS, MAX_TEXT
from qa_framework.rules.frameworks import WITH_OWN_WORDS


@keep_history()
class FrameworkStandard(AuthorityOwned):
    """``key`` is the same in every version: a judgement of it can be carried over."""

    version = version_key("standards")
    area = OwnedForeignKey(
        FrameworkArea, on_delete=models.PROTECT, related_name="standards", verbose_name=_("area")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    key = models.SlugField(max_length=MAX_KEY, editable=False)
    name = models.CharField(_("name"), max_length=MAX_NAME)

    class Meta(AuthorityOwned.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("standard of a quality framework")
        verbose_name_plural = _("standards of quality frameworks")
        constraints = [
            models.UniqueConstraint(fields=["authority", "version", "key"], name="qa_framework_standard_key")
        ]
        triggers = [kept_with_version()]

    def __str__(self) -> str:
        return self.name


@keep_history()
class StandardWords(AuthorityOwned):
    """What a standard asks: in the usual words (``kind`` is empty) or in those of one kind of setting."""

    version = version_key("words")
    standard = OwnedForeignKey(
        FrameworkStandard, on_delete=models.PROTECT, related_name="words", verbose_name=_("standard")
    )
    kind = models.CharField(
        _("in whose words"),
        max_length=13,
        choices=[(kind.value, kind.label) for kind in WITH_OWN_WORDS],
        blank=True,
    )
    statement = models.TextField(_("what it asks"), max_length=MAX_TEXT, blank=True)
    prompts = ArrayField(
        models.CharField(max_length=MAX_PROMPT),
        size=MAX_PROMPTS,
        verbose_name=_("evidence to look for"),
        default=list,
        blank=True,
    )

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("words of a standard")
        verbose_name_plural = _("words of standards")
        constraints = [
            models.UniqueConstraint(fields=["authority", "standard", "kind"], name="qa_framework_words_once")
        ]
        triggers = [kept_with_version()]

    def __str__(self) -> str:
        return f"{self.standard}: {self.get_kind_display()}" if self.kind else str(self.standard)


@keep_history()
class Descriptor(AuthorityOwned):
    """What a standard looks like at a level."""

    version = version_key("descriptors")
    words = OwnedForeignKey(
        StandardWords, on_delete=models.PROTECT, related_name="descriptors", verbose_name=_("words")
    )
    level = OwnedForeignKey(
        FrameworkLevel, on_delete=models.PROTECT, related_name="descriptors", verbose_name=_("level")
    )
    text = models.TextField(_("what it looks like"), max_length=MAX_TEXT)

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("descriptor of a standard")
        verbose_name_plural = _("descriptors of standards")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "words", "level"], name="qa_framework_descriptor_once"
            )
        ]
        triggers = [kept_with_version()]

    def __str__(self) -> str:
        return f"{self.words}, {self.level}"


@keep_history()
class Successor(AuthorityOwned):
    """What comes after a standard of the version before that this version no longer has; ``new`` is empty where
    it ends.
    """

    version = version_key("successors")
    old = OwnedForeignKey(
        FrameworkStandard, on_delete=models.PROTECT, related_name="+", verbose_name=_("standard that ends")
    )
    new = OwnedForeignKey(
        FrameworkStandard,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("what comes after it"),
    )

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("successor of a standard")
        verbose_name_plural = _("successors of standards")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "version", "old", "new"],
                name="qa_framework_successor_once",
                nulls_distinct=False,
            )
        ]
        triggers = [kept_with_version()]

    def __str__(self) -> str:
        return f"{self.old} → {self.new or '–'}"
