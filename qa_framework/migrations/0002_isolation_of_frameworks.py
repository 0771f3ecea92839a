from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("qa_framework", "0001_frameworks"),
    ]

    operations = [
        IsolateTable("descriptor"),
        IsolateTable("descriptorhistory"),
        IsolateTable("framework"),
        IsolateTable("frameworkarea"),
        IsolateTable("frameworkareahistory"),
        IsolateTable("frameworklevel"),
        IsolateTable("frameworklevelhistory"),
        IsolateTable("frameworkstandard"),
        IsolateTable("frameworkstandardhistory"),
        IsolateTable("frameworkversion"),
        IsolateTable("frameworkversionhistory"),
        IsolateTable("standardwords"),
        IsolateTable("standardwordshistory"),
        IsolateTable("successor"),
        IsolateTable("successorhistory"),
        CompositeKey("descriptor", "level"),
        CompositeKey("descriptor", "version"),
        CompositeKey("descriptor", "words"),
        CompositeKey("frameworkarea", "version"),
        CompositeKey("frameworklevel", "version"),
        CompositeKey("frameworkstandard", "area"),
        CompositeKey("frameworkstandard", "version"),
        CompositeKey("frameworkversion", "began_from"),
        CompositeKey("frameworkversion", "framework"),
        CompositeKey("standardwords", "standard"),
        CompositeKey("standardwords", "version"),
        CompositeKey("successor", "new"),
        CompositeKey("successor", "old"),
        CompositeKey("successor", "version"),
    ]
