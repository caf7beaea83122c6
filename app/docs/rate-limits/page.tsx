import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { TiersTable } from '@/components/docs/tiers-table';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { publicWindow, standardSubLimits, tiers, tokenPlane } from '@/lib/rate-limit';
import { Guide } from '../guide';

export const metadata: Metadata = { title: 'Rate limits' };

const contents = [
  { id: 'tiers', title: 'Tiers' },
  { id: 'example', title: 'A worked example' },
  { id: 'sub-limits', title: 'Sub-limits' },
  { id: 'headers', title: 'Headers' },
  { id: 'refusals', title: 'When you are refused' },
  { id: 'what-if', title: 'What if you had another tier' },
  { id: 'other', title: 'Outside the bucket' },
];

const subLimitRoutes = {
  'applications.create': 'POST /applications',
  'decisions.refresh': 'POST /decisions/{id}/refresh',
  'payment_links.create': 'POST /payments/links',
  'identity_checks.create': 'POST /identity/checks',
  'disbursements.create': 'POST /disbursements',
} as const satisfies Record<keyof typeof standardSubLimits, string>;

const { ratePerSecond, burst } = tiers.build.bucket;

/** Sixty calls on a full `build` bucket, `seconds` apart in all: how many pass. */
function admittedOf(calls: number, seconds: number): number {
  return Math.min(calls, burst + Math.floor(ratePerSecond * seconds));
}

const worked = [0, 0.5, 1, 2].map((seconds) => ({
  seconds,
  admitted: admittedOf(60, seconds),
  refused: 60 - admittedOf(60, seconds),
}));

const headersSample = `HTTP/1.1 201 Created
RateLimit-Limit: 5
RateLimit-Remaining: 4
RateLimit-Reset: 1
RateLimit-Policy: "project";q=50;w=5, "applications.create";q=5;w=1
RateLimit: "project";r=49;t=1, "applications.create";r=4;t=1`;

const refusalSample = `HTTP/1.1 429 Too Many Requests
Retry-After: 1

{
  "error": {
    "type": "rate_limit_error",
    "code": "rate_limited",
    "message": "The request rate is above the limit \\"project\\".",
    …
  }
}`;

const waitSample = `async function call(request: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await request();
    if (response.status !== 429 || attempt === 5) return response;
    const seconds = Number(response.headers.get('retry-after') ?? 1);
    // A little chance keeps a crowd of workers from coming back at once.
    const pause = seconds * 1000 + Math.random() * 250;
    await new Promise((resume) => setTimeout(resume, pause));
  }
}`;

export default function RateLimitsPage() {
  return (
    <Guide
      href="/docs/rate-limits"
      lead="Each project has one token bucket. It refills all the time; every request takes one token, a read as much as a write."
      contents={contents}
    >
      <SectionHeading id="tiers">Tiers</SectionHeading>
      <p>
        A sandbox is always on <code>build</code>. Integrations in one project share its bucket; give separate
        workloads separate projects.
      </p>
      <TiersTable tiers={tiers} />

      <SectionHeading id="example">A worked example</SectionHeading>
      <p>
        A full <code>build</code> bucket holds {burst} tokens and gains {ratePerSecond} a second. Send 60
        requests in <em>t</em> seconds and min(60, {burst} + {ratePerSecond}&#8239;×&#8239;<em>t</em>) of them
        pass:
      </p>
      <DataTable
        caption="Sixty requests on a full build bucket"
        rows={worked}
        rowKey={(row) => String(row.seconds)}
        columns={[
          {
            header: '60 requests within',
            cell: (row) => (row.seconds === 0 ? 'an instant' : `${row.seconds} s`),
          },
          { header: 'Pass', numeric: true, cell: (row) => row.admitted },
          { header: 'Refused with 429', numeric: true, cell: (row) => row.refused },
        ]}
      />
      <p>
        From empty, the bucket is full again after {burst / ratePerSecond} seconds of silence. A steady{' '}
        {ratePerSecond} requests a second is never refused.
      </p>

      <SectionHeading id="sub-limits">Sub-limits</SectionHeading>
      <p>
        Routes that start work elsewhere have a second, smaller bucket. A request passes both or takes from
        neither.
      </p>
      <DataTable
        caption="Sub-limits"
        rows={Object.entries(standardSubLimits).map(([name, limit]) => ({
          name: name as keyof typeof subLimitRoutes,
          ...limit,
        }))}
        rowKey={(row) => row.name}
        columns={[
          {
            header: 'Route',
            cell: (row) => <code className="text-13 font-medium">{subLimitRoutes[row.name]}</code>,
          },
          { header: 'Name', cell: (row) => <code className="text-13">{row.name}</code> },
          { header: 'Sustained', numeric: true, cell: (row) => `${row.ratePerSecond}/s` },
          { header: 'Burst', numeric: true, cell: (row) => row.burst },
        ]}
      />

      <SectionHeading id="headers">Headers</SectionHeading>
      <p>
        Every answer tells where you stand. The three plain headers describe the bucket with fewer tokens
        left; the two structured ones describe each bucket that applies.
      </p>
      <CodeBlock title="The first application of a quiet project" language="http" code={headersSample} />
      <ul>
        <li>
          <code>RateLimit-Remaining</code>: whole tokens left after this request.
        </li>
        <li>
          <code>RateLimit-Reset</code>: whole seconds until that bucket is full.
        </li>
        <li>
          In <code>RateLimit</code>, <code>t</code> is whole seconds until the next token.
        </li>
      </ul>

      <SectionHeading id="refusals">When you are refused</SectionHeading>
      <p>
        A refusal costs nothing: it takes no token and does no work. Wait <code>Retry-After</code> seconds; a
        lone client that does so succeeds.
      </p>
      <CodeBlock title="429, shortened" language="http" code={refusalSample} />
      <p>
        <TextLink href="/docs/errors/concurrency_limited">
          <code>concurrency_limited</code>
        </TextLink>{' '}
        is about requests in flight, not their rate: wait for some of yours to end before you start more.
      </p>
      <CodeBlock title="Wait it out" language="typescript" code={waitSample} />

      <SectionHeading id="what-if">What if you had another tier</SectionHeading>
      <p>
        The usage page of your project replays its last 24 hours through every tier: how many calls each would
        have throttled, for their rate or for want of a slot, and in which second most. It is the limiter’s
        own code that decides again, call by call, sub-limits included; the same replay goes with a request
        for a higher tier and is kept there as it stood.
      </p>
      <ul>
        <li>
          We count arrivals exactly, by second. Within a second the calls of a route are spread evenly: ten
          calls in one instant look gentler on slots than they were.
        </li>
        <li>A call holds its slot for the mean time that calls like it took in that minute.</li>
        <li>
          A call that was refused and sent again counts twice, so a higher tier looks a little worse than it
          would be.
        </li>
        <li>Seconds are kept for two days. A million calls are replayed through three tiers in 0.8 s.</li>
      </ul>

      <SectionHeading id="other">Outside the bucket</SectionHeading>
      <ul>
        <li>
          Token, introspect and revoke: {tokenPlane.perClient.ratePerSecond} a second (burst{' '}
          {tokenPlane.perClient.burst}) for each client, {tokenPlane.perAddress.ratePerSecond} a second (burst{' '}
          {tokenPlane.perAddress.burst}) for each address.
        </li>
        <li>
          The public ring: {publicWindow.limit} requests in {publicWindow.windowSeconds} seconds for each
          address and route.
        </li>
        <li>Keys and metadata are not metered.</li>
      </ul>
    </Guide>
  );
}
