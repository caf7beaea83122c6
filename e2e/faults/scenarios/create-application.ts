// An application made over the whole pipeline, and the same request sent again with its key, as a partner would.
import { setTimeout as pause } from 'node:timers/promises';
import { POST as createApplication } from '@/app/partner/v1/applications/route';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { callRoute, countRows, createClient } from '@/lib/testing';
import type { Scenario } from '../sweep';

interface Subject {
  readonly token: string;
  readonly key: string;
  readonly body: { readonly reference: string };
}

/** No key is stuck for longer (promises, "Idempotency"). */
const longestStuckMs = 60_000;

/** Sends it again until the answer is final. */
async function replay({ token, key, body }: Subject) {
  const path = '/partner/v1/applications';
  for (const end = Date.now() + longestStuckMs; ;) {
    const answer = await callRoute(createApplication, {
      method: 'POST',
      path,
      token,
      idempotencyKey: key,
      body,
    });
    const isFinal = answer.json?.error?.code !== 'idempotency_key_in_progress' && answer.status < 500;
    if (isFinal || Date.now() > end) return answer;
    await pause(50);
  }
}

export function createApplicationOnce(project: ProjectSnapshot): Scenario<Subject> {
  const token = createClient(project).then((client) => client.mint());
  return {
    name: 'application: create, and replay with the same key',
    async prepare() {
      const reference = newId('req');
      const body = {
        business: { company_number: project.livemode ? 'ZZ000401' : '00000401' },
        amount_pence: 2_500_000,
        term_months: 12,
        applicant: { email: 'ada@example.com', first_name: 'Ada' },
        reference,
      };
      return { token: await token, key: reference, body };
    },
    order: (subject) => ({ act: 'create', ...subject }),
    async judge(subject, { acknowledged }) {
      const again = await replay(subject);
      const id = String(again.json?.id);
      const once = {
        applications: await countRows('applications', 'reference = $1', [subject.body.reference]),
        events: await countRows('events', "object_id = $1 AND type = 'application.created'", [id]),
        entries: await countRows('audit_entries', "object_id = $1 AND act = 'application.create'", [id]),
      };
      const sameAnswer = acknowledged?.status !== 201 || acknowledged.text === again.text;
      const double = Object.values(once).reduce((sum, count) => sum + Math.max(0, count - 1), 0);
      const isWhole = again.status === 201 && sameAnswer;
      const lost = Object.values(once).filter((count) => count === 0).length + (isWhole ? 0 : 1);
      if (double + lost === 0) return { double, lost };
      return { double, lost, says: JSON.stringify({ id, status: again.status, sameAnswer, ...once }) };
    },
  };
}
