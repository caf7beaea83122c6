-- CreateEnum
CREATE TYPE "application_status" AS ENUM ('created', 'submitted', 'in_review', 'approved', 'declined', 'accepted', 'funded', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('approved', 'declined', 'referred');

-- CreateEnum
CREATE TYPE "credential_kind" AS ENUM ('secret', 'public_key');

-- CreateEnum
CREATE TYPE "control_change_kind" AS ENUM ('token_revoked', 'credential_revoked', 'client_revoked', 'project_revoked', 'project_changed', 'signing_keys_changed');

-- CreateEnum
CREATE TYPE "partner_status" AS ENUM ('active', 'suspended');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'admin', 'developer', 'read_only');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('reviewer', 'releaser', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "tier" AS ENUM ('build', 'launch', 'scale', 'platform');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('active', 'suspended', 'closed');

-- CreateTable
CREATE TABLE "applications" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "status" "application_status" NOT NULL,
    "company_number" TEXT NOT NULL,
    "company_name" TEXT,
    "amount_pence" INTEGER NOT NULL,
    "term_months" SMALLINT NOT NULL,
    "product" TEXT NOT NULL DEFAULT 'business_loan',
    "purpose" TEXT,
    "applicant_email" TEXT,
    "applicant_first_name" TEXT,
    "redirect_uri" TEXT,
    "reference" TEXT,
    "introduction_id" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "handoff_nonce" BYTEA NOT NULL,
    "monthly_turnover_pence" BIGINT,
    "pass" SMALLINT NOT NULL DEFAULT 1,
    "decision_id" TEXT,
    "latest_version" INTEGER NOT NULL DEFAULT 0,
    "refresh_pending" BOOLEAN NOT NULL DEFAULT false,
    "accepted_offer_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreements" (
    "application_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "accepted_by_name" TEXT NOT NULL,
    "accepted_by_email" TEXT NOT NULL,
    "accepted_via" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreements_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "request_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_versions" (
    "decision_id" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "application_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "outcome" "decision_outcome" NOT NULL,
    "reason" TEXT,
    "conditions" TEXT[],
    "policy_version" TEXT NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "score" JSONB NOT NULL,
    "offers" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_versions_pkey" PRIMARY KEY ("decision_id","version")
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "project_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload_hash" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "body_encrypted" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("project_id","method","path","key")
);

-- CreateTable
CREATE TABLE "oauth_clients" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "grant_types" TEXT[] DEFAULT ARRAY['client_credentials']::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "oauth_clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_credentials" (
    "id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "kind" "credential_kind" NOT NULL,
    "slot" SMALLINT NOT NULL,
    "secret_hmac" BYTEA,
    "hint" TEXT NOT NULL,
    "public_jwk" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_used_at" TIMESTAMPTZ(3),
    "retire_grace_seconds" INTEGER,
    "retires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "oauth_credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spent_assertions" (
    "client_id" TEXT NOT NULL,
    "jti_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_assertions_pkey" PRIMARY KEY ("client_id","jti_hash")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_key_encrypted" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activates_at" TIMESTAMPTZ(3) NOT NULL,
    "retires_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "control_changes" (
    "id" BIGSERIAL NOT NULL,
    "kind" "control_change_kind" NOT NULL,
    "project_id" TEXT,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "control_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partners" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" "partner_status" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partners_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_secret_encrypted" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_members" (
    "partner_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partner_members_pkey" PRIMARY KEY ("partner_id","person_id")
);

-- CreateTable
CREATE TABLE "staff_members" (
    "person_id" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_members_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "platform_facts" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "platform_facts_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "tier" "tier" NOT NULL,
    "negotiated_limits" JSONB,
    "status" "project_status" NOT NULL DEFAULT 'active',
    "acts_for_applicants" BOOLEAN NOT NULL DEFAULT false,
    "redirect_uris" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "clock_offset_seconds" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "type" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "object" JSONB NOT NULL,
    "previous" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "applications_project_id_id_idx" ON "applications"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "applications_project_id_status_id_idx" ON "applications"("project_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "applications_project_id_reference_id_idx" ON "applications"("project_id", "reference", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "agreements_offer_id_key" ON "agreements"("offer_id");

-- CreateIndex
CREATE INDEX "audit_entries_stream_id_idx" ON "audit_entries"("stream", "id");

-- CreateIndex
CREATE INDEX "audit_entries_object_id_idx" ON "audit_entries"("object_id");

-- CreateIndex
CREATE INDEX "decision_versions_project_id_decision_id_idx" ON "decision_versions"("project_id", "decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_versions_application_id_version_key" ON "decision_versions"("application_id", "version");

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE INDEX "oauth_clients_project_id_idx" ON "oauth_clients"("project_id");

-- CreateIndex
CREATE INDEX "oauth_credentials_client_id_idx" ON "oauth_credentials"("client_id");

-- CreateIndex
CREATE INDEX "spent_assertions_expires_at_idx" ON "spent_assertions"("expires_at");

-- CreateIndex
CREATE INDEX "control_changes_created_at_idx" ON "control_changes"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "projects_partner_id_idx" ON "projects"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_id_livemode_key" ON "projects"("id", "livemode");

-- CreateIndex
CREATE INDEX "events_project_id_id_idx" ON "events"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "events_object_id_idx" ON "events"("object_id");

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_project_id_livemode_fkey" FOREIGN KEY ("project_id", "livemode") REFERENCES "projects"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_versions" ADD CONSTRAINT "decision_versions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_records" ADD CONSTRAINT "idempotency_records_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauth_clients" ADD CONSTRAINT "oauth_clients_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauth_credentials" ADD CONSTRAINT "oauth_credentials_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "oauth_clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spent_assertions" ADD CONSTRAINT "spent_assertions_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "oauth_clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "control_changes" ADD CONSTRAINT "control_changes_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_members" ADD CONSTRAINT "partner_members_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_members" ADD CONSTRAINT "partner_members_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_project_id_livemode_fkey" FOREIGN KEY ("project_id", "livemode") REFERENCES "projects"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

-- The role that every pool connection of the product takes. Roles belong to the cluster, not to the
-- database, so another database's migration may have made it already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'partner_app') THEN
    BEGIN
      CREATE ROLE partner_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- made by a parallel run in between
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'partner_app', 'MEMBER') THEN
    EXECUTE format('GRANT partner_app TO %I', current_user);
  END IF;
END
$$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO partner_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO partner_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO partner_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO partner_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO partner_app;

-- Append-only: the product may add to these and read them, nothing else.
REVOKE UPDATE, DELETE, TRUNCATE ON agreements, decision_versions, events, audit_entries FROM partner_app;
-- Insert-only, but erased after their time.
REVOKE UPDATE, TRUNCATE ON control_changes, spent_assertions, idempotency_records FROM partner_app;
-- Readable: which migrations are applied. Nothing about them is the product's to change.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM partner_app;
    GRANT SELECT ON _prisma_migrations TO partner_app;
  END IF;
END
$$;

-- Identifiers have the shape the contract promises (§7).
ALTER TABLE partners ADD CONSTRAINT partners_id_shape CHECK (id ~ '^acct_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE projects ADD CONSTRAINT projects_id_shape CHECK (id ~ '^prj_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE applications ADD CONSTRAINT applications_id_shape CHECK (id ~ '^app_[0-9a-hjkmnp-tv-z]{26}$');

-- Sandbox is always on `build`, live never is in the past of business time; `platform` is what was negotiated (§1, §4).
ALTER TABLE projects ADD CONSTRAINT projects_sandbox_is_build CHECK (livemode OR tier = 'build');
ALTER TABLE projects ADD CONSTRAINT projects_clock_is_sandbox_only CHECK (clock_offset_seconds >= 0 AND (NOT livemode OR clock_offset_seconds = 0));
ALTER TABLE projects ADD CONSTRAINT projects_limits_are_platform CHECK ((tier = 'platform') = (negotiated_limits IS NOT NULL));

-- Credentials (§2): at most two live secrets and four live keys a client, as a fact about rows.
CREATE UNIQUE INDEX oauth_credentials_live_slot ON oauth_credentials (client_id, kind, slot) WHERE revoked_at IS NULL;
ALTER TABLE oauth_credentials ADD CONSTRAINT oauth_credentials_slot CHECK (slot BETWEEN 1 AND CASE kind WHEN 'secret' THEN 2 ELSE 4 END);
ALTER TABLE oauth_credentials ADD CONSTRAINT oauth_credentials_one_kind CHECK (
  (kind = 'secret' AND octet_length(secret_hmac) = 32 AND public_jwk IS NULL) OR
  (kind = 'public_key' AND secret_hmac IS NULL AND public_jwk IS NOT NULL)
);
ALTER TABLE oauth_credentials ADD CONSTRAINT oauth_credentials_id_shape CHECK (id ~ CASE kind WHEN 'secret' THEN '^sec_' ELSE '^key_' END);

-- Applications and decisions (§8).
ALTER TABLE applications ADD CONSTRAINT applications_amount CHECK (amount_pence BETWEEN 100000 AND 25000000);
ALTER TABLE applications ADD CONSTRAINT applications_term CHECK (term_months BETWEEN 3 AND 60);
ALTER TABLE applications ADD CONSTRAINT applications_contact CHECK (applicant_email IS NOT NULL OR redirect_uri IS NOT NULL);
ALTER TABLE applications ADD CONSTRAINT applications_reference_length CHECK (char_length(reference) <= 64);
ALTER TABLE applications ADD CONSTRAINT applications_accepted CHECK (status NOT IN ('accepted', 'funded') OR accepted_offer_id IS NOT NULL);
ALTER TABLE applications ADD CONSTRAINT applications_decided CHECK (status NOT IN ('approved', 'declined', 'accepted', 'funded') OR latest_version > 0);
CREATE UNIQUE INDEX applications_decision_id_key ON applications (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX applications_expiry ON applications (expires_at) WHERE status IN ('created', 'approved', 'accepted') AND expires_at IS NOT NULL;

ALTER TABLE decision_versions ADD CONSTRAINT decision_versions_version CHECK (version >= 1);
ALTER TABLE decision_versions ADD CONSTRAINT decision_versions_reason CHECK ((outcome = 'approved') = (reason IS NULL));
ALTER TABLE decision_versions ADD CONSTRAINT decision_versions_offers CHECK ((outcome = 'approved') = (jsonb_array_length(offers) > 0));

ALTER TABLE idempotency_records ADD CONSTRAINT idempotency_records_key_length CHECK (char_length(key) BETWEEN 1 AND 255);

-- Wakes every process that tails the feed; the rows stay the truth.
CREATE FUNCTION notify_control_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('control_changes', NEW.id::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER control_changes_notify AFTER INSERT ON control_changes FOR EACH ROW EXECUTE FUNCTION notify_control_change();

-- A project's or its partner's standing cannot change without the feed saying so.
CREATE FUNCTION publish_project_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO control_changes (kind, project_id, subject) VALUES ('project_changed', NEW.id, NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER projects_publish_change AFTER UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION publish_project_change();

CREATE FUNCTION publish_partner_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO control_changes (kind, project_id, subject) SELECT 'project_changed', id, id FROM projects WHERE partner_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER partners_publish_change AFTER UPDATE OF status ON partners FOR EACH ROW EXECUTE FUNCTION publish_partner_change();
