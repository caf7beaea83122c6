// Acts that ask for it need a person who has just proven that it is he.
import { requireRecentStepUp } from '@/lib/auth';
import type { SessionStep } from '../session-exchange';

export const requireStepUp: SessionStep = ({ operation, session, project }) => {
  const isNeeded =
    operation.stepUp === 'recent' || (operation.stepUp === 'recent_in_live' && project?.livemode);
  if (isNeeded && session) requireRecentStepUp(session);
};
