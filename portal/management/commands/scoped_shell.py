"""A Python shell in the scope of one authority: `make shell A=larkshire`."""

from __future__ import annotations

import code
from argparse import ArgumentParser
from types import CodeType
from typing import Any

from django.core.management import CommandError
from django.core.management.commands import shell

from accounts.models import Authority
from core.scoping import authority_scope


class ScopedConsole(code.InteractiveConsole):
    """Runs each statement in the authority's scope and in a transaction of its own.

    So a statement that fails leaves nothing behind, and an open shell holds no lock.
    """

    def __init__(self, authority: Authority, namespace: dict[str, Any]) -> None:
        super().__init__(namespace)
        self.authority = authority

    def runcode(self, statement: CodeType) -> None:
        try:
            with authority_scope(self.authority):
                exec(statement, self.locals)  # type: ignore[arg-type]  # noqa: S102 - it is a shell
        except SystemExit:
            raise
        except BaseException:  # as Python's own console does: Ctrl-C ends the statement and not the shell
            self.showtraceback()


class Command(shell.Command):
    help = "Open a Python shell in which all models are imported and one authority is in scope."
    shells = ["python"]

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("authority", help="the authority's name in addresses, as larkshire")

    def handle(self, **options: Any) -> None:
        slug = options["authority"]
        self.authority = Authority.objects.filter(slug=slug).first()
        if self.authority is None:
            slugs = ", ".join(Authority.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(
                f"There is no authority {slug}; there is {slugs or 'none yet: `make demo` makes two'}."
            )
        if options["command"]:
            with authority_scope(self.authority):
                super().handle(**options)
        else:
            self.interact(options)

    def interact(self, options: dict[str, Any]) -> None:
        namespace = {**self.get_namespace(**options), "authority": self.authority}
        console = ScopedConsole(self.authority, namespace)
        complete_with(namespace)
        console.interact(
            banner=f"{self.authority.name} is in scope; each statement is a transaction.", exitmsg=""
        )


def complete_with(namespace: dict[str, Any]) -> None:
    """Completion by the tab key, where this Python was built with readline."""
    try:
        import readline
        import rlcompleter
    except ImportError:
        return
    readline.set_completer(rlcompleter.Completer(namespace).complete)
    readline.parse_and_bind("tab: complete")
