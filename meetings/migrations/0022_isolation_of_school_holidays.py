from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0021_school_holidays"),
    ]

    operations = [
        IsolateTable("schoolholiday"),
        IsolateTable("schoolholidayhistory"),
    ]
