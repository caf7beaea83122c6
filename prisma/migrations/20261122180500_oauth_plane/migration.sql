-- AlterEnum
ALTER TYPE "control_change_kind" ADD VALUE 'client_changed';

-- AlterTable
ALTER TABLE "control_changes" ADD COLUMN     "transaction_id" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "oauth_credentials" ADD COLUMN     "last_used_at" TIMESTAMPTZ(3),
ALTER COLUMN "slot" DROP NOT NULL;

-- AlterTable
ALTER TABLE "signing_keys" ALTER COLUMN "activates_at" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "control_changes_expires_at_idx" ON "control_changes"("expires_at");

-- CreateIndex
CREATE INDEX "control_changes_transaction_id_idx" ON "control_changes"("transaction_id");

-- From here on by hand: what Prisma cannot say.

-- One key signs and one waits, whatever two processes do at once (§2 Keys).
CREATE UNIQUE INDEX signing_keys_one_current ON signing_keys ((true)) WHERE activates_at IS NOT NULL AND retires_at IS NULL;
CREATE UNIQUE INDEX signing_keys_one_next ON signing_keys ((true)) WHERE activates_at IS NULL;
ALTER TABLE signing_keys ADD CONSTRAINT signing_keys_order CHECK (
  (retires_at IS NULL OR (activates_at IS NOT NULL AND retires_at >= activates_at)) AND
  ((removed_at IS NULL) = (retires_at IS NULL) AND (removed_at IS NULL OR removed_at >= retires_at))
);

-- A live credential holds a slot; only a retired or revoked one may hold none.
ALTER TABLE oauth_credentials ADD CONSTRAINT oauth_credentials_live_has_slot CHECK (
  slot IS NOT NULL OR retires_at IS NOT NULL OR revoked_at IS NOT NULL
);

-- Identifiers have the shape the contract promises (§2): the environment is part of a client's name.
ALTER TABLE oauth_clients ADD CONSTRAINT oauth_clients_id_shape CHECK (id ~ '^cid_(sbx|live)_[A-Za-z0-9_-]+$');
ALTER TABLE oauth_clients ADD CONSTRAINT oauth_clients_has_scope CHECK (cardinality(scopes) > 0);
