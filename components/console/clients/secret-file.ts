// What “Download .env” saves, and the lines to paste, for one client.

export interface ClientKeys {
  readonly clientId: string;
  /** Undefined once it cannot be shown any more. */
  readonly secret?: string | undefined;
}

export function environmentFile({ clientId, secret = '' }: ClientKeys, origin: string) {
  return {
    name: '.env',
    text: `PARTNER_API_URL=${origin}/partner/v1\nCLIENT_ID=${clientId}\nCLIENT_SECRET=${secret}\n`,
  };
}

/** Two calls that work as they stand: mint a token, read the project. */
export function firstCall({ clientId, secret = '<your client secret>' }: ClientKeys, origin: string): string {
  return `TOKEN=$(curl -s ${origin}/partner/v1/oauth/token \\
  -u '${clientId}:${secret}' \\
  -d grant_type=client_credentials \\
  | sed -E 's/.*"access_token": ?"([^"]+)".*/\\1/')

curl ${origin}/partner/v1/project -H "Authorization: Bearer $TOKEN"`;
}
