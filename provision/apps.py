from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProvisionConfig(AppConfig):
    name = "provision"
    verbose_name = _("Staff returns, vacancies and partnerships")

    def ready(self) -> None:
        from providers.selectors import read_staff_numbers_with
        from provision import receivers  # noqa: F401
        from provision.selectors import last_certified

        read_staff_numbers_with(last_certified)
