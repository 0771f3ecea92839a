"""What other apps may hear of votes. Sent inside the transaction of the change."""

from django.dispatch import Signal

#: ``vote``, ``by`` (None: the clock), ``at``. A vote about something from elsewhere is over: closed, settled or
#: withdrawn. Receivers look at its ``subject_kind`` whether it is theirs.
vote_over = Signal()
