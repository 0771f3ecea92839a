from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("supplement", "0009_the_fund_keeps_its_promises"),
        ("meetings", "0008_isolation_of_votes"),
        ("memberships", "0002_isolation"),
    ]

    operations = [
        IsolateTable("leaversettlement"),
        CompositeKey("fundentry", "came_from"),
        CompositeKey("leaversettlement", "entry"),
        CompositeKey("leaversettlement", "membership"),
        CompositeKey("leaversettlement", "vote"),
    ]
