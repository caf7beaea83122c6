-- AlterTable
ALTER TABLE "partner_profiles" ADD COLUMN     "verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "verified_by" TEXT;

-- From here on by hand: what Prisma cannot say.

ALTER TABLE partner_profiles ADD CONSTRAINT partner_profiles_verified CHECK ((verified_at IS NULL) = (verified_by IS NULL));

-- Staff verified these details and no others: whoever changes one of them asks anew.
CREATE FUNCTION void_partner_verification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.legal_name, NEW.company_number, NEW.website, NEW.contact_name, NEW.contact_email, NEW.security_email)
     IS DISTINCT FROM (OLD.legal_name, OLD.company_number, OLD.website, OLD.contact_name, OLD.contact_email, OLD.security_email) THEN
    NEW.verified_at := NULL;
    NEW.verified_by := NULL;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER partner_profiles_verification BEFORE UPDATE ON partner_profiles
  FOR EACH ROW EXECUTE FUNCTION void_partner_verification();
