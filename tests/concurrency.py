"""Several people at the same time, for the tests of what two could race for."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.core.exceptions import ValidationError
from django.db import connection

from core.scoping import authority_scope


def at_once(authority, deeds):
    """Each deed in a thread and connection of its own; its result or the refusal in words."""
    barrier = Barrier(len(deeds))

    def run(deed):
        try:
            with authority_scope(authority):
                barrier.wait(timeout=10)
                deed()
            return "done"
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return sorted(pool.map(run, deeds))
