-- CreateEnum
CREATE TYPE "project_request_kind" AS ENUM ('live', 'tier');

-- CreateEnum
CREATE TYPE "project_request_status" AS ENUM ('open', 'approved', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "sandbox_slot" SMALLINT;

-- CreateTable
CREATE TABLE "partner_profiles" (
    "partner_id" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "company_number" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "security_email" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partner_profiles_pkey" PRIMARY KEY ("partner_id")
);

-- CreateTable
CREATE TABLE "project_requests" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "kind" "project_request_kind" NOT NULL,
    "status" "project_request_status" NOT NULL DEFAULT 'open',
    "tier" "tier",
    "project_name" TEXT,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "live_project_id" TEXT,

    CONSTRAINT "project_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "project_requests_partner_id_id_idx" ON "project_requests"("partner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "project_requests_status_id_idx" ON "project_requests"("status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_partner_id_sandbox_slot_key" ON "projects"("partner_id", "sandbox_slot");

-- AddForeignKey
ALTER TABLE "partner_profiles" ADD CONSTRAINT "partner_profiles_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_requests" ADD CONSTRAINT "project_requests_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_requests" ADD CONSTRAINT "project_requests_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

CREATE UNIQUE INDEX project_requests_one_open ON project_requests (project_id, kind) WHERE status = 'open';

ALTER TABLE projects ADD CONSTRAINT projects_sandbox_slot_range
  CHECK (sandbox_slot IS NULL OR (NOT livemode AND status <> 'closed' AND sandbox_slot BETWEEN 1 AND 10));
ALTER TABLE project_requests ADD CONSTRAINT project_requests_id_shape CHECK (id ~ '^prq_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE project_requests ADD CONSTRAINT project_requests_kind_says_what
  CHECK ((kind = 'tier') = (tier IS NOT NULL) AND (kind = 'live') = (project_name IS NOT NULL));
ALTER TABLE project_requests ADD CONSTRAINT project_requests_decided
  CHECK ((status = 'open') = (decided_at IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL));

REVOKE DELETE, TRUNCATE ON project_requests, partner_profiles FROM partner_app;
