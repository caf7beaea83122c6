// Reads a body in the way that is fastest for how it comes, and never more of it than allowed.

export interface BodyRefusals {
  /** What to throw for a body beyond the limit. */
  readonly tooLarge: () => Error;
  /** What to throw when the caller stopped sending. */
  readonly cut: () => Error;
}

async function readDeclared(request: Request, refusals: BodyRefusals): Promise<Uint8Array> {
  try {
    // Node enforces that the body has exactly the declared length.
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    throw refusals.cut();
  }
}

async function readStream(
  body: AsyncIterable<Uint8Array>,
  limit: number,
  refusals: BodyRefusals,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > limit) break;
      chunks.push(chunk);
    }
  } catch {
    throw refusals.cut();
  }
  if (length > limit) throw refusals.tooLarge();
  return Buffer.concat(chunks, length);
}

/**
 * The body's bytes, at most `limit`; empty when there is none. Touching `request.body` makes the adapter build a
 * native request, so it is only touched for bodies whose length nobody declared.
 */
export async function readBody(request: Request, limit: number, refusals: BodyRefusals): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    if (Number(declared) > limit) throw refusals.tooLarge();
    return readDeclared(request, refusals);
  }
  if (!request.headers.has('transfer-encoding') || !request.body) return new Uint8Array();
  return readStream(request.body as unknown as AsyncIterable<Uint8Array>, limit, refusals);
}
