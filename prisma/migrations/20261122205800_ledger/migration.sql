-- CreateEnum
CREATE TYPE "ledger_posting_kind" AS ENUM ('reserve', 'post', 'void', 'return');

-- CreateEnum
CREATE TYPE "ledger_account" AS ENUM ('loan_funds', 'in_flight', 'borrower_receivable');

-- CreateTable
CREATE TABLE "ledger_postings" (
    "id" TEXT NOT NULL,
    "disbursement_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "kind" "ledger_posting_kind" NOT NULL,
    "after_kind" "ledger_posting_kind",
    "amount_pence" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ledger_postings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "posting_id" TEXT NOT NULL,
    "account" "ledger_account" NOT NULL,
    "amount_pence" BIGINT NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("posting_id","account")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_postings_disbursement_id_kind_key" ON "ledger_postings"("disbursement_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_postings_disbursement_id_after_kind_key" ON "ledger_postings"("disbursement_id", "after_kind");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_postings_disbursement_id_kind_amount_pence_livemode_key" ON "ledger_postings"("disbursement_id", "kind", "amount_pence", "livemode");

-- AddForeignKey
ALTER TABLE "ledger_postings" ADD CONSTRAINT "ledger_postings_follows" FOREIGN KEY ("disbursement_id", "after_kind", "amount_pence", "livemode") REFERENCES "ledger_postings"("disbursement_id", "kind", "amount_pence", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "ledger_postings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

ALTER TABLE ledger_postings ADD CONSTRAINT ledger_postings_id_shape CHECK (id ~ '^led_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE ledger_postings ADD CONSTRAINT ledger_postings_amount CHECK (amount_pence BETWEEN 1 AND 100000000000);
-- Money is reserved first; then it is posted, voided or returned; what was posted may still be returned. A step follows
-- one of the same payment, amount and book (foreign key above), and only one step can follow another (unique index).
ALTER TABLE ledger_postings ADD CONSTRAINT ledger_postings_order CHECK (
  CASE kind
    WHEN 'reserve' THEN after_kind IS NULL
    WHEN 'return' THEN coalesce(after_kind IN ('reserve', 'post'), false)
    ELSE coalesce(after_kind = 'reserve', false)
  END
);
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_amount CHECK (amount_pence <> 0);

-- Double entry: at the commit, the entries of a posting sum to zero and move exactly its amount. Deferred, because
-- a posting and its entries are several rows.
CREATE FUNCTION ledger_posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  posting text := CASE TG_TABLE_NAME WHEN 'ledger_postings' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'posting_id' END;
  expected bigint;
  total numeric;
  moved numeric;
BEGIN
  SELECT amount_pence INTO expected FROM ledger_postings WHERE id = posting;
  SELECT coalesce(sum(amount_pence), 0), coalesce(sum(amount_pence) FILTER (WHERE amount_pence > 0), 0)
    INTO total, moved FROM ledger_entries WHERE posting_id = posting;
  IF total <> 0 OR moved <> expected THEN
    RAISE EXCEPTION 'ledger posting % does not balance: sum %, moved % of %', posting, total, moved, expected
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_posting_balances';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_postings_balance AFTER INSERT OR UPDATE ON ledger_postings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_posting_balances();
CREATE CONSTRAINT TRIGGER ledger_entries_balance AFTER INSERT OR UPDATE ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_posting_balances();

-- Append-only: what was written is corrected by a further posting.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_postings, ledger_entries FROM partner_app;
