-- By hand: what Prisma cannot say.

-- A check that yields NULL passes, and a comparison with NULL yields NULL: absence has to be said.
ALTER TABLE oauth_credentials DROP CONSTRAINT oauth_credentials_one_kind;
ALTER TABLE oauth_credentials ADD CONSTRAINT oauth_credentials_one_kind CHECK (
  (kind = 'secret' AND secret_hmac IS NOT NULL AND octet_length(secret_hmac) = 32 AND public_jwk IS NULL) OR
  (kind = 'public_key' AND secret_hmac IS NULL AND public_jwk IS NOT NULL)
);
ALTER TABLE oauth_clients DROP CONSTRAINT oauth_clients_has_scope;
ALTER TABLE oauth_clients ADD CONSTRAINT oauth_clients_has_scope CHECK (scopes IS NOT NULL AND cardinality(scopes) > 0);

-- Since PostgreSQL 16 whoever creates a role may administer it, yet not take it. The owner's login must be able to.
DO $$
BEGIN
  SET LOCAL ROLE partner_app;
  RESET ROLE;
EXCEPTION WHEN insufficient_privilege THEN
  EXECUTE format('GRANT partner_app TO %I', current_user);
END
$$;
