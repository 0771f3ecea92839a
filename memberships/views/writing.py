"""Writing a section of the ways of working, where the members are known: one of them may be the payee (W1)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from collaborations.views.sections import WriteSection
from memberships import selectors


class WriteTermsSection(WriteSection):
    def member_settings(self) -> Mapping[int, str]:
        today = timezone.localdate()
        stays = selectors.members_of(self.collaboration, on=today)
        return {stay.provider_id: stay.provider.name for stay in stays if stay.joined_on <= today}
