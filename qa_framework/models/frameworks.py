"""Q1: a quality framework and its versions, each as it is written and, once published, as it stands for good."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from core.names import MAX_KEY
from qa_framework.models.kept import VERSION_KEPT, kept_with_version
from qa_framework.rules.faults import MAX_ABOUT, MAX_AWARD, MAX_NAME
from qa_framework.rules.frameworks import Kind
from qa_framework.rules.versions import VersionState

_DRAFT = Q(state=VersionState.DRAFT)
_LEFT = Q(state__in=(VersionState.REPLACED, VersionState.ENDED))


class Framework(AuthorityOwned):
    """What its versions have in common: a key that never changes. Its name is that of a version."""

    key = models.SlugField(_("key"), max_length=MAX_KEY, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["key"]
        verbose_name = _("quality framework")
        verbose_name_plural = _("quality frameworks")
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="qa_framework_key")]

    def __str__(self) -> str:
        return self.key


@keep_history()
class FrameworkVersion(AuthorityOwned):
    """One version: for whom it is and where it stands. ``left_at``: since when a later one holds, or none."""

    framework = OwnedForeignKey(
        Framework, on_delete=models.PROTECT, related_name="versions", verbose_name=_("framework")
    )
    number = models.PositiveIntegerField(_("version"), editable=False)
    name = models.CharField(_("name"), max_length=MAX_NAME)
    about = models.TextField(_("about it"), max_length=MAX_ABOUT, blank=True)
    kinds = ArrayField(
        models.CharField(max_length=13, choices=Kind), verbose_name=_("for whom"), default=list, blank=True
    )
    state = models.CharField(
        _("state"), max_length=9, choices=VersionState, default=VersionState.DRAFT, editable=False
    )
    began_from = OwnedForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("begun from"),
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    started_at = models.DateTimeField(_("begun at"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    left_at = models.DateTimeField(_("in use until"), null=True, blank=True)
    why_ended = models.CharField(_("why it is out of use"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["name__in_order", "-number"]
        verbose_name = _("version of a quality framework")
        verbose_name_plural = _("versions of quality frameworks")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "framework", "number"], name="qa_framework_version_number"
            ),
            models.UniqueConstraint(
                fields=["authority", "framework"], condition=_DRAFT, name="qa_framework_one_draft"
            ),
            models.UniqueConstraint(
                fields=["authority", "framework"],
                condition=Q(state=VersionState.PUBLISHED),
                name="qa_framework_one_in_use",
            ),
            models.CheckConstraint(
                condition=(_DRAFT & Q(published_at=None, published_by=None))
                | (~_DRAFT & Q(published_at__isnull=False, published_by__isnull=False)),
                name="qa_framework_published_by_somebody",
            ),
            models.CheckConstraint(
                condition=(_LEFT & Q(left_at__isnull=False)) | (~_LEFT & Q(left_at=None)),
                name="qa_framework_left_at",
            ),
        ]
        triggers = [VERSION_KEPT]

    def __str__(self) -> str:
        return self.name


def version_key(name: str) -> OwnedForeignKey:
    return OwnedForeignKey(
        FrameworkVersion, on_delete=models.PROTECT, related_name=name, verbose_name=_("version")
    )


@keep_history()
class FrameworkLevel(AuthorityOwned):
    """A level, the lowest first. ``award``: what is given for it throughout."""

    version = version_key("levels")
    position = models.PositiveSmallIntegerField(_("position"))
    key = models.SlugField(max_length=MAX_KEY, editable=False)
    name = models.CharField(_("name"), max_length=MAX_NAME)
    award = models.CharField(_("award"), max_length=MAX_AWARD, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("level of a quality framework")
        verbose_name_plural = _("levels of quality frameworks")
        constraints = [
            models.UniqueConstraint(fields=["authority", "version", "key"], name="qa_framework_level_key")
        ]
        triggers = [kept_with_version()]

    def __str__(self) -> str:
        return self.name


@keep_history()
class FrameworkArea(AuthorityOwned):
    version = version_key("areas")
    position = models.PositiveSmallIntegerField(_("position"))
    key = models.SlugField(max_length=MAX_KEY, editable=False)
    name = models.CharField(_("name"), max_length=MAX_NAME)
    about = models.TextField(_("about it"), max_length=MAX_ABOUT, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("area of a quality framework")
        verbose_name_plural = _("areas of quality frameworks")
        constraints = [
            models.UniqueConstraint(fields=["authority", "version", "key"], name="qa_framework_area_key")
        ]
        triggers = [kept_with_version()]

    def __str__(self) -> str:
        return self.name
