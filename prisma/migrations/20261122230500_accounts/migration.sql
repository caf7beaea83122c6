-- CreateEnum
CREATE TYPE "session_kind" AS ENUM ('partner', 'staff');

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "role_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "totp_last_step" INTEGER,
ADD COLUMN     "totp_pending_encrypted" BYTEA;

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "kind" "session_kind" NOT NULL,
    "person_id" TEXT NOT NULL,
    "partner_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "stepped_up_at" TIMESTAMPTZ(3),
    "role_version" INTEGER NOT NULL,
    "ip_address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_ups" (
    "id" TEXT NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "link_hash" BYTEA NOT NULL,
    "code_hmac" BYTEA NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "company_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_known" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "person_id" TEXT NOT NULL,
    "code_hmac" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("person_id","code_hmac")
);

-- CreateTable
CREATE TABLE "step_up_proofs" (
    "id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "session_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "bound_hash" BYTEA NOT NULL,
    "method" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "step_up_proofs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle_counters" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_counters_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outgoing_mails" (
    "id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outgoing_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "development_mails" (
    "id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "development_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_enrolments" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "totp_pending_encrypted" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenges" (
    "id" TEXT NOT NULL,
    "person_id" TEXT,
    "purpose" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenges_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_ups_browser_hash_key" ON "sign_ups"("browser_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sign_ups_link_hash_key" ON "sign_ups"("link_hash");

-- CreateIndex
CREATE INDEX "sign_ups_expires_at_idx" ON "sign_ups"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets"("token_hash");

-- CreateIndex
CREATE INDEX "password_resets_person_id_idx" ON "password_resets"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "step_up_proofs_token_hash_key" ON "step_up_proofs"("token_hash");

-- CreateIndex
CREATE INDEX "step_up_proofs_expires_at_idx" ON "step_up_proofs"("expires_at");

-- CreateIndex
CREATE INDEX "throttle_counters_expire_idx" ON "throttle_counters"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_partner_id_idx" ON "invitations"("partner_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_enrolments_token_hash_key" ON "staff_enrolments"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");

-- CreateIndex
CREATE INDEX "passkeys_person_id_idx" ON "passkeys"("person_id");

-- CreateIndex
CREATE INDEX "passkey_challenges_expires_at_idx" ON "passkey_challenges"("expires_at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_up_proofs" ADD CONSTRAINT "step_up_proofs_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

ALTER TABLE people ADD CONSTRAINT people_email_lower_case CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254);

ALTER TABLE sessions ADD CONSTRAINT sessions_id_shape CHECK (id ~ '^ses_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE sessions ADD CONSTRAINT sessions_token_hash CHECK (octet_length(token_hash) = 32);
ALTER TABLE sessions ADD CONSTRAINT sessions_account CHECK ((kind = 'partner') = (partner_id IS NOT NULL));
ALTER TABLE sessions ADD CONSTRAINT sessions_limits CHECK (idle_expires_at <= expires_at);
ALTER TABLE sign_ups ADD CONSTRAINT sign_ups_attempts CHECK (attempts BETWEEN 0 AND 5);
ALTER TABLE sign_ups ADD CONSTRAINT sign_ups_email_lower_case CHECK (email = lower(email));
ALTER TABLE step_up_proofs ADD CONSTRAINT step_up_proofs_life CHECK (expires_at <= created_at + interval '5 minutes');
ALTER TABLE step_up_proofs ADD CONSTRAINT step_up_proofs_bound_hash CHECK (octet_length(bound_hash) = 32);
ALTER TABLE step_up_proofs ADD CONSTRAINT step_up_proofs_method CHECK (method IN ('totp', 'passkey'));
ALTER TABLE invitations ADD CONSTRAINT invitations_email_lower_case CHECK (email = lower(email));
ALTER TABLE invitations ADD CONSTRAINT invitations_one_end CHECK (accepted_at IS NULL OR revoked_at IS NULL);
-- One open invitation for an address and account: a new one replaces it.
CREATE UNIQUE INDEX invitations_open ON invitations (partner_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
ALTER TABLE staff_enrolments ADD CONSTRAINT staff_enrolments_email_lower_case CHECK (email = lower(email));

-- An account keeps an owner, whoever changes its members. The lock makes two leaving owners wait for each other.
CREATE FUNCTION require_partner_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM partners WHERE id = OLD.partner_id FOR UPDATE;
  IF NOT EXISTS (SELECT FROM partner_members WHERE partner_id = OLD.partner_id AND role = 'owner') THEN
    RAISE EXCEPTION 'A partner account keeps at least one owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'partner_members_last_owner';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER partner_members_last_owner AFTER UPDATE OR DELETE ON partner_members
  FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION require_partner_owner();

-- Every change of a role is seen by the person's running sessions: what they proved under another role is void.
CREATE FUNCTION raise_role_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE people SET role_version = role_version + 1 WHERE id = COALESCE(NEW.person_id, OLD.person_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER partner_members_role_version AFTER INSERT OR UPDATE OR DELETE ON partner_members
  FOR EACH ROW EXECUTE FUNCTION raise_role_version();
CREATE TRIGGER staff_members_role_version AFTER INSERT OR UPDATE OR DELETE ON staff_members
  FOR EACH ROW EXECUTE FUNCTION raise_role_version();

-- What was proven, by whom, stays on record.
REVOKE DELETE, TRUNCATE ON step_up_proofs FROM partner_app;
