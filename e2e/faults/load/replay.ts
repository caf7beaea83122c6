// Idempotency: 200 identical requests at once, a hundred times over, shared by two processes.
import { mint } from '../../bench/partner-program';
import { ownerQuery } from '../../bench/database';
import { platform, thousands, type Finding, type Load } from './finding';

const rounds = 100;
const presses = 200;

export async function replay({ stores, products, client }: Load): Promise<Finding> {
  const program = await client(platform);
  const token = await mint(products[0], program);
  let [undocumented, different] = [0, 0];
  const oneRound = async (round: number) => {
    const body = JSON.stringify({
      business: { company_number: program.livemode ? 'ZZ000401' : '00000401' },
      amount_pence: 1_500_000,
      term_months: 12,
      applicant: { email: 'owner@example.com', first_name: 'Alex' },
      reference: `replay-${round}`,
    });
    const press = async (index: number) => {
      const response = await fetch(`${products[index % 2]?.origin}/partner/v1/applications`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `replay-${round}` },
        body,
      }); // prettier-ignore
      return { status: response.status, text: await response.text() };
    };
    const answers = await Promise.all(Array.from({ length: presses }, (_, index) => press(index)));
    const stored = answers.filter(({ status }) => status === 201);
    different += new Set(stored.map(({ text }) => text)).size - 1;
    const busy = answers.filter(({ status, text }) => status === 409 && text.includes('idempotency_key_in_progress')); // prettier-ignore
    undocumented += answers.length - stored.length - busy.length;
  };
  for (let round = 0; round < rounds; round += 1) await oneRound(round);
  const [counts] = await ownerQuery<{ objects: number; events: number; entries: number }>(
    stores,
    `WITH made AS (SELECT id FROM applications WHERE reference LIKE 'replay-%')
     SELECT (SELECT count(*)::int FROM made) AS objects,
       (SELECT count(*)::int FROM events WHERE type = 'application.created' AND object_id IN (SELECT id FROM made)) AS events,
       (SELECT count(*)::int FROM audit_entries WHERE act = 'application.create' AND object_id IN (SELECT id FROM made)) AS entries`,
  );
  const { objects = 0, events = 0, entries = 0 } = counts ?? {};
  return {
    promise: '200 concurrent identical POSTs × 100 rounds, 2 processes: one object, one event, one audit entry each',
    figure: `${objects} objects, ${events} events, ${entries} audit entries of ${thousands(rounds * presses)} requests; ${different} answers other than the stored bytes, ${undocumented} neither those nor 409`,
    held: objects === rounds && events === rounds && entries === rounds && different === 0 && undocumented === 0,
  }; // prettier-ignore
}
