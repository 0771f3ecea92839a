"""The machine for the demonstration and the tests: a private PostgreSQL and Valkey when no address is given.

Nothing here is imported in production, where DATABASE_URL and REDIS_URL name real servers.
"""


class CannotStart(Exception):
    """Something of the machine cannot start; the message says what a person can do about it."""
