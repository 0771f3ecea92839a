"""The application's processes on the private servers: the
demonstration's, and those of development that reload the code.
"""

import shlex

from config.local.processes import ROOT, Child, python
from config.local.stack import LOCAL

HERE = "127.0.0.1"
#: ``runserver`` and ``watchfiles`` start again what they watch; beat runs inside the one worker.
WORKER_OF_DEVELOPMENT = (
    "--concurrency=1",
    "--without-mingle",
    "--without-gossip",
    "--beat",
    "--loglevel=INFO",
)
STOP_SECONDS = 10  # for a task that is under way when its code changes; the broker gives it out again


def web(variables: dict[str, str], port: int) -> Child:
    arguments = ("-m", "gunicorn", "config.wsgi:application", "--config", "config/gunicorn.py")
    return _child("web", {"WEB_WORKERS": "2", **variables, "BIND": f"{HERE}:{port}"}, *arguments)


def worker(variables: dict[str, str]) -> Child:
    arguments = ("worker", "--concurrency=2", "--without-mingle", "--without-gossip", "--loglevel=INFO")
    return _child("worker", variables, "-m", "celery", "--app=config.celery", *arguments)


def beat(variables: dict[str, str]) -> Child:
    return _child(
        "beat", variables, "-m", "celery", "--app=config.celery", "beat", "--pidfile=", "--loglevel=INFO"
    )


def reloading_web(variables: dict[str, str], port: int) -> Child:
    return _child("web", variables, "manage.py", "runserver", f"{HERE}:{port}")


def reloading_worker(variables: dict[str, str]) -> Child:
    """A worker that ``watchfiles`` starts again when code or a template changes."""
    celery = python("-m", "celery", "--app=config.celery", "worker", *WORKER_OF_DEVELOPMENT)
    options = (f"--sigint-timeout={STOP_SECONDS}", "--target-type=command", shlex.join(celery))
    return _child("worker", variables, "-m", "watchfiles", *options, *watched_folders())


def watched_folders() -> list[str]:
    """The folders of code and templates; not those where the application itself writes."""
    packages = (path.parent for path in ROOT.glob("*/__init__.py"))
    return [*sorted(folder.name for folder in packages if folder.name != "tests"), "templates"]


def _child(name: str, variables: dict[str, str], *arguments: str) -> Child:
    return Child(name, python(*arguments), LOCAL / "logs" / f"{name}.log", variables)
