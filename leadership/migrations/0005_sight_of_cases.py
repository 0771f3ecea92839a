from django.db import migrations

from core.isolation.operations import CoverTable

AUTHORITY = "(SELECT NULLIF(current_setting('app.authority_id', true), '')::bigint)"
#: ``all``, or a person's id and a day; nothing at all where nobody has taken sight.
SIGHT = "current_setting('app.case_sight', true)"
EVERY = f"(SELECT {SIGHT}) = 'all'"
PERSON = f"(SELECT NULLIF(split_part(NULLIF({SIGHT}, 'all'), ' ', 1), '')::bigint)"
DAY = f"(SELECT NULLIF(split_part(NULLIF({SIGHT}, 'all'), ' ', 2), '')::date)"
ON_THE_LIST = (
    f"{EVERY} OR {{case}} IN (SELECT g.content_object_id FROM leadership_casegrant g WHERE g.authority_id = {AUTHORITY}"
    f" AND g.user_id = {PERSON} AND g.starts_on <= {DAY} AND (g.ends_on IS NULL OR g.ends_on > {DAY}))"
)
#: Each table of cases by the column that holds the case's number.
TABLES = {
    "leadershipcase": "id",
    "leadershipcasehistory": "id",
    **dict.fromkeys(
        (
            "caseletter",
            "caseletterhistory",
            "casestep",
            "casesupport",
            "casesupporthistory",
            "leaderwords",
            "possiblesuccessor",
            "possiblesuccessorhistory",
            "reinstatement",
            "reinstatementhistory",
            "unpublishedoutcome",
        ),
        "case_id",
    ),
}


class Migration(migrations.Migration):
    """Cases exist for those on their list alone; only the product's own work writes them (decision 0079)."""

    dependencies = [("leadership", "0004_isolation_of_the_conversation")]

    operations = [
        CoverTable("casegrant", f"{EVERY} OR user_id = {PERSON}", EVERY),
        CoverTable("opencasecount", EVERY, EVERY),
        *(CoverTable(table, ON_THE_LIST.format(case=column), EVERY) for table, column in TABLES.items()),
    ]
