// Events and their delivery (contract §9): the outbox, partners' endpoints, and what carries the one to the other.
export { checkSignature, type SignatureCheck } from './check-signature';
export { createEndpoint } from './create-endpoint';
export { deleteEndpoint, deleteEndpointsOfProject } from './delete-endpoint';
export { attemptNow, startDispatcher, type Dispatcher } from './deliver/dispatcher';
export { listDrills, runDrill, type Drill } from './drill/run-drill';
export { disableEndpoint } from './disable-endpoint';
export { enableEndpoint } from './enable-endpoint';
export { nextDelivery } from './due';
export { eraseOldDeliveries } from './erase';
export { fromStoredObject, withoutPersonalFields, type WireObject } from './event-object';
export { eventTypes, type EventType } from './event-types';
export { listDeliveries } from './list-deliveries';
export { listEndpoints } from './list-endpoints';
export { listEventLog, type LoggedEvent } from './list-event-log';
export { listEvents } from './list-events';
export { readEndpoint } from './read-endpoint';
export { readEvent } from './read-event';
export { recordEvent, recordEvents, type EventRecord } from './record-event';
export { redeliver } from './redeliver';
export { amendEndpoint, registerEndpoint } from './register-endpoint';
export { replayFailed } from './replay-failed';
export { rotateWebhookSecret } from './rotate-secret';
export {
  checkSignatureSchema,
  createEndpointSchema,
  deliverySchema,
  endpointSchema,
  endpointWithSecretSchema,
  eventSchema,
  listDeliveriesSchema,
  listEndpointsSchema,
  listEventsSchema,
  replayFailedSchema,
  updateEndpointSchema,
  type Delivery,
  type Endpoint,
  type Event,
} from './schemas';
export { checkWebhookUrl } from './target-guard';
export { testEndpoint } from './test-endpoint';
export { updateEndpoint } from './update-endpoint';
export { watchEvents, type EventWatch } from './watch-events';
