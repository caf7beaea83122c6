// The state machine exhaustively, and that reports end alike in whatever order and however often they come.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptStatuses,
  effectOf,
  paymentLinkStatuses,
  paymentLinkTransitions,
  type AttemptStanding,
  type AttemptStatus,
  type LinkStanding,
  type PaymentLinkAct,
} from './state';

const acts = Object.keys(paymentLinkTransitions) as PaymentLinkAct[];

/** The contract's sentence (§8), spelled out. */
const contract: Record<PaymentLinkAct, Partial<Record<string, string>>> = {
  started: { open: 'authorising', failed: 'authorising' },
  succeeded: { authorising: 'succeeded' },
  settled: { succeeded: 'settled' },
  failed: { authorising: 'failed' },
  disputed: { succeeded: 'failed', settled: 'failed' },
  cancelled: { open: 'cancelled', failed: 'cancelled' },
  expired: { open: 'expired', failed: 'expired' },
};

describe('the transitions', () => {
  it.each(acts.flatMap((act) => paymentLinkStatuses.map((status) => [act, status] as const)))(
    '%s from %s is as the contract says',
    (act, status) => {
      const { from, to } = paymentLinkTransitions[act];
      expect(from.includes(status) ? to : undefined).toBe(contract[act][status]);
    },
  );
});

interface World {
  link: LinkStanding & { refunds: number };
  attempts: Map<string, AttemptStanding>;
}

const fresh = (): World => ({
  link: { status: 'authorising', paidAttemptId: null, payable: true, refunds: 0 },
  attempts: new Map([['b', { id: 'b', status: 'authorising', refundDue: false }]]),
});

/** Carries an effect out as the verb does, and demands that every step is one of the table's. */
function report(world: World, id: string, status: AttemptStatus): World {
  const attempt = world.attempts.get(id)!;
  const effect = effectOf(world.link, attempt, status);
  if (!effect) return world;
  let link = world.link;
  for (const act of effect.acts) {
    const { from, to } = paymentLinkTransitions[act];
    expect(from).toContain(link.status);
    const paid = act === 'succeeded' || act === 'settled';
    link = { ...link, status: to, ...(paid && { paidAttemptId: id, payable: false }) };
  }
  return { link, attempts: new Map(world.attempts).set(id, { id, ...effect.attempt }) };
}

const counted = (world: World) =>
  [...world.attempts.values()].filter(({ status, refundDue }) => status === 'settled' && !refundDue).length;

describe('reports', () => {
  const told = fc.array(fc.constantFrom(...attemptStatuses), { minLength: 1, maxLength: 8 });

  it('of one try end alike in every order', () => {
    fc.assert(
      fc.property(
        told.chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 }))), // prettier-ignore
        ([once, shuffledTwice]) => {
          const run = (reports: readonly AttemptStatus[]) => reports.reduce((world, status) => report(world, 'b', status), fresh()); // prettier-ignore
          const [one, other] = [run(once), run(shuffledTwice)];
          expect(other.attempts).toEqual(one.attempts);
          expect(other.link.status).toBe(one.link.status);
        },
      ),
    );
  });

  it('of several tries settle a link once at most, and flag every other settlement', () => {
    const ids = ['a', 'b', 'c'];
    const one = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...attemptStatuses));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), (reports) => {
        let world = fresh();
        for (const id of ['a', 'c']) world.attempts.set(id, { id, status: 'failed', refundDue: false });
        for (const [id, status] of reports) {
          world = report(world, id, status);
          expect(counted(world)).toBeLessThanOrEqual(1);
          if (world.link.status === 'settled') {
            expect(world.attempts.get(world.link.paidAttemptId!)).toMatchObject({
              status: 'settled',
              refundDue: false,
            });
          }
          const unpaid = world.link.status === 'authorising';
          if (unpaid)
            for (const { status: known } of world.attempts.values()) expect(known).not.toBe('settled');
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('of a dead link flag the money, and leave the link alone', () => {
    for (const status of ['cancelled', 'expired', 'settled'] as const) {
      const link = { status, paidAttemptId: status === 'settled' ? 'a' : null, payable: false };
      const attempt = { id: 'b', status: 'failed', refundDue: false } as const;
      expect(effectOf(link, attempt, 'succeeded')).toEqual({
        attempt: { status: 'succeeded', refundDue: false },
        acts: [],
      });
      expect(effectOf(link, attempt, 'settled')).toEqual({
        attempt: { status: 'settled', refundDue: true },
        acts: [],
      });
    }
  });

  it('of a dispute move the link only if that try had paid it', () => {
    const link = { status: 'settled', paidAttemptId: 'a', payable: false } as const;
    const paying = { id: 'a', status: 'settled', refundDue: false } as const;
    const surplus = { id: 'b', status: 'settled', refundDue: true } as const;
    expect(effectOf(link, paying, 'disputed')?.acts).toEqual(['disputed']);
    expect(effectOf(link, surplus, 'disputed')).toEqual({
      attempt: { status: 'disputed', refundDue: false },
      acts: [],
    });
  });
});
