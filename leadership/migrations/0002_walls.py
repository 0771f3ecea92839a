from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("leadership", "0001_first_tables"),
        ("memberships", "0002_walls"),
        ("ofsted", "0002_walls"),
    ]

    operations = [
        RaiseWall("casegrant"),
        RaiseWall("leadershipcase"),
        RaiseWall("leadershipcasehistory", key=False),
        RaiseWall("sweep"),
        RaiseWall("unpublishedoutcome"),
        CompositeKey("casegrant", "content_object"),
        CompositeKey("leadershipcase", "appointment"),
        CompositeKey("leadershipcase", "inspection"),
        CompositeKey("leadershipcase", "policy"),
        CompositeKey("unpublishedoutcome", "case"),
    ]
