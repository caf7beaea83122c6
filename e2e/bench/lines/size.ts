// Whether a request costs more when there is more: the same read and the same lists on a database of a thousand
// applications and on one of a million.
import type { Bench } from '../bench';
import { ownerQuery } from '../database';
import { comparisonFigure, thousands, type Figure } from '../figure';
import { requestsPerSecond } from '../http-load';
import { interleave } from '../interleave';
import { mint, openApplication } from '../partner-program';
import { platformClient, startProduct, startStores, type Stores } from '../servers';

const few = 1_000;
const many = 1_000_000;
/** Flat within 20 %. */
const goal = 0.8;

/** Fills a project, forty of them withdrawn wherever they lie; ids in the order of time, as real ones are. */
async function fill(stores: Stores, projectId: string, count: number): Promise<void> {
  await ownerQuery(
    stores,
    `INSERT INTO applications (id, project_id, livemode, status, company_number, company_name, amount_pence, term_months,
       applicant_email, applicant_first_name, reference, handoff_nonce, created_at, updated_at)
     SELECT 'app_00' || lpad(n::text, 24, '0'), $1, true,
            CASE WHEN n % ($2 / 40) = 0 THEN 'withdrawn' ELSE 'expired' END::application_status, 'ZZ000401', 'Healthy Ltd',
            2500000, 12, 'owner@example.com', 'Alex', 'ref-' || n % 50000, decode(md5(n::text), 'hex'), now(), now()
     FROM generate_series(1, $2::int) AS n`,
    [projectId, count],
  );
  await ownerQuery(stores, 'VACUUM ANALYZE applications');
}

async function side(stores: Stores, count: number, concurrency: number) {
  const product = await startProduct(stores, { settings: { WORKER: 'separate' } });
  const client = await platformClient(stores);
  const token = await mint(product, client);
  await fill(stores, client.project_id, count);
  const own = await openApplication(product, client, token);
  return (path: string) => (seconds: number) =>
    requestsPerSecond(
      {
        origin: product.origin,
        concurrency,
        requests: [
          {
            method: 'GET',
            path: `/partner/v1/applications${path.replace('{id}', own)}`,
            headers: { authorization: `Bearer ${token}` },
          },
        ],
        expected: [200],
      },
      { seconds },
    );
}

export async function measureSize({ options, stores }: Bench): Promise<Figure[]> {
  const large = await side(stores, many, options.concurrency);
  const small = await side(await startStores(), few, options.concurrency);
  const against = `with ${thousands(few)}`;
  const figures: Figure[] = [];
  for (const [name, path] of [
    ['Read of one application', '/{id}'],
    ['List of applications, first page', '?limit=20'],
    ['List of applications by a rare status', '?limit=20&status=withdrawn'],
  ] as const) {
    const comparison = await interleave(large(path), small(path), options);
    figures.push(comparisonFigure(`${name}, with ${thousands(many)} there`, comparison, against, goal));
  }
  return figures;
}
