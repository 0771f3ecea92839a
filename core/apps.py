from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core import (
            emails,  # noqa: F401  registers the system check
            ordering,  # noqa: F401  registers the order of names
        )
        from core.grants import grant_application_role
        from core.isolation import audit  # noqa: F401  registers the system check

        post_migrate.connect(grant_application_role, sender=self, dispatch_uid="core.grants")
