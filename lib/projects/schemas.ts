// What `GET /partner/v1/project` shows (contract §8).
import { z } from 'zod';
import { subLimitNames } from '@/lib/core/limits';
import { scopes } from '@/lib/core/scopes';

const bucketLimit = z
  .object({
    rate_per_second: z.int().meta({ description: 'Sustained requests a second.', examples: [10] }),
    burst: z.int().meta({ description: 'Capacity of the bucket in requests.', examples: [50] }),
  })
  .meta({ description: 'A token bucket with continuous refill.' });

const bucketNow = z
  .object({
    policy: z
      .string()
      .meta({ description: 'Name of the policy, as in the RateLimit headers.', examples: ['project'] }),
    remaining: z.int().meta({ description: 'Whole requests left after this one.', examples: [49] }),
    reset_seconds: z
      .int()
      .meta({ description: 'Whole seconds until the bucket is full; 0 when it is.', examples: [1] }),
  })
  .meta({ description: 'A bucket as this request left it.' });

export const projectSchema = z
  .object({
    id: z
      .string()
      .meta({ description: 'Identifier of the project.', examples: ['prj_01k2m3n4p5q6r7s8t9v0w1x2y3'] }),
    object: z.literal('project'),
    livemode: z.boolean().meta({ description: 'Whether this is a live project.' }),
    created: z.iso.datetime().meta({ description: 'When the project was opened.' }),
    name: z.string().meta({ description: 'Name that the partner gave it.', examples: ['Checkout'] }),
    tier: z
      .enum(['build', 'launch', 'scale', 'platform'])
      .meta({ description: 'What its limits follow from. Sandbox is always on `build`.' }),
    limits: z
      .object({
        ...bucketLimit.shape,
        concurrent: z.int().meta({ description: 'Requests in flight at once.', examples: [10] }),
      })
      .meta({ description: 'Limits of the project as a whole.' }),
    sub_limits: z
      .object(
        Object.fromEntries(subLimitNames.map((name) => [name, bucketLimit])) as Record<
          (typeof subLimitNames)[number],
          typeof bucketLimit
        >,
      ) // prettier-ignore
      .meta({ description: 'Further limits of single routes, by name.' }),
    buckets: z.array(bucketNow).meta({ description: 'The buckets now.' }),
    scopes: z.array(z.enum(scopes)).meta({ description: 'Scopes of the token that asked.' }),
  })
  .meta({ id: 'Project', description: 'The project that the access token belongs to, and what it may do.' });
