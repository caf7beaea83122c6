// Events and their delivery (contract §9).
export { apiVersion, eventTypes, type EventType } from './event-types';
export { fromStoredObject, type WireObject } from './event-object';
export { recordEvent, recordEvents, type EventRecord } from './record-event';
