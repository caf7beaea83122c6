-- By hand: Prisma knows no statistics. Filters that are chosen together are not independent (a route has one method, a client
-- calls some routes): two common ones that never meet were looked for row by row. A new partition takes this along
-- (LIKE … INCLUDING ALL); those that stand get their own.
CREATE STATISTICS request_log_entries_together (mcv) ON method, operation_id, status, status_class, client_id
  FROM request_log_entries;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT child.relname FROM pg_inherits i JOIN pg_class child ON child.oid = i.inhrelid
    WHERE i.inhparent = 'public.request_log_entries'::regclass
  LOOP
    EXECUTE format(
      'CREATE STATISTICS public.%I (mcv) ON method, operation_id, status, status_class, client_id FROM public.%I',
      name || '_together',
      name
    );
  END LOOP;
END
$$;
