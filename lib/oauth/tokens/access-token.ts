// The access token (RFC 9068; contract §2): its claims on the wire and as the pipeline sees them.

/** Claims on the wire: these and no other. */
export interface AccessTokenClaims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly client_id: string;
  readonly exp: number;
  readonly iat: number;
  readonly jti: string;
  /** Space-separated. */
  readonly scope: string;
  readonly project_id: string;
  readonly livemode: boolean;
  /** The secret or key that minted it. */
  readonly credential_id: string;
}

export interface AccessToken {
  readonly jti: string;
  readonly clientId: string;
  readonly credentialId: string;
  readonly projectId: string;
  readonly livemode: boolean;
  readonly scopes: ReadonlySet<string>;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Longest token we look at. */
export const maximumTokenBytes = 8 * 1024;
