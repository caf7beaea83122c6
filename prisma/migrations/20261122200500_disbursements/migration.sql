-- CreateEnum
CREATE TYPE "disbursement_status" AS ENUM ('requested', 'approved', 'on_hold', 'released', 'sent', 'unknown', 'settled', 'failed', 'returned', 'rejected', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "payee_check" AS ENUM ('pending', 'match', 'close_match', 'no_match', 'unavailable');

-- CreateEnum
CREATE TYPE "disbursement_act" AS ENUM ('approve', 'release');

-- AlterTable
ALTER TABLE "applications" ADD COLUMN     "disbursement_id" TEXT;

-- CreateTable
CREATE TABLE "disbursements" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "partner_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "application_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "status" "disbursement_status" NOT NULL DEFAULT 'requested',
    "version" INTEGER NOT NULL DEFAULT 1,
    "amount_pence" INTEGER NOT NULL,
    "payee_encrypted" BYTEA NOT NULL,
    "payee_account_hint" TEXT NOT NULL,
    "payee_hash" BYTEA NOT NULL,
    "payee_fingerprint" BYTEA NOT NULL,
    "payee_check" "payee_check" NOT NULL DEFAULT 'pending',
    "payee_name_at_bank" BYTEA,
    "payee_checked_at" TIMESTAMPTZ(3),
    "reference" TEXT,
    "metadata" JSONB,
    "approval_round" SMALLINT NOT NULL DEFAULT 0,
    "snapshot_sha256" TEXT,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "approval_expires_at" TIMESTAMPTZ(3),
    "released_by" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "release_day" DATE,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "reason_code" TEXT,
    "internal_note" TEXT,
    "partner_note" TEXT,
    "failure_code" TEXT,
    "return_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "disbursements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disbursement_snapshots" (
    "disbursement_id" TEXT NOT NULL,
    "round" SMALLINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disbursement_snapshots_pkey" PRIMARY KEY ("disbursement_id","round")
);

