import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { advanceClock, advanceClockSchema, clockSimulationSchema } from '@/lib/sandbox';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'advanceClock',
    summary: 'Advance the clock',
    description:
      'Moves business time ahead: expiries, waits and webhook retries happen in the order of their time. Tokens, limits, signatures and idempotency keys keep real time.',
    tag: 'Sandbox',
    scope: 'any',
    idempotency: 'optional',
    body: advanceClockSchema,
    success: { status: 200, description: 'What happened on the way.', schema: clockSimulationSchema },
    errors: ['sandbox_only', 'parameter_missing', 'invalid_value', 'invalid_value_type'],
    handler: ({ ctx, body }) => advanceClock({ ctx, input: body }),
  }),
});
