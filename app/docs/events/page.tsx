import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { eventTypes } from '@/lib/webhooks';
import { Guide } from '../guide';
import { eventObjects, eventStories } from './stories';

export const metadata: Metadata = { title: 'Events' };

const familyOf = (type: string) => type.split('.', 1)[0] ?? type;
const families = [...Map.groupBy(eventTypes, familyOf)];

const envelope = `{
  "id": "evt_01kc2m3n4p5q6r7s8t9v0w1x2y",
  "object": "event",
  "type": "application.submitted",
  "created": "2026-11-22T09:00:00.000Z",
  "livemode": false,
  "api_version": "2026-07-01",
  "data": {
    "object": { "id": "app_01kanv2m8x3v5n7p2r4s6t8w0y", "object": "application", "status": "submitted", … },
    "previous": { "status": "created" }
  }
}`;

export default function EventsPage() {
  return (
    <Guide
      href="/docs/events"
      lead="An event says what changed and shows the object as the API did at that moment. It is written with the change itself: none is lost, none tells of something undone."
      contents={[
        { id: 'envelope', title: 'The envelope' },
        ...families.map(([family]) => ({ id: family, title: `${family}.*` })),
      ]}
    >
      <SectionHeading id="envelope">The envelope</SectionHeading>
      <CodeBlock title="An event" language="json" code={envelope} />
      <p>
        Personal fields (<code>applicant</code>, <code>accepted_by</code>, <code>payer</code>,{' '}
        <code>subject</code>, <code>payee</code>) are left out. Events are listed for 30 days at{' '}
        <code>GET /events</code>, and delivered to your <TextLink href="/docs/webhooks">webhooks</TextLink>.
      </p>
      {families.map(([family, types]) => (
        <section key={family}>
          <SectionHeading id={family}>
            <code>{family}.*</code>
          </SectionHeading>
          <p>
            <code>data.object</code> is the {eventObjects[family]}.
          </p>
          <DataTable
            caption={`Events of ${family}`}
            rows={types}
            rowKey={(type) => type}
            columns={[
              { header: 'Type', cell: (type) => <code className="text-13 font-medium">{type}</code> },
              { header: 'Sent when', cell: (type) => eventStories[type] },
            ]}
          />
        </section>
      ))}
    </Guide>
  );
}