-- CreateTable
CREATE TABLE "disbursement_approvals" (
    "id" TEXT NOT NULL,
    "disbursement_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "round" SMALLINT NOT NULL,
    "act" "disbursement_act" NOT NULL,
    "person_id" TEXT NOT NULL,
    "amount_pence" INTEGER NOT NULL,
    "payee_hash" BYTEA NOT NULL,
    "snapshot_sha256" TEXT NOT NULL,
    "factor" TEXT,
    "proof_id" TEXT,
    "reason" TEXT,
    "record" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disbursement_approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payee_call_backs" (
    "id" TEXT NOT NULL,
    "disbursement_id" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "number_source" TEXT NOT NULL,
    "spoke_to" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payee_call_backs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_out_limits" (
    "version" SERIAL NOT NULL,
    "per_item_pence" BIGINT NOT NULL,
    "per_person_day_pence" BIGINT NOT NULL,
    "per_partner_day_pence" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "money_out_limits_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "money_out_stops" (
    "id" TEXT NOT NULL,
    "partner_id" TEXT,
    "reason" TEXT NOT NULL,
    "stopped_by" TEXT NOT NULL,
    "stopped_at" TIMESTAMPTZ(3) NOT NULL,
    "start_proposed_by" TEXT,
    "start_proposed_at" TIMESTAMPTZ(3),
    "started_by" TEXT,
    "started_at" TIMESTAMPTZ(3),

    CONSTRAINT "money_out_stops_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disbursements_project_id_id_idx" ON "disbursements"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "disbursements_project_id_status_id_idx" ON "disbursements"("project_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "disbursements_project_id_reference_id_idx" ON "disbursements"("project_id", "reference", "id" DESC);

-- CreateIndex
CREATE INDEX "disbursements_application_id_idx" ON "disbursements"("application_id");

-- CreateIndex
CREATE INDEX "disbursements_payee_fingerprint_idx" ON "disbursements"("payee_fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "disbursements_id_livemode_key" ON "disbursements"("id", "livemode");

-- CreateIndex
CREATE UNIQUE INDEX "disbursement_approvals_proof_id_key" ON "disbursement_approvals"("proof_id");

-- CreateIndex
CREATE UNIQUE INDEX "disbursement_approvals_disbursement_id_round_act_key" ON "disbursement_approvals"("disbursement_id", "round", "act");

-- CreateIndex
CREATE INDEX "payee_call_backs_disbursement_id_idx" ON "payee_call_backs"("disbursement_id");

-- AddForeignKey
ALTER TABLE "disbursements" ADD CONSTRAINT "disbursements_project_id_livemode_fkey" FOREIGN KEY ("project_id", "livemode") REFERENCES "projects"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursements" ADD CONSTRAINT "disbursements_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursements" ADD CONSTRAINT "disbursements_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement_snapshots" ADD CONSTRAINT "disbursement_snapshots_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement_approvals" ADD CONSTRAINT "disbursement_approvals_disbursement_id_livemode_fkey" FOREIGN KEY ("disbursement_id", "livemode") REFERENCES "disbursements"("id", "livemode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payee_call_backs" ADD CONSTRAINT "payee_call_backs_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_out_stops" ADD CONSTRAINT "money_out_stops_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- From here on by hand: what Prisma cannot say.

-- Shapes

ALTER TABLE disbursements ADD CONSTRAINT disbursements_id_shape CHECK (id ~ '^dsb_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE disbursements ADD CONSTRAINT disbursements_amount CHECK (amount_pence BETWEEN 1 AND 25000000);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_reference_length CHECK (char_length(reference) <= 64);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_payee CHECK (
  payee_account_hint ~ '^[0-9]{4}$' AND octet_length(payee_hash) = 32 AND octet_length(payee_fingerprint) = 32
);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_payee_checked CHECK ((payee_check = 'pending') = (payee_checked_at IS NULL));

-- An approval is there whole or not at all, exactly while it holds or after it led to a release.
ALTER TABLE disbursements ADD CONSTRAINT disbursements_approved CHECK (
  CASE WHEN status IN ('approved', 'released', 'sent', 'unknown', 'settled', 'failed', 'returned')
    THEN approved_by IS NOT NULL AND approved_at IS NOT NULL AND snapshot_sha256 IS NOT NULL AND approval_round > 0
    ELSE approved_by IS NULL AND approved_at IS NULL AND snapshot_sha256 IS NULL END
);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_approval_lapses CHECK ((status = 'approved') = (approval_expires_at IS NOT NULL));
ALTER TABLE disbursements ADD CONSTRAINT disbursements_released CHECK (
  CASE WHEN status IN ('released', 'sent', 'unknown', 'settled', 'failed', 'returned')
    THEN released_by IS NOT NULL AND released_at IS NOT NULL AND release_day IS NOT NULL
    ELSE released_by IS NULL AND released_at IS NULL AND release_day IS NULL END
);
-- Two people, one gate: this row is the fact, no screen and no setting can bend it.
ALTER TABLE disbursements ADD CONSTRAINT disbursements_two_people CHECK (released_by IS NULL OR released_by <> approved_by);
-- The built-in officers exist in the sandbox alone, and nobody else acts there.
ALTER TABLE disbursements ADD CONSTRAINT disbursements_sandbox_officers CHECK (
  CASE WHEN livemode
    THEN coalesce(approved_by, '') !~ '^sandbox_' AND coalesce(released_by, '') !~ '^sandbox_'
    ELSE coalesce(approved_by, 'sandbox_first_officer') = 'sandbox_first_officer'
     AND coalesce(released_by, 'sandbox_second_officer') = 'sandbox_second_officer' END
);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_reason CHECK (
  status NOT IN ('on_hold', 'rejected') OR (reason_code IS NOT NULL AND internal_note IS NOT NULL)
);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_sent CHECK (
  (sent_at IS NOT NULL) = (status IN ('sent', 'settled', 'returned'))
);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_settled CHECK (
  CASE status WHEN 'settled' THEN settled_at IS NOT NULL WHEN 'returned' THEN true ELSE settled_at IS NULL END
);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_failed CHECK ((status = 'failed') = (failure_code IS NOT NULL));
ALTER TABLE disbursements ADD CONSTRAINT disbursements_returned CHECK (
  (status = 'returned') = (returned_at IS NOT NULL) AND (status = 'returned') = (return_code IS NOT NULL)
);
ALTER TABLE disbursements ADD CONSTRAINT disbursements_expiry CHECK (
  (status IN ('requested', 'approved', 'on_hold')) = (expires_at IS NOT NULL)
);

-- One live request an application (contract §8): `settled` blocks, what ended without money does not.
CREATE UNIQUE INDEX disbursements_live ON disbursements (application_id)
  WHERE status NOT IN ('rejected', 'cancelled', 'expired', 'failed', 'returned');

CREATE INDEX disbursements_expiring ON disbursements (expires_at) WHERE status IN ('requested', 'approved', 'on_hold');
CREATE INDEX disbursements_lapsing ON disbursements (approval_expires_at) WHERE status = 'approved';
CREATE INDEX disbursements_unchecked ON disbursements (id) WHERE payee_check = 'pending';
-- The staff queue and the sums of a day; the sandbox stands in neither.
CREATE INDEX disbursements_queue ON disbursements (status, id) WHERE livemode;
CREATE INDEX disbursements_day_of_person ON disbursements (release_day, released_by) INCLUDE (amount_pence) WHERE livemode AND released_by IS NOT NULL;
CREATE INDEX disbursements_day_of_partner ON disbursements (release_day, partner_id) INCLUDE (amount_pence) WHERE livemode AND released_by IS NOT NULL;

ALTER TABLE disbursement_snapshots ADD CONSTRAINT disbursement_snapshots_round CHECK (round > 0);
-- The hash is the evidence's own.
ALTER TABLE disbursement_snapshots ADD CONSTRAINT disbursement_snapshots_hash CHECK (
  sha256 = encode(sha256(convert_to(evidence, 'UTF8')), 'hex')
);

ALTER TABLE disbursement_approvals ADD CONSTRAINT disbursement_approvals_id_shape CHECK (id ~ '^apv_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE disbursement_approvals ADD CONSTRAINT disbursement_approvals_sandbox_officers CHECK (
  CASE WHEN livemode THEN person_id !~ '^sandbox_'
    ELSE person_id = CASE act WHEN 'approve' THEN 'sandbox_first_officer' ELSE 'sandbox_second_officer' END END
);
ALTER TABLE disbursement_approvals ADD CONSTRAINT disbursement_approvals_proof CHECK (
  CASE WHEN livemode AND act = 'release'
    THEN proof_id IS NOT NULL AND factor IS NOT NULL AND factor IN ('totp', 'passkey')
    ELSE proof_id IS NULL AND factor IS NULL END
);

ALTER TABLE payee_call_backs ADD CONSTRAINT payee_call_backs_id_shape CHECK (id ~ '^pcb_[0-9a-hjkmnp-tv-z]{26}$');

ALTER TABLE money_out_limits ADD CONSTRAINT money_out_limits_amounts CHECK (
  per_item_pence >= 0 AND per_item_pence <= per_person_day_pence AND per_item_pence <= per_partner_day_pence
);
ALTER TABLE money_out_limits ADD CONSTRAINT money_out_limits_two_people CHECK (
  (confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);
ALTER TABLE money_out_limits ADD CONSTRAINT money_out_limits_one_end CHECK (
  (withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (confirmed_by IS NULL OR withdrawn_by IS NULL)
);
-- One proposal at a time, so that nobody confirms another than the one he read.
CREATE UNIQUE INDEX money_out_limits_open ON money_out_limits ((true)) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

ALTER TABLE money_out_stops ADD CONSTRAINT money_out_stops_id_shape CHECK (id ~ '^mos_[0-9a-hjkmnp-tv-z]{26}$');
-- Stop alone, start together.
ALTER TABLE money_out_stops ADD CONSTRAINT money_out_stops_two_people CHECK (
  (start_proposed_by IS NULL) = (start_proposed_at IS NULL) AND (started_by IS NULL) = (started_at IS NULL) AND
  (started_by IS NULL OR (start_proposed_by IS NOT NULL AND started_by <> start_proposed_by))
);
CREATE UNIQUE INDEX money_out_stops_active ON money_out_stops (partner_id) NULLS NOT DISTINCT WHERE started_at IS NULL;

-- The installation's first limits: no single loan is larger, and a day sees few of them.
INSERT INTO money_out_limits
  (per_item_pence, per_person_day_pence, per_partner_day_pence, reason, proposed_by, proposed_at, confirmed_by, confirmed_at)
VALUES (25000000, 100000000, 50000000, 'The limits this installation starts with.', 'installation', now(), 'migration', now());

-- What the product's role may do

-- What was asked for never changes: not the amount, the payee, the borrower, nor who asked.
REVOKE UPDATE, DELETE, TRUNCATE ON disbursements FROM partner_app;
GRANT UPDATE (
  status, version, payee_check, payee_name_at_bank, payee_checked_at, approval_round, snapshot_sha256, approved_by,
  approved_at, approval_expires_at, released_by, released_at, release_day, sent_at, settled_at, returned_at, reason_code,
  internal_note, partner_note, failure_code, return_code, updated_at, expires_at
) ON disbursements TO partner_app;
REVOKE UPDATE, DELETE, TRUNCATE ON disbursement_snapshots, disbursement_approvals, payee_call_backs FROM partner_app;
REVOKE UPDATE, DELETE, TRUNCATE ON money_out_limits, money_out_stops FROM partner_app;
GRANT UPDATE (confirmed_by, confirmed_at, withdrawn_by, withdrawn_at) ON money_out_limits TO partner_app;
GRANT UPDATE (start_proposed_by, start_proposed_at, started_by, started_at) ON money_out_stops TO partner_app;

-- Rules about more than one row

CREATE FUNCTION refuse_money_out(rule text, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', why USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END
$$;

-- Whether this person is staff in one of these roles today.
CREATE FUNCTION is_staff(person text, roles text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM staff_members WHERE person_id = person AND role::text = ANY (roles))
$$;

-- Every arrow of contract §8, and the signed records that an approval and a release need.
CREATE FUNCTION guard_disbursement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ways CONSTANT jsonb := '{
    "requested": ["approved", "on_hold", "rejected", "cancelled", "expired"],
    "approved": ["requested", "released", "on_hold", "rejected", "cancelled", "expired"],
    "on_hold": ["requested", "rejected", "cancelled", "expired"],
    "released": ["sent", "failed", "unknown"],
    "unknown": ["sent", "failed"],
    "sent": ["settled", "returned"],
    "settled": ["returned"]
  }';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'requested' OR NEW.version <> 1 OR NEW.approval_round <> 0 THEN
      PERFORM refuse_money_out('disbursements_begin_requested', 'A disbursement begins as a request.');
    END IF;
    IF NOT EXISTS (SELECT FROM projects WHERE id = NEW.project_id AND partner_id = NEW.partner_id) THEN
      PERFORM refuse_money_out('disbursements_own_partner', 'A disbursement belongs to the partner of its project.');
    END IF;
    IF NOT EXISTS (
      SELECT FROM applications WHERE id = NEW.application_id AND project_id = NEW.project_id AND accepted_offer_id = NEW.offer_id
    ) THEN
      PERFORM refuse_money_out('disbursements_own_application', 'A disbursement pays the offer that its application accepted.');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    PERFORM refuse_money_out('disbursements_version', 'Every change counts the version up by one.');
  END IF;
  IF NEW.status <> OLD.status AND NOT coalesce(ways -> OLD.status::text ? NEW.status::text, false) THEN
    PERFORM refuse_money_out('disbursements_way', format('No way leads from %s to %s.', OLD.status, NEW.status));
  END IF;
  -- An approval and a release are made by their own act and stay as they were made.
  IF NEW.status = OLD.status OR OLD.released_by IS NOT NULL THEN
    IF ROW(NEW.approval_round, NEW.snapshot_sha256, NEW.approved_by, NEW.approved_at, NEW.released_by, NEW.released_at, NEW.release_day)
      IS DISTINCT FROM
      ROW(OLD.approval_round, OLD.snapshot_sha256, OLD.approved_by, OLD.approved_at, OLD.released_by, OLD.released_at, OLD.release_day)
    THEN
      PERFORM refuse_money_out('disbursements_approval_stays', 'An approval or a release never changes.');
    END IF;
  ELSIF NEW.status = 'approved' THEN
    IF NEW.approval_round <> OLD.approval_round + 1 OR NOT EXISTS (
      SELECT FROM disbursement_approvals r
      WHERE r.disbursement_id = NEW.id AND r.round = NEW.approval_round AND r.act = 'approve' AND r.person_id = NEW.approved_by
        AND r.amount_pence = NEW.amount_pence AND r.payee_hash = NEW.payee_hash AND r.snapshot_sha256 = NEW.snapshot_sha256
    ) THEN
      PERFORM refuse_money_out('disbursements_signed_approval', 'An approval needs its signed record.');
    END IF;
  ELSIF NEW.status = 'released' THEN
    IF ROW(NEW.approval_round, NEW.snapshot_sha256, NEW.approved_by, NEW.approved_at)
      IS DISTINCT FROM ROW(OLD.approval_round, OLD.snapshot_sha256, OLD.approved_by, OLD.approved_at)
      OR 2 <> (
        SELECT count(DISTINCT r.person_id) FROM disbursement_approvals r
        WHERE r.disbursement_id = NEW.id AND r.round = NEW.approval_round
          AND r.person_id = CASE r.act WHEN 'approve' THEN NEW.approved_by ELSE NEW.released_by END
          AND r.amount_pence = NEW.amount_pence AND r.payee_hash = NEW.payee_hash AND r.snapshot_sha256 = NEW.snapshot_sha256
      )
    THEN
      PERFORM refuse_money_out('disbursements_signed_release', 'A release needs the signed records of two people.');
    END IF;
    IF NEW.payee_check NOT IN ('match', 'close_match', 'unavailable') THEN
      PERFORM refuse_money_out('disbursements_payee_confirmed', 'A payee whose name does not match is not paid.');
    END IF;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER disbursements_guard BEFORE INSERT OR UPDATE ON disbursements
  FOR EACH ROW EXECUTE FUNCTION guard_disbursement();

-- A record speaks of the request as it is and of the evidence as it was frozen, by somebody whose role allows it.
CREATE FUNCTION guard_disbursement_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM disbursements d JOIN disbursement_snapshots s ON s.disbursement_id = d.id AND s.round = NEW.round
    WHERE d.id = NEW.disbursement_id AND d.amount_pence = NEW.amount_pence AND d.payee_hash = NEW.payee_hash
      AND s.sha256 = NEW.snapshot_sha256
      AND NEW.round = CASE NEW.act WHEN 'approve' THEN d.approval_round + 1 ELSE d.approval_round END
      AND d.status = CASE NEW.act WHEN 'approve' THEN 'requested' ELSE 'approved' END::disbursement_status
  ) THEN
    PERFORM refuse_money_out('disbursement_approvals_match', 'The record does not speak of this request and its evidence.');
  END IF;
  IF NEW.livemode AND NOT is_staff(NEW.person_id, CASE NEW.act WHEN 'approve' THEN '{reviewer,releaser}' ELSE '{releaser}' END::text[]) THEN
    PERFORM refuse_money_out('disbursement_approvals_role', 'This person’s role does not allow the act.');
  END IF;
  IF NEW.act = 'release' AND NOT EXISTS (
    SELECT FROM disbursement_approvals r WHERE r.disbursement_id = NEW.disbursement_id AND r.round = NEW.round
      AND r.act = 'approve' AND r.person_id <> NEW.person_id
  ) THEN
    PERFORM refuse_money_out('disbursement_approvals_two_people', 'A release is the second person’s.');
  END IF;
  IF EXISTS (
    SELECT FROM payee_call_backs c WHERE c.disbursement_id = NEW.disbursement_id AND c.recorded_by = NEW.person_id
  ) THEN
    PERFORM refuse_money_out('disbursement_approvals_not_own_evidence', 'Who called the payee back neither approves nor releases.');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER disbursement_approvals_guard BEFORE INSERT ON disbursement_approvals
  FOR EACH ROW EXECUTE FUNCTION guard_disbursement_approval();

-- A third person's evidence: not the officers' own.
CREATE FUNCTION guard_payee_call_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM disbursements d WHERE d.id = NEW.disbursement_id AND NEW.recorded_by IN (d.approved_by, d.released_by)
  ) THEN
    PERFORM refuse_money_out('payee_call_backs_third_person', 'Who approved does not call the payee back.');
  END IF;
  IF NOT is_staff(NEW.recorded_by, '{reviewer,releaser,admin}') THEN
    PERFORM refuse_money_out('payee_call_backs_role', 'This person’s role does not allow the act.');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER payee_call_backs_guard BEFORE INSERT ON payee_call_backs
  FOR EACH ROW EXECUTE FUNCTION guard_payee_call_back();

-- Limits are proposed by one administrator and confirmed by another; what has ended stays.
CREATE FUNCTION guard_money_out_limits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.confirmed_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL THEN
      PERFORM refuse_money_out('money_out_limits_begin_proposed', 'Limits begin as a proposal.');
    END IF;
    IF NOT is_staff(NEW.proposed_by, '{admin}') THEN
      PERFORM refuse_money_out('money_out_limits_role', 'This person’s role does not allow the act.');
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
    PERFORM refuse_money_out('money_out_limits_stay', 'What was confirmed or withdrawn stays so.');
  END IF;
  IF NOT is_staff(coalesce(NEW.confirmed_by, NEW.withdrawn_by), '{admin}') THEN
    PERFORM refuse_money_out('money_out_limits_role', 'This person’s role does not allow the act.');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER money_out_limits_guard BEFORE INSERT OR UPDATE ON money_out_limits
  FOR EACH ROW EXECUTE FUNCTION guard_money_out_limits();

CREATE FUNCTION guard_money_out_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.start_proposed_at IS NOT NULL OR NEW.started_at IS NOT NULL THEN
      PERFORM refuse_money_out('money_out_stops_begin_stopped', 'A stop begins as a stop.');
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.started_at IS NOT NULL THEN
    PERFORM refuse_money_out('money_out_stops_stay', 'A stop that has ended stays so.');
  END IF;
  IF NEW.started_by IS NOT NULL AND NEW.start_proposed_by IS DISTINCT FROM OLD.start_proposed_by THEN
    PERFORM refuse_money_out('money_out_stops_in_turn', 'Who starts confirms what another proposed before.');
  END IF;
  IF NOT is_staff(coalesce(NEW.started_by, NEW.start_proposed_by), '{releaser,admin}') THEN
    PERFORM refuse_money_out('money_out_stops_role', 'This person’s role does not allow the act.');
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER money_out_stops_guard BEFORE INSERT OR UPDATE ON money_out_stops
  FOR EACH ROW EXECUTE FUNCTION guard_money_out_stop();
