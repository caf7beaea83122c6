// What the tests of money-out share: requests made by the verbs themselves, and people of the lender.
import type { Clock } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { acceptOffer } from '@/lib/applications';
import { open, review } from '@/lib/applications/testing';
import { readDecision } from '@/lib/decisions';
import { inWriteContext, ownerQuery, readContext } from '@/lib/testing';
import { withTransaction, type Transaction } from '@/lib/db';
import { approveDisbursement } from './approve';
import { checkPayee } from './check-payee';
import { MoneyOutRefused } from './refused';
import type { SpendProof } from './release';
import { requestDisbursement } from './request';
import type { Disbursement, RequestDisbursementInput } from './schemas';

export const payee = { account_name: 'Healthy Ltd', sort_code: '12-34-56', account_number: '12340001' };

interface Made {
  readonly amountPence?: number;
  readonly clock?: Clock;
}

/** An application of the healthy company with an accepted offer. @returns its id. */
export async function accepted(project: ProjectSnapshot, { amountPence, clock }: Made = {}): Promise<string> {
  const companyNumber = project.livemode ? 'ZZ000401' : '00000401';
  const { id } = await open(
    project,
    {
      business: { company_number: companyNumber },
      ...(amountPence !== undefined && { amount_pence: amountPence }),
    },
    clock,
  );
  await review(id, 1);
  const decision = await readDecision({ ctx: readContext(project), input: { id } });
  const accepted_by = { name: 'Ada Lovelace', email: 'ada@example.com' };
  // As the applicant: a live project may not accept for him.
  await inWriteContext(
    project,
    (ctx) =>
      acceptOffer({
        ctx: { ...ctx, actor: { kind: 'link', objectId: id } },
        input: { id, offer_id: decision.offers[0]!.id, accepted_by },
      }),
    clock,
  );
  return id;
}

/** Asks for the money of this application. */
export function ask(
  project: ProjectSnapshot,
  applicationId: string,
  overrides: Partial<RequestDisbursementInput> = {},
  clock?: Clock,
): Promise<Disbursement> {
  const input = { application_id: applicationId, payee, ...overrides };
  return inWriteContext(project, (ctx) => requestDisbursement({ ctx, input }), clock);
}

/** Has the bank answer about the payee, as the worker would. */
export const confirmPayee = (disbursementId: string): Promise<void> =>
  checkPayee({ disbursementId }, { signal: new AbortController().signal, attempt: 1 });

/** A request whose payee the bank has answered for. @param account ending of the account number. */
export async function requested(
  project: ProjectSnapshot,
  { account = '0001', ...made }: Made & { readonly account?: string } = {},
): Promise<Disbursement> {
  const id = await accepted(project, made);
  const made_ = await ask(project, id, { payee: { ...payee, account_number: `1234${account}` } }, made.clock);
  await confirmPayee(made_.id);
  return made_;
}

export type StaffRole = 'reviewer' | 'releaser' | 'admin' | 'auditor';

/** A person of the lender. @returns his id. */
export async function createStaff(role: StaffRole): Promise<string> {
  const id = newId('usr');
  await ownerQuery(`INSERT INTO people (id, email, name, password_hash) VALUES ($1, $2, 'Officer', 'x')`, [
    id,
    `${id}@example.com`,
  ]);
  await ownerQuery('INSERT INTO staff_members (person_id, role) VALUES ($1, $2::staff_role)', [id, role]);
  return id;
}

export const statusOf = async (id: string) =>
  (await ownerQuery<{ status: string }>('SELECT status FROM disbursements WHERE id = $1', [id]))[0]?.status;

/** The officer as a verb's context. */
export const as = (personId: string) =>
  ({ actor: { kind: 'staff', personId, sessionId: 'ses_test' }, requestId: newId('req') }) as const;

/** A step-up proof that is always good, and new each time. */
export const proven: SpendProof = async () => ({ id: newId('key'), method: 'totp' });

/** A reviewer and a releaser who have done nothing yet. */
export async function twoOfficers() {
  return { first: await createStaff('reviewer'), second: await createStaff('releaser') };
}

/** Approved by `first`. */
export async function approved(
  project: ProjectSnapshot,
  first: string,
  made: Made & { account?: string } = {},
) {
  const { id } = await requested(project, made);
  await approveDisbursement({ ctx: as(first), input: { id, reason: 'Same director.' } });
  return id;
}

/** Which rule refused; 'none' when nothing did. */
export const ruleOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof MoneyOutRefused ? error.refusal.rule : String(error)),
  );

/** A mover as the payer is one. */
export const asPayer = <T>(
  work: (mover: { tx: Transaction; actor: { kind: 'system'; job: string } }) => Promise<T>,
) => withTransaction((tx) => work({ tx, actor: { kind: 'system', job: 'test.payer' } }));
