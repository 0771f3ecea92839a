"""What other apps may hear of a collaboration. Sent inside the transaction of the change."""

from django.dispatch import Signal

#: ``collaboration``, ``on`` (day of the adoption), ``by`` (who recorded it).
terms_adopted = Signal()
