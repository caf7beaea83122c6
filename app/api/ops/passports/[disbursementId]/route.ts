import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { readReleasePassport } from '@/lib/payer';

// The passport alone, as npm run audit:verify checks it: nothing of this screen is mixed in.
export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    params: { disbursementId: ['dsb'] },
    handler: ({ params }) => readReleasePassport(params.disbursementId),
  }),
});
