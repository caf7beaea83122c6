// Where a member of staff keeps his passkeys.
export const passkeysPath = '/api/ops/auth/passkeys';
