from django.db import migrations

#: A collaboration that was recorded before its moves were: its life begins with the state that it has.
FIRST_MOVES = """
    INSERT INTO collaborations_statechange (authority_id, collaboration_id, from_state, to_state, "on", words, by_id, at)
    SELECT authority_id, id, '', state, started_on, '', NULL, now() FROM collaborations_collaboration AS one
     WHERE NOT EXISTS (SELECT FROM collaborations_statechange AS move
                        WHERE move.authority_id = one.authority_id AND move.collaboration_id = one.id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0004_walls_of_life"),
    ]

    operations = [
        migrations.RunSQL(FIRST_MOVES, migrations.RunSQL.noop),
    ]
