"""W1: the lists to choose from. The codes are stored; the words are shown. A code is never renamed."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from core.reasons import Term

LEADERSHIP_FORMS = {
    "one": Term(gettext_noop("One leader")),
    "joint": Term(gettext_noop("Two or more leaders together")),
    "rotating": Term(gettext_noop("Members take turns to lead")),
}
CHAIRING = {
    "elected": Term(gettext_noop("A chair whom the members elect")),
    "leader": Term(gettext_noop("The leader, or the leaders in turn")),
    "in_turn": Term(gettext_noop("The members in turn")),
    "host": Term(gettext_noop("Whoever hosts the meeting")),
    "each_time": Term(gettext_noop("Somebody chosen at each meeting for the next")),
}
ADMINISTERING = {
    "elected": Term(gettext_noop("An administrator whom the members elect")),
    "leader": Term(gettext_noop("The leader, or the leaders together")),
    "in_turn": Term(gettext_noop("The members in turn")),
    "volunteer": Term(gettext_noop("A volunteer whom the members accept")),
    "paid": Term(gettext_noop("Somebody paid from joint money")),
}
SAFEGUARDING_ROUTES = {
    "own_lead": Term(gettext_noop("The safeguarding lead of the setting concerned")),
    "social_care": Term(gettext_noop("Children's social care")),
    "out_of_hours": Term(gettext_noop("The out-of-hours service")),
    "designated_officer": Term(
        gettext_noop("The local authority's designated officer, about somebody who works with children")
    ),
    "emergency": Term(gettext_noop("999, when a child is in danger now")),
}
SAFEGUARDING_REPORTERS = {
    "whoever_heard": Term(gettext_noop("Whoever heard it, at once")),
    "contact": Term(gettext_noop("The group's safeguarding contact")),
    "leader": Term(gettext_noop("The leader")),
    "chair": Term(gettext_noop("Whoever chairs the meeting")),
}
DECISION_METHODS = {
    "consensus": Term(gettext_noop("Consensus: we talk until nobody objects")),
    "simple_majority": Term(gettext_noop("Simple majority: more votes for than against")),
    "qualified_majority": Term(gettext_noop("Qualified majority: at least this share of the votes")),
}
QUORUMS = {
    "share": Term(gettext_noop("At least this share of the members")),
    "number": Term(gettext_noop("At least this number of members")),
    "none": Term(gettext_noop("Whoever is there may decide")),
}
TIE_RULES = {
    "not_carried": Term(gettext_noop("The proposal is not carried")),
    "chair": Term(gettext_noop("The chair decides")),
    "again": Term(gettext_noop("We vote once more at the next meeting")),
    "lot": Term(gettext_noop("We draw lots")),
}
ADOPTION_RULES = {
    "all": Term(gettext_noop("All members, apart from those who abstain")),
    "majority": Term(gettext_noop("More than half of all members")),
}
DISPUTE_STEPS = {
    "talk": Term(gettext_noop("Those concerned talk to each other")),
    "leaders": Term(gettext_noop("A leader helps them to find common ground")),
    "meeting": Term(gettext_noop("The next meeting discusses it and votes")),
    "other_leader": Term(gettext_noop("A leader of another group is asked to help")),
    "officer": Term(gettext_noop("An officer of the local authority is asked to help")),
}
SPENDING_DECISIONS = {
    "as_we_decide": Term(gettext_noop("As for every other decision")),
    "consensus": Term(gettext_noop("Consensus: we talk until nobody objects")),
    "all": Term(gettext_noop("Every member must vote for it")),
    "simple_majority": Term(gettext_noop("Simple majority: more votes for than against")),
    "qualified_majority": Term(gettext_noop("Qualified majority: at least this share of the votes")),
}
LEAVER_FUNDING = {
    "stays": Term(gettext_noop("It stays with the group")),
    "follows": Term(gettext_noop("It follows the setting to its next group")),
    "paid_to_leaver": Term(gettext_noop("It is paid to the setting that leaves")),
    "returned": Term(gettext_noop("It is returned to the local authority")),
    "vote": Term(gettext_noop("The members vote on it each time")),
}
LEAVER_AMOUNTS = {
    "lesser": Term(gettext_noop("The smaller of the share for the time left and the share not yet spent")),
    "time_left": Term(gettext_noop("The share for the time left")),
    "unspent": Term(gettext_noop("The share not yet spent")),
    "fixed": Term(gettext_noop("A fixed sum")),
}
