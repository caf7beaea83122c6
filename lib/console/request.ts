// One logged request, and why it failed.
import { readRequest } from '@/lib/request-log';
import { explain } from './explain';

/** @throws ApiError `resource_not_found` as `readRequest` does. */
export async function readExplainedRequest(call: Parameters<typeof readRequest>[0]) {
  const request = await readRequest(call);
  return { ...request, explanation: (request.code !== null && explain(request.code)) || null };
}

export type ExplainedRequest = Awaited<ReturnType<typeof readExplainedRequest>>;
