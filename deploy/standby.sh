#!/usr/bin/env bash
# Make a standby: a second server that follows the first and can take its place (docs/how-to/standby.md).
#   PRIMARY_URL  the first server, as the role eyc_standby (made by: standby.sh role)
#   PGDATA       the empty folder of the second server
set -euo pipefail
case ${1:?"usage: standby.sh role | copy | promote | delay"} in
role)   # on the first server, as its superuser; STANDBY_PASSWORD is the new role's
    psql -X -q -v ON_ERROR_STOP=1 "${PRIMARY_URL:?}" <<'SQL'
\getenv password STANDBY_PASSWORD
SELECT 'CREATE ROLE eyc_standby LOGIN REPLICATION' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'eyc_standby')
\gexec
ALTER ROLE eyc_standby PASSWORD :'password';
SELECT pg_create_physical_replication_slot('standby')
 WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = 'standby') \g /dev/null
SQL
    ;;
copy)   # on the second server, before it starts
    pg_basebackup --dbname="${PRIMARY_URL:?}" --pgdata="${PGDATA:?}" --wal-method=stream --slot=standby --write-recovery-conf --checkpoint=fast
    ;;
delay)  # bytes that the standby has not received yet, asked on the first server as its superuser
    psql -X -q -A -t -v ON_ERROR_STOP=1 "${PRIMARY_URL:?}" \
        -c "SELECT coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)), -1) FROM pg_stat_replication"
    ;;
promote)    # on the second server, once the first is certain not to come back
    pg_ctl --pgdata="${PGDATA:?}" --wait promote
    ;;
*)
    echo "usage: standby.sh role | copy | promote | delay" >&2
    exit 2
    ;;
esac
