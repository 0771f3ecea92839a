from django.apps import AppConfig


class CollaborationsConfig(AppConfig):
    name = "collaborations"
    verbose_name = "Collaborations"

    def ready(self) -> None:
        from collaborations.services.library import GROUP_DOCUMENTS
        from core.files import register_purpose

        register_purpose(GROUP_DOCUMENTS)
