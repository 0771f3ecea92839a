from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupplementConfig(AppConfig):
    name = "supplement"
    verbose_name = _("System Leadership Supplement")
