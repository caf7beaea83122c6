import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import {
  approvalIsGenuine,
  payeeHash,
  refusalsOfRelease,
  signApproval,
  snapshotHash,
  type ApprovalRecord,
  type ReleaseFacts,
  type SignedApproval,
} from '.';

const payee = { accountName: 'Healthy Ltd', sortCode: '123456', accountNumber: '00000001' };
const facts: ReleaseFacts = {
  disbursementId: 'dsb_1',
  livemode: true,
  amountPence: 2_500_000,
  payeeSha256: payeeHash(payee),
  snapshotSha256: snapshotHash({ decision: { version: 1 }, offer: 'off_1' }),
};

const said = (over: Partial<ApprovalRecord> = {}): SignedApproval =>
  signApproval({
    act: 'approve',
    disbursement_id: facts.disbursementId,
    livemode: true,
    amount_pence: facts.amountPence,
    payee_sha256: facts.payeeSha256,
    snapshot_sha256: facts.snapshotSha256,
    person_id: 'usr_first',
    at: '2026-07-01T09:00:00.000Z',
    factor: 'none',
    proof_id: null,
    ...over,
  });
const released = (over: Partial<ApprovalRecord> = {}) =>
  said({ act: 'release', person_id: 'usr_second', factor: 'totp', at: '2026-07-01T09:05:00.000Z', ...over });

describe('a signed record', () => {
  it('verifies with nothing but node:crypto and the public key', () => {
    const { record, signature, public_key } = said();
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: public_key }, format: 'jwk' });
    const text = Buffer.from(canonicalize(record)!);
    expect(verify(null, text, key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(approvalIsGenuine({ record, signature, public_key })).toBe(true);
  });

  it('survives storage as JSON with its members in another order', () => {
    const { record, ...rest } = said();
    const shuffled = Object.fromEntries(Object.entries(record).reverse());
    expect(approvalIsGenuine(JSON.parse(JSON.stringify({ ...rest, record: shuffled })))).toBe(true);
  });

  it('is not genuine after any change of any field', () => {
    const approval = said();
    const spoilt: Partial<Record<keyof ApprovalRecord, unknown>> = {
      act: 'release',
      disbursement_id: 'dsb_2',
      livemode: false,
      amount_pence: 2_500_001,
      payee_sha256: '0'.repeat(64),
      snapshot_sha256: '0'.repeat(64),
      person_id: 'usr_other',
      at: '2026-07-01T09:00:00.001Z',
      factor: 'passkey',
      proof_id: 'x',
      nonce: 'abcdefghijklmnopqrst',
    };
    for (const [field, value] of Object.entries(spoilt)) {
      expect(approvalIsGenuine({ ...approval, record: { ...approval.record, [field]: value } }), field).toBe(
        false,
      );
    }
    expect(approvalIsGenuine({ ...approval, record: { ...approval.record, extra: 1 } })).toBe(false);
    expect(approvalIsGenuine({ ...approval, signature: said().signature })).toBe(false);
    expect(approvalIsGenuine(null)).toBe(false);
  });

  it('is not genuine under a key of somebody else, even one that the record names', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { record } = said();
    const signature = sign(null, Buffer.from(canonicalize(record)!), privateKey).toString('base64url');
    const public_key = publicKey.export({ format: 'jwk' }).x!;
    expect(approvalIsGenuine({ record, signature, public_key })).toBe(false);
    expect(approvalIsGenuine({ record, signature, public_key }, public_key)).toBe(true);
  });
});

describe('two people', () => {
  it('may release what both have seen', () => {
    expect(refusalsOfRelease(facts, { approve: said(), release: released() })).toEqual([]);
  });

  it.each([
    ['approval_missing', null, released()],
    ['approval_missing', released(), released()],
    ['release_missing', said(), null],
    ['release_missing', said(), said({ person_id: 'usr_second' })],
    ['same_person', said(), released({ person_id: 'usr_first' })],
    ['order', said(), released({ at: '2026-07-01T08:59:59.000Z' })],
    ['factor_missing', said(), released({ factor: 'none' })],
    ['factor_missing', said(), released({ factor: 'sandbox' })],
    ['other_disbursement', said({ disbursement_id: 'dsb_2' }), released()],
    ['other_book', said({ livemode: false }), released()],
    ['other_amount', said(), released({ amount_pence: 1 })],
    ['other_payee', said({ payee_sha256: payeeHash({ ...payee, accountNumber: '00000002' }) }), released()],
    ['other_snapshot', said(), released({ snapshot_sha256: snapshotHash({}) })],
  ] as const)('are refused: %s', (refusal, approve, release) => {
    expect(refusalsOfRelease(facts, { approve, release })).toContain(refusal);
  });

  it('need no second factor in a sandbox', () => {
    const sandbox = { ...facts, livemode: false };
    const approve = said({ livemode: false, factor: 'sandbox' });
    const release = released({ livemode: false, factor: 'sandbox' });
    expect(refusalsOfRelease(sandbox, { approve, release })).toEqual([]);
  });
});
