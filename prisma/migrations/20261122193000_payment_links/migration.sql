-- CreateEnum
CREATE TYPE "payment_link_status" AS ENUM ('open', 'authorising', 'succeeded', 'settled', 'failed', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "payment_failure_code" AS ENUM ('insufficient_funds', 'technical_error', 'disputed_by_customer');

-- CreateEnum
CREATE TYPE "payment_attempt_status" AS ENUM ('authorising', 'failed', 'succeeded', 'settled', 'disputed');

-- CreateEnum
CREATE TYPE "simulated_bank_payment_status" AS ENUM ('awaiting', 'refused', 'accepted', 'settled', 'disputed');

-- CreateTable
CREATE TABLE "payment_links" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "status" "payment_link_status" NOT NULL DEFAULT 'open',
    "amount_pence" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "description" TEXT,
    "payer_name" TEXT,
    "payer_email" TEXT,
    "application_id" TEXT,
    "return_url" TEXT,
    "expires_in_days" SMALLINT NOT NULL,
    "metadata" JSONB,
    "link_nonce" BYTEA NOT NULL,
    "failure_code" "payment_failure_code",
    "paid_attempt_id" TEXT,
    "refund_due_pence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempts" (
    "id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "amount_pence" INTEGER NOT NULL,
    "status" "payment_attempt_status" NOT NULL DEFAULT 'authorising',
    "failure_code" "payment_failure_code",
    "refund_due" BOOLEAN NOT NULL DEFAULT false,
    "polls" SMALLINT NOT NULL DEFAULT 0,
    "next_poll_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "simulated_bank_payments" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "payee_name" TEXT NOT NULL,
    "amount_pence" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "return_url" BYTEA NOT NULL,
    "nonce" BYTEA NOT NULL,
    "status" "simulated_bank_payment_status" NOT NULL DEFAULT 'awaiting',
    "failure_code" "payment_failure_code",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "simulated_bank_payments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payment_links_project_id_id_idx" ON "payment_links"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "payment_links_project_id_status_id_idx" ON "payment_links"("project_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "payment_links_project_id_reference_id_idx" ON "payment_links"("project_id", "reference", "id" DESC);

-- CreateIndex
CREATE INDEX "payment_attempts_link_id_idx" ON "payment_attempts"("link_id");

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_project_id_livemode_fkey" FOREIGN KEY ("project_id", "livemode") REFERENCES "projects"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "payment_links"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

ALTER TABLE payment_links ADD CONSTRAINT payment_links_id_shape CHECK (id ~ '^plk_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE payment_links ADD CONSTRAINT payment_links_amount CHECK (amount_pence BETWEEN 1 AND 100000000);
ALTER TABLE payment_links ADD CONSTRAINT payment_links_reference_length CHECK (char_length(reference) BETWEEN 1 AND 18);
ALTER TABLE payment_links ADD CONSTRAINT payment_links_expires_in_days CHECK (expires_in_days BETWEEN 1 AND 30);
ALTER TABLE payment_links ADD CONSTRAINT payment_links_nonce CHECK (octet_length(link_nonce) = 16);
-- A link is paid by one try; what was paid fails only because its payer disputes it (contract §8).
ALTER TABLE payment_links ADD CONSTRAINT payment_links_paid CHECK (status NOT IN ('succeeded', 'settled') OR paid_attempt_id IS NOT NULL);
ALTER TABLE payment_links ADD CONSTRAINT payment_links_failed CHECK (status <> 'failed' OR failure_code IS NOT NULL);
ALTER TABLE payment_links ADD CONSTRAINT payment_links_disputed CHECK (
  status <> 'failed' OR (failure_code = 'disputed_by_customer') = (paid_attempt_id IS NOT NULL)
);
ALTER TABLE payment_links ADD CONSTRAINT payment_links_failure_is_over CHECK (
  status NOT IN ('open', 'authorising', 'succeeded', 'settled') OR failure_code IS NULL
);
ALTER TABLE payment_links ADD CONSTRAINT payment_links_refund CHECK (refund_due_pence >= 0);
CREATE INDEX payment_links_expiry ON payment_links (expires_at) WHERE status IN ('open', 'failed') AND expires_at IS NOT NULL;

ALTER TABLE payment_attempts ADD CONSTRAINT payment_attempts_id_shape CHECK (id ~ '^pat_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE payment_attempts ADD CONSTRAINT payment_attempts_amount CHECK (amount_pence BETWEEN 1 AND 100000000);
ALTER TABLE payment_attempts ADD CONSTRAINT payment_attempts_failed CHECK ((status = 'failed') = (failure_code IS NOT NULL));
ALTER TABLE payment_attempts ADD CONSTRAINT payment_attempts_refund CHECK (status = 'settled' OR NOT refund_due);
-- At most one try at a time, and at most one settlement that counts: any other is flagged for refund.
CREATE UNIQUE INDEX payment_attempts_live ON payment_attempts (link_id) WHERE status = 'authorising';
CREATE UNIQUE INDEX payment_attempts_settlement ON payment_attempts (link_id) WHERE status = 'settled' AND NOT refund_due;
CREATE INDEX payment_attempts_poll ON payment_attempts (next_poll_at) WHERE next_poll_at IS NOT NULL;
CREATE INDEX payment_attempts_refunds ON payment_attempts (id) WHERE refund_due;

-- What was asked for and what was tried stays on record.
REVOKE DELETE, TRUNCATE ON payment_links, payment_attempts FROM partner_app;
