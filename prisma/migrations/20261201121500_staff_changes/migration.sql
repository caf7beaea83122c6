-- CreateEnum
CREATE TYPE "staff_change_kind" AS ENUM ('invite', 'change_role', 'remove');

-- AlterTable
ALTER TABLE "staff_enrolments" ADD COLUMN "change_id" TEXT;

-- CreateTable
CREATE TABLE "staff_changes" (
    "id" TEXT NOT NULL,
    "kind" "staff_change_kind" NOT NULL,
    "person_id" TEXT,
    "email" TEXT,
    "name" TEXT,
    "role" "staff_role",
    "reason" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_enrolments_change_id_key" ON "staff_enrolments"("change_id");

-- AddForeignKey
ALTER TABLE "staff_enrolments" ADD CONSTRAINT "staff_enrolments_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "staff_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_changes" ADD CONSTRAINT "staff_changes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

ALTER TABLE staff_changes ADD CONSTRAINT staff_changes_id_shape CHECK (id ~ '^sch_[0-9a-hjkmnp-tv-z]{26}$');
ALTER TABLE staff_changes ADD CONSTRAINT staff_changes_email_lower_case CHECK (email = lower(email));
ALTER TABLE staff_changes ADD CONSTRAINT staff_changes_says_what CHECK (
  CASE kind
    WHEN 'invite' THEN person_id IS NULL AND email IS NOT NULL AND name IS NOT NULL AND role IS NOT NULL
    WHEN 'change_role' THEN person_id IS NOT NULL AND email IS NULL AND name IS NULL AND role IS NOT NULL
    ELSE person_id IS NOT NULL AND email IS NULL AND name IS NULL AND role IS NULL
  END
);
-- Two different people, and neither is the one it is about: but whoever goes may say so himself.
ALTER TABLE staff_changes ADD CONSTRAINT staff_changes_two_people CHECK (
  (confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);
ALTER TABLE staff_changes ADD CONSTRAINT staff_changes_not_about_oneself CHECK (
  person_id IS NULL OR (confirmed_by IS DISTINCT FROM person_id AND (kind = 'remove' OR proposed_by <> person_id))
);
ALTER TABLE staff_changes ADD CONSTRAINT staff_changes_one_end CHECK (
  (withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (confirmed_by IS NULL OR withdrawn_by IS NULL)
);
-- One open proposal about a person, so that nobody confirms another than the one he read.
CREATE UNIQUE INDEX staff_changes_open_person ON staff_changes (person_id)
  WHERE person_id IS NOT NULL AND confirmed_at IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX staff_changes_open_email ON staff_changes (email)
  WHERE email IS NOT NULL AND confirmed_at IS NULL AND withdrawn_at IS NULL;

-- What the product's role may do: propose, end a proposal, and let somebody enrol. Who is staff, and as what, changes by a
-- confirmed proposal alone.
REVOKE UPDATE, DELETE, TRUNCATE ON staff_changes FROM partner_app;
GRANT UPDATE (confirmed_by, confirmed_at, withdrawn_by, withdrawn_at) ON staff_changes TO partner_app;
REVOKE UPDATE, DELETE, TRUNCATE ON staff_members FROM partner_app;
REVOKE UPDATE, DELETE, TRUNCATE ON staff_enrolments FROM partner_app;
GRANT UPDATE (used_at) ON staff_enrolments TO partner_app;

CREATE FUNCTION refuse_staff_change(rule text, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', why USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END
$$;

CREATE FUNCTION guard_staff_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.confirmed_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL THEN
      PERFORM refuse_staff_change('staff_changes_begin_proposed', 'A change begins as a proposal.');
    END IF;
    IF NOT is_staff(NEW.proposed_by, '{admin}') THEN
      PERFORM refuse_staff_change('staff_changes_role', 'This person’s role does not allow the act.');
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
    PERFORM refuse_staff_change('staff_changes_stay', 'What was confirmed or withdrawn stays so.');
  END IF;
  IF NOT is_staff(coalesce(NEW.confirmed_by, NEW.withdrawn_by), '{admin}') THEN
    PERFORM refuse_staff_change('staff_changes_role', 'This person’s role does not allow the act.');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER staff_changes_guard BEFORE INSERT OR UPDATE ON staff_changes
  FOR EACH ROW EXECUTE FUNCTION guard_staff_change();

-- As the owner: the product's role cannot do it any other way.
CREATE FUNCTION apply_staff_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- Changes of admins wait for one another, so that their number is exact.
  PERFORM pg_advisory_xact_lock(hashtext('staff admins'));
  IF NEW.kind = 'change_role' THEN
    UPDATE staff_members SET role = NEW.role WHERE person_id = NEW.person_id;
  ELSIF NEW.kind = 'remove' THEN
    DELETE FROM staff_members WHERE person_id = NEW.person_id;
  END IF;
  IF NEW.kind <> 'invite' AND NOT FOUND THEN
    PERFORM refuse_staff_change('staff_changes_of_staff', 'This person is not staff.');
  END IF;
  -- Limits, roles and the start of money-out take two of them.
  IF NEW.kind <> 'invite' AND (SELECT count(*) FROM staff_members WHERE role = 'admin') < 2 THEN
    PERFORM refuse_staff_change('staff_changes_two_admins', 'Two admins must remain.');
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER staff_changes_apply AFTER UPDATE ON staff_changes
  FOR EACH ROW WHEN (OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION apply_staff_change();

-- A link stands for a confirmed invitation, or makes one of the first two admins.
CREATE FUNCTION guard_staff_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.change_id IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtext('staff admins'));
    IF NEW.role <> 'admin' OR 2 <= (SELECT count(*) FROM staff_members WHERE role = 'admin') + (
      SELECT count(*) FROM staff_enrolments WHERE role = 'admin' AND used_at IS NULL AND expires_at > now()
    ) THEN
      PERFORM refuse_staff_change('staff_enrolments_invited', 'Only the first two admins need no invitation.');
    END IF;
  ELSIF NOT EXISTS (
    SELECT FROM staff_changes c
    WHERE c.id = NEW.change_id AND c.kind = 'invite' AND c.confirmed_at IS NOT NULL
      AND (c.email, c.name, c.role) = (NEW.email, NEW.name, NEW.role)
  ) THEN
    PERFORM refuse_staff_change('staff_enrolments_invited', 'Nobody confirmed this invitation.');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER staff_enrolments_guard BEFORE INSERT ON staff_enrolments
  FOR EACH ROW EXECUTE FUNCTION guard_staff_enrolment();

-- Staff comes by such a link: one that was used, for that address and that role.
CREATE FUNCTION guard_staff_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'partner_app' AND NOT EXISTS (
    SELECT FROM staff_enrolments e JOIN people p ON p.email = e.email
    WHERE p.id = NEW.person_id AND e.role = NEW.role AND e.used_at IS NOT NULL
  ) THEN
    PERFORM refuse_staff_change('staff_members_enrolled', 'Staff comes by an enrolment.');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER staff_members_guard BEFORE INSERT ON staff_members
  FOR EACH ROW EXECUTE FUNCTION guard_staff_member();
