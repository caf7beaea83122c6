-- CreateTable
CREATE TABLE "audit_seals" (
    "stream" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("stream","sequence")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "stream" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("stream")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seals_entry_id_key" ON "audit_seals"("entry_id");

-- From here on by hand: what Prisma cannot say.

-- What is hashed: a JSON array of texts, so that no two entries are spelled alike. lib/audit/chain.ts spells the same.
CREATE FUNCTION audit_seal_text(stream text, sequence bigint, previous bytea, entry audit_entries) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    'v1', stream, sequence::text, encode(previous, 'hex'), entry.id, entry.stream, entry.actor_kind, entry.actor_id, entry.act,
    entry.object_id, coalesce(entry.request_id, ''), entry.detail::text,
    to_char(entry.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  )::text
$$;

-- Whoever inserts a seal names the entry, nothing else: stream, sequence and hashes are the database's own. The function acts as
-- the owner, because the product's role may not write heads. The head's row lock orders those who seal one stream.
CREATE FUNCTION seal_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry audit_entries;
  head audit_heads;
BEGIN
  SELECT * INTO entry FROM audit_entries WHERE id = NEW.entry_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is no audit entry % to seal', NEW.entry_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  INSERT INTO audit_heads VALUES (entry.stream, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM audit_heads WHERE stream = entry.stream FOR UPDATE;
  NEW.stream := entry.stream;
  NEW.sequence := head.sequence + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := sha256(convert_to(audit_seal_text(NEW.stream, NEW.sequence, NEW.previous_hash, entry), 'UTF8'));
  NEW.sealed_at := clock_timestamp();
  UPDATE audit_heads SET sequence = NEW.sequence, hash = NEW.hash WHERE stream = NEW.stream;
  RETURN NEW;
END
$$;
CREATE TRIGGER audit_seals_seal BEFORE INSERT ON audit_seals FOR EACH ROW EXECUTE FUNCTION seal_audit_entry();
ALTER TABLE audit_seals ADD CONSTRAINT audit_seals_hashes CHECK (octet_length(hash) = 32 AND octet_length(previous_hash) = 32);

REVOKE UPDATE, DELETE, TRUNCATE ON audit_seals FROM partner_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_heads FROM partner_app;
