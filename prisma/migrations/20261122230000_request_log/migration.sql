-- CreateEnum
CREATE TYPE "request_log_omission_reason" AS ENUM ('throttled', 'unauthenticated', 'overload');

-- CreateTable
CREATE TABLE "request_log_entries" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "operation_id" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "status_class" SMALLINT NOT NULL,
    "error_code" TEXT,
    "error_param" TEXT,
    "client_id" TEXT,
    "credential_id" TEXT,
    "authenticated" BOOLEAN NOT NULL,
    "address" TEXT,
    "object_id" TEXT,
    "idempotency_key" TEXT,
    "replayed" BOOLEAN NOT NULL,
    "duration_us" INTEGER NOT NULL,
    "detail" JSONB NOT NULL,
    "request_body" TEXT,
    "request_body_note" TEXT NOT NULL,
    "response_body" TEXT,
    "response_body_note" TEXT NOT NULL,

    CONSTRAINT "request_log_entries_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id"); -- by hand: an id begins with its time

-- CreateTable
CREATE TABLE "request_log_omissions" (
    "project_id" TEXT NOT NULL,
    "second" TIMESTAMPTZ(0) NOT NULL,
    "reason" "request_log_omission_reason" NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "request_log_omissions_pkey" PRIMARY KEY ("project_id","second","reason")
);

-- CreateTable
CREATE TABLE "usage_minutes" (
    "project_id" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "operation_id" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "client_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "duration_us_sum" BIGINT NOT NULL,
    "buckets" INTEGER[] NOT NULL,

    CONSTRAINT "usage_minutes_pkey" PRIMARY KEY ("project_id","minute","operation_id","status","client_id","credential_id")
);

-- CreateTable
CREATE TABLE "credential_last_calls" (
    "credential_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "operation_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "credential_last_calls_pkey" PRIMARY KEY ("credential_id")
);

-- CreateTable
CREATE TABLE "first_successes" (
    "project_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "first_successes_pkey" PRIMARY KEY ("project_id")
);

-- CreateIndex
CREATE INDEX "request_log_entries_project_id_id_idx" ON "request_log_entries"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "request_log_entries_project_id_status_class_id_idx" ON "request_log_entries"("project_id", "status_class", "id" DESC);

-- CreateIndex
CREATE INDEX "request_log_entries_project_id_operation_id_id_idx" ON "request_log_entries"("project_id", "operation_id", "id" DESC);

-- CreateIndex
CREATE INDEX "request_log_entries_project_id_method_id_idx" ON "request_log_entries"("project_id", "method", "id" DESC);

-- CreateIndex
CREATE INDEX "request_log_entries_project_id_client_id_id_idx" ON "request_log_entries"("project_id", "client_id", "id" DESC);

-- CreateIndex
CREATE INDEX "request_log_omissions_second_idx" ON "request_log_omissions"("second");

-- CreateIndex
CREATE INDEX "usage_minutes_minute_idx" ON "usage_minutes"("minute");

-- CreateIndex
CREATE INDEX "credential_last_calls_project_id_idx" ON "credential_last_calls"("project_id");

-- AddForeignKey
ALTER TABLE "request_log_omissions" ADD CONSTRAINT "request_log_omissions_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_minutes" ADD CONSTRAINT "usage_minutes_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_last_calls" ADD CONSTRAINT "credential_last_calls_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_successes" ADD CONSTRAINT "first_successes_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

CREATE INDEX request_log_entries_project_id_error_code_id_idx
  ON request_log_entries (project_id, error_code, id DESC) WHERE error_code IS NOT NULL;
CREATE INDEX request_log_entries_project_id_object_id_id_idx
  ON request_log_entries (project_id, object_id, id DESC) WHERE object_id IS NOT NULL;
CREATE INDEX request_log_entries_project_id_idempotency_key_id_idx
  ON request_log_entries (project_id, idempotency_key, id DESC) WHERE idempotency_key IS NOT NULL;

