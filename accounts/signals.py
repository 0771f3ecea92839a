"""Upward news of the lowest layer:

``accounts`` stands below ``audit``, which keeps the audit log (docs/events.md).

Sent inside the transaction of the write. Arguments: ``action`` (audit's code), ``about`` (the object), ``by``
(User or None) and ``facts`` (a dict).
"""

from django.dispatch import Signal

account_changed = Signal()
#: An email that this layer wants sent; ``documents`` keeps the outbox. Argument: ``email``
#: (core.emails.Email).
email_wanted = Signal()
