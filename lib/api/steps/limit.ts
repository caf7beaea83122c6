// The project's budget, decided in one round trip. Revocation and suspension come first and take nothing
// (contract §3, §4); what is refused from here on has cost its one token.
import { ApiError } from '@/lib/core/errors';
import { isRevoked, revocationIsKnown, tokenRevoked } from '@/lib/oauth';
import { bucketsOf, limiter } from '@/lib/rate-limit';
import { countLimiterDecision } from '@/lib/usage';
import { required, type Step } from '../exchange';

function rateMessage(policy: string, rate: number, burst: number): string {
  return `The limit of ${policy} is ${rate} requests a second with bursts of ${burst}.`;
}

export const limit: Step = async (exchange) => {
  const { operation } = exchange;
  const token = required(exchange.token, 'token');
  const project = required(exchange.project, 'project');
  if (isRevoked(token) || project.standing === 'closed') throw tokenRevoked();
  if (project.standing === 'suspended') throw new ApiError('account_suspended');

  const decision = await limiter().decide({
    subject: project.id,
    buckets: bucketsOf(project.limits, operation.subLimit),
    concurrent: project.limits.concurrent,
    denySubjects: [token.jti, token.credentialId, token.clientId, project.id],
  });
  if (decision.kind === 'revoked') {
    countLimiterDecision('revoked');
    throw tokenRevoked();
  }
  exchange.buckets = decision.buckets;
  if (decision.kind === 'denied') {
    countLimiterDecision(`denied_${decision.reason}`);
    const { policy, retryAfterSeconds } = decision;
    if (decision.reason === 'concurrency') {
      throw new ApiError('concurrency_limited', {
        retryAfterSeconds,
        message: `The project may have ${project.limits.concurrent} requests in flight at once.`,
      });
    }
    const refusing = decision.buckets.find((bucket) => bucket.policy === policy);
    throw new ApiError('rate_limited', {
      retryAfterSeconds,
      ...(refusing && { message: rateMessage(policy, refusing.limit.ratePerSecond, refusing.limit.burst) }),
    });
  }
  countLimiterDecision(decision.decidedBy === 'redis' ? 'allowed_by_redis' : 'allowed_locally');
  exchange.lease = decision.lease;
  if (
    operation.kind === 'change' &&
    operation.money &&
    decision.decidedBy === 'local' &&
    !revocationIsKnown()
  ) {
    throw new ApiError('temporarily_unavailable', { retryAfterSeconds: 2 });
  }
};
