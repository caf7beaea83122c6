-- Objects echo their request fields, absent ones as null (contract §7).
ALTER TABLE "applications" ALTER COLUMN "metadata" DROP NOT NULL,
ALTER COLUMN "metadata" DROP DEFAULT;

-- From here on by hand: what Prisma cannot say.

-- The search for reviews whose job was lost reads only what is under review.
CREATE INDEX applications_under_review ON applications (id) WHERE status IN ('submitted', 'in_review');
-- An offer is looked for among the versions of one application; the link's secret half is 128 bits.
ALTER TABLE applications ADD CONSTRAINT applications_handoff_nonce CHECK (octet_length(handoff_nonce) = 16);
ALTER TABLE applications ADD CONSTRAINT applications_pass CHECK (pass IN (1, 2));
-- Once submitted, an application knows its decision.
ALTER TABLE applications ADD CONSTRAINT applications_under_decision CHECK (status IN ('created', 'withdrawn', 'expired') OR decision_id IS NOT NULL);
