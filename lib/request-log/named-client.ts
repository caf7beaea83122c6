// Whom a refused request names. Nothing of it is proven: it only decides in whose log the refusal shows.
import type { FinishedCall } from './finished-call';

const clientIdPattern = /^cid_(sbx|live)_[A-Za-z0-9_-]{1,64}$/;
const bearerPattern = /^bearer +[\w-]+\.([\w-]{1,4096})\.[\w-]*$/i;

function header({ rawHeaders }: FinishedCall, name: string): string | undefined {
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === name) return rawHeaders[i + 1];
  }
  return undefined;
}

function clientOfToken(authorization: string | undefined): unknown {
  const payload = bearerPattern.exec(authorization ?? '')?.[1];
  if (payload === undefined) return undefined;
  try {
    return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { client_id?: unknown } | null)
      ?.client_id;
  } catch {
    return undefined;
  }
}

/** The client id that an unauthenticated request carries, in its form, its Basic header or its token. */
export function namedClientId(call: FinishedCall): string | undefined {
  const claimed = call.claimedClientId ?? clientOfToken(header(call, 'authorization'));
  return typeof claimed === 'string' && clientIdPattern.test(claimed) ? claimed : undefined;
}
