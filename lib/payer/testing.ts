// What tests of the payer share: a simulated bank with its own file, and disbursements that two people released.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { canonicalText, payeeHash, signApproval, snapshotHash } from '@/lib/approvals';
import { pool, withTransaction } from '@/lib/db';
import { readPaymentOrder } from '@/lib/disbursements';
import { createStaff, requested } from '@/lib/disbursements/testing';
import { reserveDisbursement } from '@/lib/ledger';
import { runSimulatedBank, type BankRail } from '@/lib/providers';
import { httpBankRail, readJournal } from '@/lib/providers/testing';
import { bankReference } from './reference';

export interface TestBank {
  readonly rail: BankRail;
  readonly file: string;
  /** What the bank wrote down as accepted: one line for each payment it made. */
  accepted(disbursementId: string): number;
  knob(knobs: Record<string, unknown>): Promise<void>;
  /** Settles or returns a payment now. */
  end(disbursementId: string, state: 'settled' | 'returned'): Promise<void>;
  stop(): Promise<void>;
}

/** A bank of its own on a free port, with a file of its own. It ends payments only when it is told to. */
export async function startTestBank(): Promise<TestBank> {
  const folder = mkdtempSync(path.join(tmpdir(), 'partner-platform-bank-'));
  const file = path.join(folder, 'live.jsonl');
  const bank = await runSimulatedBank({ file, settleAfterMs: 2 ** 30 });
  const post = async (at: string, body: unknown) => {
    await fetch(`${bank.url}${at}`, { method: 'POST', body: JSON.stringify(body) });
  };
  return {
    rail: httpBankRail({ id: 'live', url: bank.url }),
    file,
    accepted: (id) =>
      readJournal(file).filter((line) => line.reference === bankReference(id) && line.state === 'accepted')
        .length,
    knob: (knobs) => post('/knobs', knobs),
    end: (id, state) => post(`/payments/${bankReference(id)}/${state}`, {}),
    async stop() {
      await bank.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const people = new Map<string, string>();

/** A member of staff of this role, made once. */
async function officer(name: string, role: 'reviewer' | 'releaser'): Promise<string> {
  const known = people.get(name) ?? (await createStaff(role));
  people.set(name, known);
  return known;
}

/**
 * A disbursement that two officers released, each with a signed record.
 *
 * @param account ending of the payee's account number (contract §10).
 */
export async function released(
  project: ProjectSnapshot,
  account = '0001',
  amountPence?: number,
): Promise<string> {
  const { id } = await requested(project, { account, ...(amountPence !== undefined && { amountPence }) });
  const { livemode } = project;
  const first = livemode ? await officer('first', 'reviewer') : 'sandbox_first_officer';
  const second = livemode ? await officer('second', 'releaser') : 'sandbox_second_officer';
  const order = (await readPaymentOrder(id))!;
  const evidence = canonicalText({ disbursement: id, amount_pence: order.amountPence });
  const sha256 = snapshotHash(JSON.parse(evidence));
  await withTransaction(async (tx) => {
    const run = (sql: string, values: unknown[]) => tx.client.query(sql, values);
    await run(
      `INSERT INTO disbursement_snapshots (disbursement_id, round, sha256, evidence, created_at) VALUES ($1, 1, $2, $3, now())`,
      [id, sha256, evidence],
    );
    const say = async (act: 'approve' | 'release', person: string) => {
      const stepUp = livemode && act === 'release';
      const proofId = stepUp ? newId('req') : null;
      const { record, signature, public_key } = signApproval({
        act,
        disbursement_id: id,
        livemode,
        amount_pence: order.amountPence,
        payee_sha256: payeeHash(order.payee),
        snapshot_sha256: sha256,
        person_id: person,
        at: new Date().toISOString(),
        factor: stepUp ? 'totp' : livemode ? 'none' : 'sandbox',
        proof_id: proofId,
      });
      await run(
        `INSERT INTO disbursement_approvals (id, disbursement_id, livemode, round, act, person_id, amount_pence, payee_hash,
           snapshot_sha256, factor, proof_id, record, key_id, signature, created_at)
         VALUES ($1, $2, $3, 1, $4::disbursement_act, $5, $6, $7, $8, $9, $10, $11, $12, $13, now())`,
        [newId('apv'), id, livemode, act, person, order.amountPence, Buffer.from(payeeHash(order.payee), 'hex'), sha256,
         stepUp ? 'totp' : null, proofId, canonicalText(record), public_key, Buffer.from(signature, 'base64url')],
      ); // prettier-ignore
    };
    await say('approve', first);
    await run(
      `UPDATE disbursements SET status = 'approved', version = version + 1, approval_round = 1, snapshot_sha256 = $2,
         approved_by = $3, approved_at = now(), approval_expires_at = now() + interval '4 hours' WHERE id = $1`,
      [id, sha256, first],
    );
    await say('release', second);
    await run(
      `UPDATE disbursements SET status = 'released', version = version + 1, released_by = $2, released_at = now(),
         release_day = current_date, approval_expires_at = NULL, expires_at = NULL WHERE id = $1`,
      [id, second],
    );
    await reserveDisbursement(tx, { disbursementId: id, livemode, amountPence: order.amountPence });
  });
  return id;
}

/** Ends every stop and every exception, as two people would, so that the next test begins in order. */
export async function startAgain(owner: (sql: string) => Promise<unknown>): Promise<void> {
  await pool().query(
    `UPDATE reconciliation_exceptions SET resolved_at = now(), resolved_by = 'test', resolution = 'test' WHERE resolved_at IS NULL`,
  );
  await owner(
    `SET session_replication_role = replica; UPDATE money_out_stops SET start_proposed_by = 'a', start_proposed_at = now(), started_by = 'b', started_at = now() WHERE started_at IS NULL`,
  );
}
