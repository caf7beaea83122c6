// Reads the Idempotency-Key header of a change (contract §6).
import { ApiError } from '@/lib/core/errors';
import { parseIdempotencyKey } from '@/lib/idempotency';
import { headerValues } from '../connection';
import type { Step } from '../exchange';

export const readIdempotencyKey: Step = (exchange) => {
  const { operation } = exchange;
  if (operation.kind !== 'change') return;
  exchange.idempotencyKey = parseIdempotencyKey(headerValues(exchange.request, 'idempotency-key'));
  if (operation.idempotency === 'required' && exchange.idempotencyKey === undefined) {
    throw new ApiError('idempotency_key_missing', { param: 'Idempotency-Key' });
  }
};
