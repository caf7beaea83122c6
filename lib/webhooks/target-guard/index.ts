// Keeps webhooks on the public internet: at registration and at every attempt (contract §9).
export { checkWebhookUrl, urlRules } from './check-registration';
export { resolveName, resolveTarget, type CheckedAddress, type ResolveName } from './resolve-target';
export { longestUrl, parseWebhookUrl, type WebhookTarget } from './webhook-url';
