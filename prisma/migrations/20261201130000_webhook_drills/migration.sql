-- CreateTable
CREATE TABLE "webhook_drills" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "passed" SMALLINT,
    "refuses_forgeries" BOOLEAN,
    "shots" JSONB,

    CONSTRAINT "webhook_drills_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_drills_endpoint_id_id_idx" ON "webhook_drills"("endpoint_id", "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_drills_project_id_id_idx" ON "webhook_drills"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_drills_started_at_idx" ON "webhook_drills"("started_at");

-- AddForeignKey
ALTER TABLE "webhook_drills" ADD CONSTRAINT "webhook_drills_project_id_livemode_fkey" FOREIGN KEY ("project_id", "livemode") REFERENCES "projects"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_drills" ADD CONSTRAINT "webhook_drills_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

CREATE UNIQUE INDEX webhook_drills_one_running ON webhook_drills (endpoint_id) WHERE shots IS NULL;

ALTER TABLE webhook_drills ADD CONSTRAINT webhook_drills_id_shape CHECK (id ~ '^drl_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE webhook_drills ADD CONSTRAINT webhook_drills_sandbox_only CHECK (NOT livemode);
ALTER TABLE webhook_drills ADD CONSTRAINT webhook_drills_finished
  CHECK ((shots IS NULL) = (passed IS NULL) AND (shots IS NULL) = (refuses_forgeries IS NULL));
ALTER TABLE webhook_drills ADD CONSTRAINT webhook_drills_shots
  CHECK (jsonb_typeof(shots) = 'array' AND jsonb_array_length(shots) = 6 AND passed BETWEEN 0 AND 6);

REVOKE TRUNCATE ON webhook_drills FROM partner_app;
