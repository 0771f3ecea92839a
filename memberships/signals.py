"""What other apps may hear of members. Sent inside the transaction of the change."""

from django.dispatch import Signal

#: ``membership`` (with its last day), ``by`` (who gave notice), ``at``. Once for each notice: receivers put on
#: the hand-over list what they know that the member does for its group.
notice_given = Signal()

#: ``hand_over`` (recorded as handed over, with who took it over, if anybody), ``by``, ``on``. Once for each:
#: receivers give what ``hand_over.about`` names to who took it over.
handed_over = Signal()

#: ``collaboration``, ``by``, ``at``. A group has closed for good (C1).
group_closed = Signal()
