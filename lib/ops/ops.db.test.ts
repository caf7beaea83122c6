// What staff see and do about partners, reconciliation and the trail, through the routes that their screens call.
import { beforeAll, describe, expect, it } from 'vitest';
import { signedInStaff } from '@/lib/auth/testing';
import type { ProjectSnapshot } from '@/lib/core/project';
import { newId } from '@/lib/core/ids';
import { withTransaction } from '@/lib/db';
import { askForLive, saveProfile } from '@/lib/go-live';
import { released } from '@/lib/payer/testing';
import { payOne } from '@/lib/payer';
import { findProject } from '@/lib/projects';
import { createProject, ownerQuery } from '@/lib/testing';
import { exportAnchor, sealAuditEntries } from '@/lib/audit';
import { listPartners, listWaiting, showPartner, showPassport, showReconciliation, verifyTrail } from '.';
import { reconciliationCsv } from '@/lib/payer';

const profile = {
  legal_name: 'Harbour & Sons Limited',
  company_number: '00000401',
  website: 'https://partner.example/',
  contact_name: 'Ada',
  contact_email: 'ada@partner.example',
  security_email: 'security@partner.example',
};
let sandbox: ProjectSnapshot;
let request: string;
let actor: { kind: 'staff'; personId: string; sessionId: string };

beforeAll(async () => {
  sandbox = await createProject();
  const { session } = await signedInStaff({ role: 'reviewer' });
  actor = { kind: 'staff', personId: session.person.id, sessionId: session.id };
  await withTransaction((tx) =>
    saveProfile({ ctx: { tx, actor }, input: { partnerId: sandbox.partnerId, profile } }),
  );
  const project = (await findProject(sandbox.id))!;
  request = await withTransaction((tx) =>
    askForLive({ ctx: { tx, actor, project }, input: { name: 'Broker desk', reason: 'We are ready' } }),
  );
});

describe('partners', () => {
  it('are found by name, legal name, company number and ids', async () => {
    const idsOf = async (text: string) => (await listPartners({ text })).data.map(({ id }) => id);
    for (const text of ['harbour & s', '00000401', sandbox.partnerId, sandbox.id])
      expect(await idsOf(text), text).toContain(sandbox.partnerId);
    expect(await idsOf('%')).toEqual([]);
    expect((await listPartners({ verification: 'waiting' })).data).toMatchObject([
      { id: sandbox.partnerId, open_requests: 1, sandbox_projects: 1, live_projects: 0 },
    ]);
    expect((await listPartners({ status: 'suspended' })).data).toEqual([]);
  });

  it('wait for a decision, longest first', async () => {
    expect(await listWaiting()).toMatchObject([
      { kind: 'verification', id: sandbox.partnerId },
      { kind: 'live', id: request, project_name: 'Broker desk' },
    ]);
  });

  it('show the same evidence as the partner sees, then and now', async () => {
    const { requests, projects, audit, verification, profile: shown } = await showPartner(sandbox.partnerId);
    expect(requests).toMatchObject([{ id: request, now: { checklist: { project_id: sandbox.id } } }]);
    expect(requests[0]!.evidence).toMatchObject({ object: 'checklist' });
    expect(projects).toMatchObject([{ id: sandbox.id, status: 'active', calls_last_day: 0 }]);
    expect(audit.map(({ act }) => act)).toContain('project.ask_for_live');
    expect({ verification, shown }).toEqual({ verification: null, shown: profile });
  });

  it('are missing when there is none', async () => {
    await expect(showPartner(newId('acct'))).rejects.toMatchObject({ code: 'resource_not_found' });
  });
});

describe('the trail', () => {
  it('is verified with and without an anchor, and says that it was', async () => {
    await sealAuditEntries();
    const ctx = { actor, requestId: 'req_x' };
    const anchor = JSON.stringify(await exportAnchor());
    expect(await verifyTrail({ ctx, input: {} })).toMatchObject({
      holds: true,
      anchor_at: null,
      findings: [],
    });
    expect(await verifyTrail({ ctx, input: { anchor } })).toMatchObject({ holds: true });
    expect(await ownerQuery(`SELECT FROM audit_entries WHERE act = 'audit.verify'`)).toHaveLength(2);
    const forged = anchor.replace(/"sequence":\d+/, '"sequence":99');
    await expect(verifyTrail({ ctx, input: { anchor: forged } })).rejects.toMatchObject({
      code: 'invalid_value',
    });
  });

  it('shows what was tampered with', async () => {
    await ownerQuery(`SET session_replication_role = replica;
      UPDATE audit_entries SET actor_id = 'somebody_else' WHERE act = 'audit.verify'`);
    const verdict = await verifyTrail({ ctx: { actor, requestId: 'req_x' }, input: {} });
    expect(verdict).toMatchObject({
      holds: false,
      findings: [{ kind: 'entry_changed', stream: 'platform' }, {}],
    });
  });
});

describe('a payment of the sandbox', () => {
  let id: string;
  beforeAll(async () => {
    id = await released(sandbox);
    await payOne(id);
  });

  it('agrees in all three books, and in the export', async () => {
    const totals = await showReconciliation({ book: 'sandbox' });
    expect(totals).toMatchObject({ difference_pence: 0, open: [] });
    expect(totals.released_pence).toBeGreaterThan(0);
    expect(totals.bank_pence).toBe(totals.released_pence);
    const csv = await reconciliationCsv(false);
    expect(csv).toContain(id);
    expect(csv).toContain(`control total,released_pence,${totals.released_pence}\r\n`);
    expect(csv).toContain('control total,difference_pence,0\r\n');
  });

  it('has a passport that holds', async () => {
    const { passport, faults } = await showPassport(id);
    expect(faults).toEqual([]);
    expect(passport.bank).toMatchObject({ reference: expect.stringMatching(/^CC/) as unknown });
  });
});
