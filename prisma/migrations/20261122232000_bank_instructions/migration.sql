-- CreateEnum
CREATE TYPE "bank_instruction_state" AS ENUM ('waiting', 'claimed', 'sending', 'unknown', 'accepted', 'refused', 'settled', 'returned');

-- CreateTable
CREATE TABLE "bank_instructions" (
    "id" TEXT NOT NULL,
    "disbursement_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "rail" TEXT NOT NULL,
    "bank_reference" TEXT NOT NULL,
    "amount_pence" INTEGER NOT NULL,
    "payee_sha256" TEXT NOT NULL,
    "state" "bank_instruction_state" NOT NULL DEFAULT 'claimed',
    "claim_token" TEXT,
    "claimed_at" TIMESTAMPTZ(6),
    "claims" SMALLINT NOT NULL DEFAULT 1,
    "sent_at" TIMESTAMPTZ(6),
    "answer" TEXT,
    "asks" SMALLINT NOT NULL DEFAULT 0,
    "concluded_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "bank_instructions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation_exceptions" (
    "id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "disbursement_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "blocking" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "resolved_at" TIMESTAMPTZ(6),
    "resolved_by" TEXT,
    "resolution" TEXT,

    CONSTRAINT "reconciliation_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_rail_payments" (
    "reference" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "amount_pence" INTEGER NOT NULL,
    "sort_code" TEXT NOT NULL,
    "account_number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "code" TEXT,
    "accepted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "sandbox_rail_payments_pkey" PRIMARY KEY ("reference")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_instructions_disbursement_id_key" ON "bank_instructions"("disbursement_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_instructions_bank_reference_key" ON "bank_instructions"("bank_reference");

-- CreateIndex
CREATE INDEX "reconciliation_exceptions_livemode_opened_at_idx" ON "reconciliation_exceptions"("livemode", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "sandbox_rail_payments_sequence_key" ON "sandbox_rail_payments"("sequence");


-- From here on by hand: what Prisma cannot say.

ALTER TABLE bank_instructions ADD CONSTRAINT bank_instructions_id_shape CHECK (id ~ '^bki_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE bank_instructions ADD CONSTRAINT bank_instructions_disbursement FOREIGN KEY (disbursement_id, livemode) REFERENCES disbursements (id, livemode) ON DELETE RESTRICT ON UPDATE CASCADE;
-- The reference is the disbursement's own, so that whatever is sent twice is the same payment to the bank.
ALTER TABLE bank_instructions ADD CONSTRAINT bank_instructions_reference CHECK (bank_reference = 'CC' || upper(substr(disbursement_id, 5, 26)));
ALTER TABLE bank_instructions ADD CONSTRAINT bank_instructions_amount CHECK (amount_pence > 0);
ALTER TABLE bank_instructions ADD CONSTRAINT bank_instructions_claim CHECK ((state = 'claimed') = (claim_token IS NOT NULL));
ALTER TABLE bank_instructions ADD CONSTRAINT bank_instructions_sent CHECK ((state IN ('waiting', 'claimed')) = (sent_at IS NULL));
-- Sandbox money and live money go to different banks.
ALTER TABLE bank_instructions ADD CONSTRAINT bank_instructions_book CHECK (livemode = (rail NOT LIKE 'sandbox%'));
CREATE INDEX bank_instructions_open ON bank_instructions (state, claimed_at) WHERE state IN ('waiting', 'claimed', 'sending', 'unknown');

-- From the moment in which the bank may have it, an instruction goes back only by way of `unknown`: when the bank has said that
-- it has no record of it.
CREATE FUNCTION guard_bank_instruction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ways CONSTANT jsonb := '{
    "waiting": ["claimed"],
    "claimed": ["waiting", "sending"],
    "sending": ["unknown", "accepted", "refused"],
    "unknown": ["accepted", "refused", "waiting"],
    "accepted": ["settled", "returned"],
    "settled": ["returned"]
  }';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'claimed' THEN
      PERFORM refuse_money_out('bank_instructions_begin_claimed', 'An instruction begins with a claim.');
    END IF;
  ELSIF NEW.state <> OLD.state AND NOT coalesce(ways -> OLD.state::text ? NEW.state::text, false) THEN
    PERFORM refuse_money_out('bank_instructions_way', format('No way leads from %s to %s.', OLD.state, NEW.state));
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER bank_instructions_guard BEFORE INSERT OR UPDATE ON bank_instructions
  FOR EACH ROW EXECUTE FUNCTION guard_bank_instruction();

REVOKE UPDATE, DELETE, TRUNCATE ON bank_instructions, reconciliation_exceptions FROM partner_app;
GRANT UPDATE (state, claim_token, claimed_at, claims, sent_at, answer, asks, concluded_at) ON bank_instructions TO partner_app;
GRANT UPDATE (resolved_at, resolved_by, resolution) ON reconciliation_exceptions TO partner_app;

ALTER TABLE reconciliation_exceptions ADD CONSTRAINT reconciliation_exceptions_id_shape CHECK (id ~ '^rex_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE reconciliation_exceptions ADD CONSTRAINT reconciliation_exceptions_resolved CHECK (
  (resolved_at IS NULL) = (resolved_by IS NULL) AND (resolved_at IS NULL) = (resolution IS NULL)
);
-- One open task for one difference.
CREATE UNIQUE INDEX reconciliation_exceptions_open ON reconciliation_exceptions (livemode, kind, subject) WHERE resolved_at IS NULL;

REVOKE DELETE, TRUNCATE ON sandbox_rail_payments FROM partner_app;
GRANT USAGE ON SEQUENCE sandbox_rail_payments_sequence_seq TO partner_app;
ALTER TABLE sandbox_rail_payments ADD CONSTRAINT sandbox_rail_payments_state CHECK (state IN ('accepted', 'refused', 'settled', 'returned'));
