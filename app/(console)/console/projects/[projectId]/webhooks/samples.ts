// What each event looks like on the wire, made from the schemas of the served API: the samples of the event picker.
import { loadReference } from '@/app/docs/api/document';
import { exampleOf } from '@/app/docs/api/example';
import { eventTypes, withoutPersonalFields } from '@/lib/webhooks';

/** The operation whose answer is the object of a family of events. */
const readers: Readonly<Record<string, string>> = {
  application: 'getApplication',
  decision: 'getDecision',
  payment: 'getPaymentLink',
  identity_check: 'getIdentityCheck',
  disbursement: 'getDisbursement',
  loan: 'getDisbursement',
  project: 'getProject',
  webhook_endpoint: 'getWebhookEndpoint',
};

const fields = (value: unknown) => (typeof value === 'object' && value !== null ? { ...value } : {});

/** A sample by event type; empty when this build carries no API document. */
export async function eventSamples(livemode: boolean): Promise<Record<string, unknown>> {
  const reference = await loadReference();
  if (!reference) return {};
  const { groups, resolve } = reference;
  const operations = new Map(groups.flatMap((group) => group.operations).map((entry) => [entry.id, entry]));
  return Object.fromEntries(
    eventTypes.map((type) => {
      const [family = '', happened = ''] = type.split('.');
      const schema = operations.get(readers[family] ?? '')?.success?.schema;
      const properties = schema && resolve(schema).properties;
      const object = withoutPersonalFields(schema ? fields(exampleOf(schema, resolve, true)) : {});
      const statuses = properties?.['status'] && resolve(properties['status']).enum;
      const status = statuses?.includes(happened) ? { status: happened } : {};
      return [
        type,
        {
          id: 'evt_01kc2m3n4p5q6r7s8t9v0w1x2y',
          object: 'event',
          livemode,
          created: '2026-11-22T17:40:00.000Z',
          type,
          api_version: '2026-07-01',
          data: { object: { ...object, ...status, livemode } },
        },
      ];
    }),
  );
}
