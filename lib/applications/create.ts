// Opens an application (contract §8), and submits it at once when asked to.
import { randomBytes } from 'node:crypto';
import type { WriteContext } from '@/lib/core/context';
import { fieldError } from '@/lib/core/field-errors';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { recordAudit } from '@/lib/audit';
import type { RegisteredCompany } from '@/lib/providers';
import { businessLoan } from '@/lib/products';
import { recordEvents, type EventRecord } from '@/lib/webhooks';
import { insertApplication, type ApplicationRow } from './repository';
import { requestReview } from './request-review';
import type { Application, CreateApplicationInput } from './schemas';
import { toApplication } from './serialize';
import { expiryOf } from './state';

export interface CreateApplication {
  readonly ctx: WriteContext;
  readonly input: CreateApplicationInput;
  /** What the look-up found; null when the registry was silent. */
  readonly company: RegisteredCompany | null;
}

/** Explicit, or because the applicant's details are complete (contract §8). */
function isSubmitted({ submit, applicant }: CreateApplicationInput): boolean {
  return submit ?? (applicant?.email !== undefined && applicant.first_name !== undefined);
}

function requireAllowedRedirect({ livemode, redirectUris }: ProjectSnapshot, uri: string | undefined): void {
  if (uri === undefined || !livemode || redirectUris.includes(uri)) return;
  throw fieldError('invalid_value', 'redirect_uri', 'This URL is not on the project’s allow-list.');
}

function newRow({ ctx, input, company }: CreateApplication): ApplicationRow {
  const now = ctx.clock.now();
  const submitted = isSubmitted(input);
  return {
    id: newId('app'),
    projectId: ctx.project.id,
    livemode: ctx.project.livemode,
    status: submitted ? 'submitted' : 'created',
    companyNumber: input.business.company_number,
    companyName: company?.name ?? null,
    amountPence: input.amount_pence,
    termMonths: input.term_months,
    product: input.product ?? businessLoan.id,
    purpose: input.purpose ?? null,
    applicantEmail: input.applicant?.email ?? null,
    applicantFirstName: input.applicant?.first_name ?? null,
    redirectUri: input.redirect_uri ?? null,
    reference: input.reference ?? null,
    introductionId: input.introduction_id ?? null,
    metadata: input.metadata ?? null,
    handoffNonce: randomBytes(16),
    monthlyTurnoverPence: null,
    pass: 1,
    decisionId: submitted ? newId('dec') : null,
    latestVersion: 0,
    refreshPending: false,
    acceptedOfferId: null,
    disbursementId: null,
    createdAt: now,
    updatedAt: now,
    expiresAt: submitted ? null : expiryOf('created', now),
  };
}

/** `application.created`, then `application.submitted` when it went on. */
function eventsOf(row: ApplicationRow, application: Application): EventRecord[] {
  const common = {
    project: { id: row.projectId, livemode: row.livemode },
    objectId: row.id,
    createdAt: row.createdAt,
  };
  const opened = { status: 'created', decision_id: null } as const;
  const created: EventRecord = {
    ...common,
    type: 'application.created',
    object: { ...application, ...opened },
  };
  if (row.status === 'created') return [created];
  return [created, { ...common, type: 'application.submitted', object: application, previous: opened }];
}

/** @throws ApiError `invalid_value` for a `redirect_uri` that a live project has not listed. */
export async function createApplication(call: CreateApplication): Promise<Application> {
  const { ctx, input } = call;
  requireAllowedRedirect(ctx.project, input.redirect_uri);
  const row = newRow(call);
  const application = toApplication(row);
  // None needs another's answer, so they share one journey to the database.
  await Promise.all([
    insertApplication(row, ctx.tx),
    recordAudit(ctx.tx, {
      stream: row.projectId,
      actor: ctx.actor,
      act: 'application.create',
      objectId: row.id,
      requestId: ctx.requestId,
      detail: { to: row.status },
    }),
    recordEvents(ctx.tx, eventsOf(row, application)),
    row.status === 'submitted' && requestReview(ctx.tx, row),
  ]);
  return application;
}
