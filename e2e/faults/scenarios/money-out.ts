// Release → claim → send → outcome, with the bank's own file as the oracle: one accepted line for each disbursement.
import type { ProjectSnapshot } from '@/lib/core/project';
import { releaseDisbursement } from '@/lib/disbursements';
import { approved, as, proven, ruleOf, statusOf, twoOfficers } from '@/lib/disbursements/testing';
import { ledgerStandingOf } from '@/lib/ledger';
import { bankReference, sweepPayments } from '@/lib/payer';
import { readJournal } from '@/lib/providers/testing';
import { countRows, ownerQuery } from '@/lib/testing';
import type { Scenario } from '../sweep';

interface Subject {
  readonly id: string;
  readonly second: string;
}

/** Everything a payer waits for has passed: claims have lapsed, silent payments are old enough to be asked about. */
const timePasses = (id: string) =>
  ownerQuery(
    `UPDATE bank_instructions SET claimed_at = claimed_at - interval '1 hour', sent_at = sent_at - interval '1 hour'
     WHERE disbursement_id = '${id}'`,
  );

/** @param file the bank's book. */
export function moneyOut(project: ProjectSnapshot, file: string): Scenario<Subject> {
  const officers = twoOfficers();
  return {
    name: 'money-out: release, claim, send, outcome',
    async prepare() {
      const { first, second } = await officers;
      return { id: await approved(project, first), second };
    },
    order: ({ id, second }) => ({ act: 'pay', id, second }),
    async judge({ id, second }, { acknowledged }) {
      const before = await statusOf(id);
      const forgotten = acknowledged !== undefined && (before === 'approved' || before === 'requested');
      // An officer whose press was not answered looks again, and presses again where that is offered.
      if (before === 'approved') await ruleOf(releaseDisbursement({ ctx: as(second), input: { id }, spendProof: proven })); // prettier-ignore
      for (let round = 0; round < 5 && (await statusOf(id)) !== 'sent'; round += 1) {
        await timePasses(id);
        await sweepPayments();
      }
      const paid = readJournal(file).filter(
        ({ reference, state }) => reference === bankReference(id) && state === 'accepted',
      ).length;
      const status = await statusOf(id);
      const once = {
        payments: paid,
        instructions: await countRows('bank_instructions', 'disbursement_id = $1', [id]),
        releases: await countRows('audit_entries', "object_id = $1 AND act = 'disbursement.release'", [id]),
        events: await countRows('events', "object_id = $1 AND type = 'disbursement.released'", [id]),
      };
      const standing = await ledgerStandingOf(id);
      const isWhole = status === 'sent' && standing?.kind === 'reserve' && !forgotten;
      const double = Object.values(once).reduce((sum, count) => sum + Math.max(0, count - 1), 0);
      const lost = Object.values(once).filter((count) => count === 0).length + (isWhole ? 0 : 1);
      if (double + lost === 0) return { double, lost };
      return {
        double,
        lost,
        says: JSON.stringify({ id, status, forgotten, ledger: standing?.kind, ...once }),
      };
    },
  };
}
