// The partner API's TypeScript client. The folder needs `openapi-fetch` and nothing else of this code base: copy it.
export { createPartnerClient, type PartnerClient, type PartnerClientSettings } from './client';
export { PartnerApiError, PartnerOAuthError, type PartnerErrorCode, type PartnerErrorDetail } from './errors';
export type { RetryPolicy, Surroundings } from './retry';
export { verifyWebhook, WebhookVerificationError, type PartnerEvent, type WebhookFault } from './webhook';
export type { components, paths } from './generated/partner-v1';
