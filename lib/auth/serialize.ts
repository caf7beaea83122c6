// A session as the browser may see it.
import type { Session } from './session';

export function serializeSession(session: Session) {
  return {
    id: session.id,
    kind: session.kind,
    person: {
      id: session.person.id,
      email: session.person.email,
      name: session.person.name,
      has_totp: session.person.hasTotp,
    },
    role: session.role,
    partner: session.kind === 'partner' ? session.partner : null,
    stepped_up_at: session.steppedUpAt?.toISOString() ?? null,
    expires_at: session.expiresAt.toISOString(),
  };
}
