// What the simulation routes take and answer (contract §10).
import { z } from 'zod';
import { decisionSchema } from '@/lib/decisions';
import { disbursementSchema } from '@/lib/disbursements';
import { identityCheckSchema } from '@/lib/identity-checks';
import { coded } from '@/lib/core/field-errors';
import { wholeNumberField } from '@/lib/core/whole-number';
import { paymentLinkSchema } from '@/lib/payment-links';
import { eventSchema } from '@/lib/webhooks';
import { happeningNames } from './clock/happenings';

/** The answer of a simulation whose object is `result`. */
function simulationOf<Result extends z.ZodType>(id: string, result: Result) {
  return z
    .strictObject({
      object: z.literal('simulation'),
      result,
      events: z.array(eventSchema).meta({ description: 'The events that came of it, in their order.' }),
    })
    .meta({ id, description: 'What a simulation did.' });
}

export const paymentLinkSimulationSchema = simulationOf('PaymentLinkSimulation', paymentLinkSchema);
export const identityCheckSimulationSchema = simulationOf('IdentityCheckSimulation', identityCheckSchema);
export const decisionSimulationSchema = simulationOf('DecisionSimulation', decisionSchema);
export const disbursementSimulationSchema = simulationOf('DisbursementSimulation', disbursementSchema);

const longestSeconds = 31_536_000;
const secondsMessage = coded('invalid_value', 'The clock moves by 1 to 31536000 whole seconds (a year).');

export const advanceClockSchema = z
  .strictObject({
    seconds: wholeNumberField({ min: 1, max: longestSeconds, message: secondsMessage }).meta({
      description: 'How far business time goes ahead: at most a year.',
      example: 1_209_600,
    }),
  })
  .meta({ id: 'ClockAdvanceRequest' });

export type AdvanceClockInput = z.output<typeof advanceClockSchema>;

const instant = z.iso.datetime();

const clockAdvanceSchema = z.strictObject({
  object: z.literal('clock'),
  now: instant.meta({ description: 'The project’s business time.' }),
  offset_seconds: z.int().meta({ description: 'How far it is ahead of real time.', example: 1_209_600 }),
  advanced_seconds: z.int().meta({ example: 1_209_600 }),
  complete: z.boolean().meta({
    description:
      'Whether all that fell due has happened. If not, the rest follows by itself within a minute or so.',
  }),
  happened: z
    .array(
      z.strictObject({
        job: z.enum(happeningNames).meta({ description: 'What was done.' }),
        object_id: z.string().meta({ example: 'app_01kc2m3n4p5q6r7s8t9v0w1x2y' }),
        due: instant.meta({ description: 'Business time at which it was due.' }),
      }),
    )
    .meta({ description: 'What fell due on the way, in the order in which it happened.' }),
});

export type ClockAdvance = z.infer<typeof clockAdvanceSchema>;

export const clockSimulationSchema = simulationOf('ClockSimulation', clockAdvanceSchema);
