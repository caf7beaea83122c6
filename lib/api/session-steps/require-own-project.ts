// Ids in the path: spelled like ids, and a project that is the partner's own. Another partner's is as missing as
// one that never was.
import { ApiError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { findProject } from '@/lib/projects';
import type { SessionExchange, SessionStep } from '../session-exchange';

function requireSpelling({ operation, rawParams }: SessionExchange): void {
  for (const [name, kinds] of Object.entries(operation.params)) {
    const value = rawParams[name] ?? '';
    const fits =
      kinds instanceof RegExp ? kinds.exec(value)?.[0] === value : kinds.some((kind) => isId(kind, value));
    if (!fits) throw new ApiError('resource_not_found');
  }
}

export const requireOwnProject: SessionStep = async (exchange) => {
  requireSpelling(exchange);
  const { session, rawParams, operation } = exchange;
  if (!('projectId' in operation.params)) return;
  const project = await findProject(rawParams['projectId'] ?? '');
  const isVisible = session?.kind === 'staff' || project?.partnerId === session?.partner.id;
  if (!project || !session || !isVisible) throw new ApiError('resource_not_found');
  exchange.project = project;
};
