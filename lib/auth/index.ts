// People: passwords, second factors, sessions, step-up. What a person may do is his membership's or staff role's.
export type { Caller } from './caller';
export { emailSchema } from './email';
export { readSession, rereadSession } from './read-session';
export { memberRoles, roleAtLeast, staffRoles, type MemberRole, type StaffRole } from './roles';
export type { ConsoleSession, Session, SessionKind, SessionOf, StaffSession } from './session';
export { cookieName, expiredCookie, readCookie, sessionCookie } from './session-cookie';
export { signIn, type SignInInput } from './sign-in';
export { actorOf, listSessions, revokeOtherSessions, revokeSession, signOut } from './sign-out';
export { requireRecentStepUp, stepUp, type StepUpInput } from './step-up';
export { consumeStepUpProof, createStepUpProof, type ProofSubject } from './step-up-proof';
export { serializeSession } from './serialize';
