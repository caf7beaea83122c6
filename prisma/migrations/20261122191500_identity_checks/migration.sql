-- CreateEnum
CREATE TYPE "identity_check_type" AS ENUM ('individual', 'business');

-- CreateEnum
CREATE TYPE "identity_check_status" AS ENUM ('pending', 'needs_review', 'passed', 'failed');

-- CreateTable
CREATE TABLE "identity_checks" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "type" "identity_check_type" NOT NULL,
    "status" "identity_check_status" NOT NULL,
    "application_id" TEXT,
    "subject_id" UUID,
    "personal_encrypted" BYTEA,
    "company_number" TEXT,
    "business_name" TEXT,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "reference" TEXT,
    "metadata" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_subjects" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "fingerprint" BYTEA,
    "data_key_encrypted" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_subjects_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "identity_checks_project_id_id_idx" ON "identity_checks"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "identity_checks_project_id_status_id_idx" ON "identity_checks"("project_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "identity_checks_project_id_reference_id_idx" ON "identity_checks"("project_id", "reference", "id" DESC);

-- CreateIndex
CREATE INDEX "identity_checks_application_id_idx" ON "identity_checks"("application_id");

-- CreateIndex
CREATE INDEX "identity_checks_subject_id_idx" ON "identity_checks"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_subjects_id_project_id_key" ON "identity_subjects"("id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_subjects_project_id_fingerprint_key" ON "identity_subjects"("project_id", "fingerprint");

-- AddForeignKey
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_project_id_livemode_fkey" FOREIGN KEY ("project_id", "livemode") REFERENCES "projects"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_subject_id_project_id_fkey" FOREIGN KEY ("subject_id", "project_id") REFERENCES "identity_subjects"("id", "project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_subjects" ADD CONSTRAINT "identity_subjects_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

-- Kept as evidence; a person is erased by its key alone.
REVOKE DELETE, TRUNCATE ON identity_checks, identity_subjects FROM partner_app;

ALTER TABLE identity_checks ADD CONSTRAINT identity_checks_id_shape CHECK (id ~ '^idc_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE identity_checks ADD CONSTRAINT identity_checks_reference_length CHECK (char_length(reference) <= 64);
-- A check is about a person or about a company, and says so in full. NULL passes a check: absence has to be said.
ALTER TABLE identity_checks ADD CONSTRAINT identity_checks_one_type CHECK (
  (type = 'individual' AND subject_id IS NOT NULL AND personal_encrypted IS NOT NULL AND company_number IS NULL AND business_name IS NULL) OR
  (type = 'business' AND subject_id IS NULL AND personal_encrypted IS NULL AND company_number IS NOT NULL AND business_name IS NOT NULL)
);
-- Nothing passes, and nobody is asked to look, without a finding.
ALTER TABLE identity_checks ADD CONSTRAINT identity_checks_findings CHECK (
  jsonb_typeof(findings) = 'array' AND (status IN ('pending', 'failed') OR jsonb_array_length(findings) > 0)
);
-- A subject is there with fingerprint and key, or erased without either.
ALTER TABLE identity_subjects ADD CONSTRAINT identity_subjects_erased CHECK (
  (erased_at IS NULL AND fingerprint IS NOT NULL AND octet_length(fingerprint) = 32 AND data_key_encrypted IS NOT NULL) OR
  (erased_at IS NOT NULL AND fingerprint IS NULL AND data_key_encrypted IS NULL)
);

-- The search for checks whose job was lost reads only what is pending.
CREATE INDEX identity_checks_pending ON identity_checks (id) WHERE status = 'pending';
