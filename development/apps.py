from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DevelopmentConfig(AppConfig):
    name = "development"
    verbose_name = _("Development plans")

    def ready(self) -> None:
        from core.files import Kind, Purpose, register_purpose
        from development import receivers  # noqa: F401
        from development.services.printing import PURPOSE, never_by_its_address

        register_purpose(
            Purpose(
                PURPOSE,
                may_read=never_by_its_address,
                label=_("Development plan, printed"),
                kinds=frozenset({Kind.PDF}),
            )
        )
