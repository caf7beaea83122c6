// A response whose body is text that is ready.

/** HEAD has the status, headers and length of GET, and no body (RFC 9110 §9.3.2); so has no 204 one. */
export function textResponse(
  request: Request,
  status: number,
  body: string,
  headers: Record<string, string>,
): Response {
  if (status === 204) return new Response(null, { status, headers });
  if (request.method !== 'HEAD') return new Response(body, { status, headers });
  return new Response(null, {
    status,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
  });
}
