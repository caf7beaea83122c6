// The process that the sweeps strike: the product's own verbs behind the counting proxy, one act for each line it is told.
// It says when it is ready, and what it has acknowledged, a line of JSON each.
import { createInterface } from 'node:readline';
import { POST as createApplication } from '@/app/partner/v1/applications/route';
import { pool } from '@/lib/db';
import { releaseDisbursement } from '@/lib/disbursements';
import { as, proven, ruleOf } from '@/lib/disbursements/testing';
import { payOne, startPayer } from '@/lib/payer';
import { callRoute } from '@/lib/testing/call-route';
import { attemptNow } from '@/lib/webhooks';
import { startWorker } from '@/lib/worker';

/** What the victim is told to do. */
export type Order =
  | { readonly act: 'warm up' }
  | { readonly act: 'pay'; readonly id: string; readonly second: string }
  | { readonly act: 'create'; readonly token: string; readonly key: string; readonly body: unknown }
  | { readonly act: 'deliver'; readonly id: string }
  /** Takes jobs and delivers events until it is killed. */
  | { readonly act: 'work' }
  /** Presses release this often at once, and has each press pay, whoever's it was. */
  | {
      readonly act: 'press';
      readonly id: string;
      readonly officers: readonly string[];
      readonly presses: number;
    };

/** What it says. `acknowledged` is what somebody outside was told: a person, a partner. `count`: how many presses released. */
export type Word =
  | { readonly said: 'ready' }
  | {
      readonly said: 'acknowledged';
      readonly status?: number;
      readonly text?: string;
      readonly count?: number;
    }
  | { readonly said: 'done'; readonly error?: string };

const say = (word: Word) => process.stdout.write(`${JSON.stringify(word)}\n`);

async function obey(order: Order): Promise<void> {
  switch (order.act) {
    case 'warm up':
      await Promise.all([pool().query('SELECT 1'), pool().query('SELECT 1')]);
      return startPayer();
    case 'pay': {
      await releaseDisbursement({ ctx: as(order.second), input: { id: order.id }, spendProof: proven });
      say({ said: 'acknowledged' });
      return void (await payOne(order.id));
    }
    case 'create': {
      const { token, key, body } = order;
      const path = '/partner/v1/applications';
      const call = { method: 'POST', path, token, idempotencyKey: key, body };
      const { status, text } = await callRoute(createApplication, call);
      return void say({ said: 'acknowledged', status, text });
    }
    case 'work':
      return void (await startWorker());
    case 'press': {
      const { id, officers, presses } = order;
      const press = async (officer: string): Promise<number> => {
        const ctx = as(officer);
        const released = await ruleOf(releaseDisbursement({ ctx, input: { id }, spendProof: proven }));
        // A hundred at once may not all get a connection; a job would be tried again, and so is this in the end.
        await payOne(id).catch(() => undefined);
        return released === 'none' ? 1 : 0;
      };
      const pressed = await Promise.all(
        Array.from({ length: presses }, (_, index) => press(officers[index % officers.length] as string)),
      );
      return void say({ said: 'acknowledged', count: pressed.reduce((sum, one) => sum + one, 0) });
    }
    case 'deliver':
      return attemptNow(order.id);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as Order;
  const error = await obey(order).then(
    () => undefined,
    (failure: unknown) => (failure as Error).message,
  );
  if (order.act === 'warm up' && error === undefined) say({ said: 'ready' });
  else say({ said: 'done', ...(error !== undefined && { error }) });
}
process.exit(0);
