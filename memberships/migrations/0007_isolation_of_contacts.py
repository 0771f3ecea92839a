from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0006_contacts_of_people"),
    ]

    operations = [
        IsolateTable("personcontact"),
        IsolateTable("personcontacthistory"),
    ]
