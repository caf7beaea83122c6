-- CreateEnum
CREATE TYPE "webhook_endpoint_status" AS ENUM ('enabled', 'disabled');

-- CreateEnum
CREATE TYPE "webhook_disabled_reason" AS ENUM ('requested', 'gone', 'failing');

-- CreateEnum
CREATE TYPE "webhook_delivery_status" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "slot" SMALLINT,
    "url" TEXT NOT NULL,
    "description" TEXT,
    "enabled_events" TEXT[],
    "api_version" TEXT NOT NULL,
    "metadata" JSONB,
    "status" "webhook_endpoint_status" NOT NULL DEFAULT 'enabled',
    "disabled_reason" "webhook_disabled_reason",
    "secret" BYTEA,
    "previous_secret" BYTEA,
    "previous_secret_expires_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "status" "webhook_delivery_status" NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "attempted_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status_code" SMALLINT,
    "failure" TEXT,
    "reply_head" TEXT,
    "next_attempt_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateIndex
CREATE INDEX "webhook_endpoints_project_id_id_idx" ON "webhook_endpoints"("project_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_endpoints_partner_id_slot_key" ON "webhook_endpoints"("partner_id", "slot");

-- CreateIndex
CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_event_id_endpoint_id_key" ON "webhook_deliveries"("event_id", "endpoint_id");

-- CreateIndex
CREATE INDEX "events_project_id_type_id_idx" ON "events"("project_id", "type", "id" DESC);

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_project_id_livemode_fkey" FOREIGN KEY ("project_id", "livemode") REFERENCES "projects"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_id_shape CHECK (id ~ '^whend_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_id_shape CHECK (id ~ '^whd_[0-9a-hjkmnp-tv-z]{26}$');

-- At most 20 endpoints an account (contract §9): a living one takes one of its account's 20 slots.
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_slot CHECK (
  (deleted_at IS NULL AND slot IS NOT NULL AND slot BETWEEN 1 AND 20) OR (deleted_at IS NOT NULL AND slot IS NULL)
);
-- Deletion erases the secrets; a living endpoint always has one.
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_secret CHECK (
  (secret IS NULL) = (deleted_at IS NOT NULL) AND (deleted_at IS NULL OR previous_secret IS NULL)
    AND (previous_secret IS NULL) = (previous_secret_expires_at IS NULL)
);
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_disabled_reason CHECK (
  (status = 'disabled') = (disabled_reason IS NOT NULL)
);
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_events CHECK (
  enabled_events IS NOT NULL AND cardinality(enabled_events) > 0
);
-- What the dispatcher reads: endpoints that wait, and of each what is due first.
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (endpoint_id, next_attempt_at) WHERE status = 'pending';
CREATE INDEX webhook_deliveries_claimed ON webhook_deliveries (endpoint_id) WHERE claimed_until IS NOT NULL;
-- Deliveries to revive when an endpoint is enabled again.
CREATE INDEX webhook_deliveries_failed ON webhook_deliveries (endpoint_id) WHERE status = 'failed';

-- The log of attempts is added to, and erased after its time; nobody rewrites it.
REVOKE UPDATE, TRUNCATE ON webhook_attempts FROM partner_app;

-- The id of a delivery follows from its event and endpoint, so that the statement which records the event can make
-- it: the event's time, then 80 bits of a hash. Same alphabet as every other id.
CREATE FUNCTION webhook_delivery_id(event_id text, endpoint_id text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT 'whd_' || substr(event_id, 5, 10) || string_agg(
    substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (get_byte(hash, position) & 31), 1), '' ORDER BY position)
  FROM sha256(convert_to(event_id || endpoint_id, 'UTF8')) AS hash, generate_series(0, 15) AS position
$$;
