// People: passwords, second factors, sessions, step-up. What a person may do is his membership's or staff role's.
export type { Caller } from './caller';
export { emailSchema } from './email';
export { readSession, rereadSession } from './read-session';
export { memberRoles, roleAtLeast, staffRoles, type MemberRole, type StaffRole } from './roles';
export type { ConsoleSession, Session, SessionKind, SessionOf, StaffSession } from './session';
export { sessionLimits } from './session';
export { cookieName, expiredCookie, readCookie, readCookieValue, sessionCookie } from './session-cookie';
export { provePerson, signIn, type SignInInput } from './sign-in';
export { actorOf, listSessions, revokeOtherSessions, revokeSession, signOut } from './sign-out';
export { requireRecentStepUp, stepUp, type StepUpInput } from './step-up';
export { consumeStepUpProof, createStepUpProof, type ProofSubject } from './step-up-proof';
export { serializeSession } from './serialize';
export { askForReset, resetPassword } from './reset-password';
export { beginTotpEnrolment, confirmTotpEnrolment, disableTotp, renewRecoveryCodes } from './enrol-totp';
export { eraseExpiredAuth } from './erase-expired';
export { signUpCookie } from './session-cookie';
// For the domains that make people: lib/partners and lib/staff.
export { normaliseEmail } from './email';
export { codeHmac, codeMatches, newCode } from './one-time-code';
export { hashToken, newToken } from './opaque-token';
export { hashPassword, passwordMatches } from './password';
export { newPasswordSchema, requireGoodPassword } from './password-rules';
export { findPersonByEmail, insertPerson } from './repository/people';
export { endSessions } from './repository/sessions';
export { startSession } from './start-session';
export { mailPolicy, mailToPolicy, requireTryFor } from './throttle';
export { newTotpSecret, openTotpSecret, sealTotpSecret, totpStepOf, totpUri } from './totp';
