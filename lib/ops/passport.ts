// A release passport with what a reader at the screen needs beside it: names, and whether it holds now.
import { publicSigningKey } from '@/lib/crypto/ed25519';
import { auditPhrase } from '@/lib/audit';
import { faultsOfPassport, readReleasePassport } from '@/lib/payer';
import { findNames } from './repository';

/** @throws ApiError `resource_not_found`; `invalid_state` when it was never released. */
export async function showPassport(disbursementId: string) {
  const passport = await readReleasePassport(disbursementId);
  const { approve, release } = passport.approvals;
  const people = [
    approve?.record.person_id,
    release?.record.person_id,
    ...passport.audit.map(({ entry }) => entry?.actorId),
  ];
  const names = await findNames([...new Set(people.filter((id) => id !== undefined))]);
  return {
    passport,
    /** Checked with the key of this server; `npm run audit:verify` does the same with that of an anchor. */
    faults: faultsOfPassport(passport, publicSigningKey()),
    checked_at: new Date().toISOString(),
    names: Object.fromEntries(names),
    /** Words for the acts in its audit trail. */
    phrases: Object.fromEntries(
      passport.audit.flatMap(({ entry }) => (entry ? [[entry.act, auditPhrase(entry.act)]] : [])),
    ) as Readonly<Record<string, string>>,
  };
}
export type PassportForStaff = Awaited<ReturnType<typeof showPassport>>;
