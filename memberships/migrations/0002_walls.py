from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0001_first_tables"),
        ("collaborations", "0002_walls"),
        ("providers", "0002_walls"),
    ]

    operations = [
        RaiseWall("leaderappointment"),
        RaiseWall("leaderappointmenthistory", key=False),
        RaiseWall("membership"),
        RaiseWall("membershiphistory", key=False),
        RaiseWall("settingrole"),
        RaiseWall("settingrolehistory", key=False),
        CompositeKey("leaderappointment", "membership"),
        CompositeKey("membership", "collaboration"),
        CompositeKey("membership", "provider"),
        CompositeKey("settingrole", "provider"),
    ]
