// What the data pages read first: one list verb for each kind of object.
import type { ListedResource, ShownObject } from '@/components/console/data/resources';
import { applicationSchema, listApplications, listApplicationsSchema } from '@/lib/applications';
import type { Context } from '@/lib/core/context';
import type { Page } from '@/lib/core/pagination';
import { disbursementSchema, listDisbursements, listDisbursementsSchema } from '@/lib/disbursements';
import { identityCheckSchema, listIdentityChecks, listIdentityChecksSchema } from '@/lib/identity-checks';
import { listPaymentLinks, listPaymentLinksSchema, paymentLinkSchema } from '@/lib/payment-links';

interface List {
  readonly statuses: readonly string[];
  /** The first page; `status` is one of `statuses`. */
  readonly first: (ctx: Context, status: string | undefined) => Promise<Page<ShownObject>>;
}

const asked = (status: string | undefined) => ({ limit: '50', ...(status !== undefined && { status }) });

export const lists: Readonly<Record<ListedResource, List>> = {
  applications: {
    statuses: applicationSchema.shape.status.options,
    first: (ctx, status) => listApplications({ ctx, input: listApplicationsSchema.parse(asked(status)) }),
  },
  'payment-links': {
    statuses: paymentLinkSchema.shape.status.options,
    first: (ctx, status) => listPaymentLinks({ ctx, input: listPaymentLinksSchema.parse(asked(status)) }),
  },
  'identity-checks': {
    statuses: identityCheckSchema.shape.status.options,
    first: (ctx, status) => listIdentityChecks({ ctx, input: listIdentityChecksSchema.parse(asked(status)) }),
  },
  disbursements: {
    statuses: disbursementSchema.shape.status.options,
    first: (ctx, status) => listDisbursements({ ctx, input: listDisbursementsSchema.parse(asked(status)) }),
  },
};
