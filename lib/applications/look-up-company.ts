// Asks the registry for the company before an application is made, outside any transaction (contract §3).
import type { Context } from '@/lib/core/context';
import { fieldError } from '@/lib/core/field-errors';
import { logger } from '@/lib/logging';
import { ask, companyRegistry, ProviderUnavailable, type RegisteredCompany } from '@/lib/providers';

const timeoutMs = 2_000;

/**
 * The company; null when the registry is silent: the application is then accepted, and the decision job asks again.
 *
 * @throws ApiError `invalid_company_number` when there is no such company, or it is not active.
 */
export async function lookUpCompany(ctx: Context, companyNumber: string): Promise<RegisteredCompany | null> {
  const registry = companyRegistry(ctx.project.livemode);
  try {
    const company = await ask((signal) => registry.lookUp(companyNumber, signal), {
      provider: 'company registry',
      timeoutMs,
      signal: ctx.deadline,
    });
    if (company?.status === 'active') return company;
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) throw error;
    logger().warn({ err: error, request_id: ctx.requestId }, 'company look-up skipped');
    return null;
  }
  throw fieldError('invalid_company_number', 'business.company_number');
}
