import core.models
import django.db.models.deletion
import django.db.models.manager
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('memberships', '0001_initial'),
        ('ofsted', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='LeadershipCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('below_line', 'The judgement is below the line of the leading policy'), ('decision_needed', 'The leading policy leaves it to an officer')], max_length=20, verbose_name='ground')),
                ('reason', models.TextField(verbose_name='reason')),
                ('opened_at', models.DateTimeField(verbose_name='opened at')),
                ('nothing_found_since', models.DateTimeField(blank=True, null=True, verbose_name='the check finds nothing since')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed at')),
                ('outcome', models.CharField(blank=True, choices=[('may_lead', 'The leader may lead'), ('stopped', 'The leader has stopped leading'), ('not_needed', 'The check no longer finds anything')], max_length=20, verbose_name='outcome')),
                ('outcome_words', models.TextField(blank=True, verbose_name='in words')),
                ('appointment', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='memberships.leaderappointment', verbose_name='leader')),
                ('assigned_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assigned to')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='closed by')),
                ('inspection', core.models.OwnedForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ofsted.inspection', verbose_name='inspection')),
                ('policy', core.models.OwnedForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ofsted.leadingpolicy', verbose_name='leading policy')),
            ],
            options={
                'verbose_name': 'leadership case',
                'verbose_name_plural': 'leadership cases',
                'ordering': ['-opened_at', '-pk'],
                'permissions': [('view_all_cases', 'Can see every leadership case'), ('assign_leadershipcase', 'Can assign a leadership case')],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'appointment', '-opened_at'], name='leadership_cases_of'), models.Index(fields=['authority', '-opened_at', '-id'], name='leadership_newest'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['authority', '-opened_at', 'id'], name='leadership_open_cases'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['authority', 'assigned_to', 'opened_at'], name='leadership_open_cases_of'), models.Index(condition=models.Q(('closed_at__isnull', True), ('nothing_found_since__isnull', False)), fields=['authority', 'nothing_found_since'], name='leadership_nothing_found')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('authority', 'appointment'), name='leadership_one_open_case'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('outcome', '')), models.Q(('closed_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='leadership_closed_with_outcome')],
            },
        ),
        migrations.CreateModel(
            name='LeadershipCaseHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('ground', models.CharField(choices=[('below_line', 'The judgement is below the line of the leading policy'), ('decision_needed', 'The leading policy leaves it to an officer')], max_length=20, verbose_name='ground')),
                ('reason', models.TextField(verbose_name='reason')),
                ('opened_at', models.DateTimeField(verbose_name='opened at')),
                ('nothing_found_since', models.DateTimeField(blank=True, null=True, verbose_name='the check finds nothing since')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed at')),
                ('outcome', models.CharField(blank=True, choices=[('may_lead', 'The leader may lead'), ('stopped', 'The leader has stopped leading'), ('not_needed', 'The check no longer finds anything')], max_length=20, verbose_name='outcome')),
                ('outcome_words', models.TextField(blank=True, verbose_name='in words')),
                ('appointment', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='memberships.leaderappointment', verbose_name='leader')),
                ('assigned_to', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assigned to')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('closed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='closed by')),
                ('inspection', core.models.OwnedForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='ofsted.inspection', verbose_name='inspection')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='leadership.leadershipcase')),
                ('policy', core.models.OwnedForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='ofsted.leadingpolicy', verbose_name='leading policy')),
            ],
            options={
                'db_table': 'leadership_leadershipcase_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='OpenCaseCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('change', models.IntegerField()),
                ('assigned_to_id', models.BigIntegerField(null=True)),
                ('finds_nothing', models.BooleanField()),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'assigned_to_id'], name='leadership_open_count')],
            },
        ),
        migrations.CreateModel(
            name='Sweep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slot', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('leaders', models.PositiveIntegerField(default=0)),
                ('opened', models.PositiveIntegerField(default=0)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'ordering': ['-at'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'slot'), name='leadership_sweep_once')],
            },
        ),
        migrations.CreateModel(
            name='UnpublishedOutcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inspected_on', models.DateField(verbose_name='inspected on')),
                ('outcome', models.TextField(verbose_name='what was said')),
                ('recorded_at', models.DateTimeField()),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='published on')),
                ('report_url', models.URLField(blank=True, verbose_name='address of the report')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('case', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='unpublished_outcomes', to='leadership.leadershipcase')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-inspected_on'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'case'], name='leadership_outcomes_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('published_on__isnull', True), models.Q(('report_url', ''), _negated=True), _connector='OR'), name='leadership_published_with_report')],
            },
        ),
        migrations.CreateModel(
            name='CaseGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('is_exceptional', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                ('content_object', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='leadership.leadershipcase')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'all_dates',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'content_object', 'user'], name='leadership_grant_of')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'user', 'content_object', 'permission', 'starts_on', 'is_exceptional'), name='leadership_grant_once')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('all_dates', django.db.models.manager.Manager()),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='leadershipcase',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "reason") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."policy_id", OLD."reason"); RETURN NULL;', hash='a04a24e0fbc2f3638bf31422b847449a642cb989', operation='UPDATE', pgid='pgtrigger_update_update_aa479', table='leadership_leadershipcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='leadershipcase',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leadership_leadershipcase_history" ("appointment_id", "assigned_to_id", "authority_id", "closed_at", "closed_by_id", "ground", "id", "inspection_id", "nothing_found_since", "opened_at", "outcome", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "reason") VALUES (OLD."appointment_id", OLD."assigned_to_id", OLD."authority_id", OLD."closed_at", OLD."closed_by_id", OLD."ground", OLD."id", OLD."inspection_id", OLD."nothing_found_since", OLD."opened_at", OLD."outcome", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."policy_id", OLD."reason"); RETURN NULL;', hash='73acdb2e3b9aec23d3a7c84ecf6453b51d7051b2', operation='DELETE', pgid='pgtrigger_delete_delete_f47d3', table='leadership_leadershipcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='leadershipcase',
            trigger=pgtrigger.compiler.Trigger(name='open_count_added', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE counted record;', func='\n            FOR counted IN\n                SELECT r.authority_id, r.assigned_to_id AS assigned_to_id, r.nothing_found_since IS NOT NULL AS finds_nothing, count(*)::integer AS number\n                  FROM new_rows r WHERE r.closed_at IS NULL GROUP BY 1, 2, 3\n            LOOP\n                INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (counted.authority_id, counted.assigned_to_id, counted.finds_nothing, +counted.number);\n            END LOOP;\n            RETURN NULL;\n        ', hash='1842b77f3e33de1ce79914093b823ccc517e9602', level='STATEMENT', operation='INSERT', pgid='pgtrigger_open_count_added_24009', referencing='REFERENCING NEW TABLE AS new_rows ', table='leadership_leadershipcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='leadershipcase',
            trigger=pgtrigger.compiler.Trigger(name='open_count_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE counted record;', func='\n            FOR counted IN\n                SELECT r.authority_id, r.assigned_to_id AS assigned_to_id, r.nothing_found_since IS NOT NULL AS finds_nothing, count(*)::integer AS number\n                  FROM old_rows r WHERE r.closed_at IS NULL GROUP BY 1, 2, 3\n            LOOP\n                INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (counted.authority_id, counted.assigned_to_id, counted.finds_nothing, -counted.number);\n            END LOOP;\n            RETURN NULL;\n        ', hash='b575ba1bc0bfc6fba4f9cb2ec8e3182564869b98', level='STATEMENT', operation='DELETE', pgid='pgtrigger_open_count_deleted_14847', referencing='REFERENCING OLD TABLE AS old_rows ', table='leadership_leadershipcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='leadershipcase',
            trigger=pgtrigger.compiler.Trigger(name='open_count_changed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD.assigned_to_id) IS DISTINCT FROM (NEW.assigned_to_id) OR (OLD.nothing_found_since IS NOT NULL) IS DISTINCT FROM (NEW.nothing_found_since IS NOT NULL) OR (OLD.closed_at IS NULL) IS DISTINCT FROM (NEW.closed_at IS NULL))', func='\n            IF OLD.closed_at IS NULL THEN INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (OLD.authority_id, OLD.assigned_to_id, OLD.nothing_found_since IS NOT NULL, -1); END IF;\n            IF NEW.closed_at IS NULL THEN INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change) VALUES (NEW.authority_id, NEW.assigned_to_id, NEW.nothing_found_since IS NOT NULL, 1); END IF;\n            RETURN NULL;\n        ', hash='aae1ab2a01ba857f0cfb03806c6b5010d350ec0c', operation='UPDATE', pgid='pgtrigger_open_count_changed_ee27b', table='leadership_leadershipcase', when='AFTER')),
        ),
    ]
