from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0008_feeds_and_emails_that_wait"),
    ]

    operations = [
        IsolateTable("calendarfeed"),
        IsolateTable("emailchoice"),
        IsolateTable("heldemail"),
    ]
