from django.apps import AppConfig


class LeadershipConfig(AppConfig):
    name = "leadership"
    verbose_name = "Leadership"

    def ready(self) -> None:
        from leadership import receivers  # noqa: F401 - selectors tells ofsted who the members are
