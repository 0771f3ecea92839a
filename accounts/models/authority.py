"""The tenant."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.contrast import contrast_on_white

#: First path segments that belong to the platform, so no authority may be called so.
RESERVED_SLUGS = frozenset({"accounts", "admin", "health", "static", "files", "demonstration", "media", "api", "about"})


def not_reserved(slug: str) -> None:
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("“%(slug)s” is an address of the platform. Choose another short name."), params={"slug": slug})


def readable_on_white(colour: str) -> None:
    """WCAG 2.2 1.4.3: text in the brand colour must have a contrast of at least 4.5 to 1 on white."""
    try:
        contrast = contrast_on_white(colour)
    except ValueError:
        return  # no colour at all: the other validator says so
    if contrast < 4.5:
        raise ValidationError(_("This colour is too pale to read on white. Choose a darker one (contrast of at least 4.5 to 1)."))


class Authority(models.Model):
    """One English council's early years service, or the company that acts for it."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("short name in addresses"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z][a-z0-9-]*$", _("Use small letters, digits and hyphens.")), not_reserved],
    )
    is_active = models.BooleanField(_("in use"), default=True)
    team_name = models.CharField(_("name of the early years team"), max_length=100, default="Early years team")
    brand_colour = models.CharField(
        _("brand colour"),
        max_length=7,
        default="#1d70b8",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Enter a colour such as #1d70b8.")), readable_on_white],
    )
    contact_email = models.EmailField(_("team's e-mail address"), blank=True)
    contact_phone = models.CharField(_("team's telephone number"), max_length=30, blank=True)
    postal_address = models.TextField(_("postal address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    accessibility_email = models.EmailField(_("e-mail address for accessibility problems"), blank=True)
    accessibility_tested_on = models.DateField(_("accessibility last tested on"), null=True, blank=True)
    data_protection_email = models.EmailField(_("data protection officer's e-mail address"), blank=True)
    privacy_notice_url = models.URLField(_("address of the full privacy notice"), blank=True)
    public_page = models.BooleanField(
        _("public page of collaborations"),
        default=False,
        help_text=_("Anybody may then read which collaborations there are and how to join."),
    )
    joining_words = models.TextField(_("how to join, on the public page"), blank=True)
    # G8: where a concern about a child goes. The software never takes the concern itself.
    social_care_phone = models.CharField(_("children's social care"), max_length=30, blank=True)
    out_of_hours_phone = models.CharField(_("children's social care out of hours"), max_length=30, blank=True)
    designated_officer_phone = models.CharField(_("local authority designated officer"), max_length=30, blank=True)
    safeguarding_url = models.URLField(_("page on reporting a concern"), blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("local authority")
        verbose_name_plural = _("local authorities")

    def __str__(self) -> str:
        return self.name