ALTER TABLE request_log_entries ADD CONSTRAINT request_log_entries_id_shape CHECK (id ~ '^req_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE request_log_entries ADD CONSTRAINT request_log_entries_status_class CHECK (status_class = status / 100);
ALTER TABLE request_log_entries ADD CONSTRAINT request_log_entries_body_notes CHECK (
  request_body_note IN ('whole', 'cut', 'omitted', 'unreadable', 'empty') AND
  response_body_note IN ('whole', 'cut', 'omitted', 'unreadable', 'empty')
);
ALTER TABLE request_log_omissions ADD CONSTRAINT request_log_omissions_calls CHECK (calls > 0);
ALTER TABLE usage_minutes ADD CONSTRAINT usage_minutes_calls CHECK (calls > 0);
ALTER TABLE usage_minutes ADD CONSTRAINT usage_minutes_whole_minute CHECK (extract(second FROM minute) = 0);
ALTER TABLE usage_minutes ADD CONSTRAINT usage_minutes_buckets CHECK (cardinality(buckets) = 15);

-- A log is written once and goes by the day.
REVOKE UPDATE, DELETE, TRUNCATE ON request_log_entries FROM partner_app;
REVOKE UPDATE, DELETE, TRUNCATE ON first_successes FROM partner_app;

-- The smallest request id that can have been made at that moment: lib/core/ids says the same.
CREATE FUNCTION request_id_floor(moment timestamptz) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog AS $$
DECLARE
  alphabet CONSTANT text := '0123456789abcdefghjkmnpqrstvwxyz';
  rest bigint := floor(extract(epoch FROM moment) * 1000);
  spelled text := '';
BEGIN
  FOR place IN 1..10 LOOP
    spelled := substr(alphabet, (rest % 32)::int + 1, 1) || spelled;
    rest := rest / 32;
  END LOOP;
  RETURN 'req_' || spelled || repeat('0', 16);
END
$$;

-- Makes the partitions of yesterday, today and the next days. The product's role may not create tables; it may ask
-- for these. A table is made first and attached then, which lets readers and writers go on.
CREATE FUNCTION request_log_make_partitions(days_ahead int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET timezone = 'UTC' AS $$
DECLARE
  day date;
  name text;
  made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7270003);
  FOR offset_days IN -1..least(days_ahead, 14) LOOP
    day := (now() AT TIME ZONE 'UTC')::date + offset_days;
    name := 'request_log_entries_' || to_char(day, 'YYYYMMDD');
    CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
    EXECUTE format('CREATE TABLE public.%I (LIKE public.request_log_entries INCLUDING ALL)', name);
    EXECUTE format('REVOKE ALL ON public.%I FROM partner_app', name);
    EXECUTE format(
      'ALTER TABLE public.request_log_entries ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
      name,
      public.request_id_floor(day::timestamp AT TIME ZONE 'UTC'),
      public.request_id_floor((day + 1)::timestamp AT TIME ZONE 'UTC')
    );
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;

-- Drops partitions of days that are more than 30 days ago. How many is no argument, so that nobody can drop more.
CREATE FUNCTION request_log_drop_partitions() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET timezone = 'UTC' SET lock_timeout = '2s' AS $$
DECLARE
  name text;
  dropped int := 0;
BEGIN
  FOR name IN
    SELECT child.relname FROM pg_inherits i JOIN pg_class child ON child.oid = i.inhrelid
    WHERE i.inhparent = 'public.request_log_entries'::regclass
      AND to_date(right(child.relname, 8), 'YYYYMMDD') < (now() AT TIME ZONE 'UTC')::date - 30
    ORDER BY child.relname
  LOOP
    EXECUTE format('DROP TABLE public.%I', name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END
$$;

REVOKE EXECUTE ON FUNCTION request_log_make_partitions(int), request_log_drop_partitions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_log_make_partitions(int), request_log_drop_partitions() TO partner_app;
