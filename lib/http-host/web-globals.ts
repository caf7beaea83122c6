// The adapter's light `Response`, for our bundle only. A native one costs about half of an empty route's speed.
// The adapter would put its own classes on `globalThis`, where Next would get them too; here they are taken
// and the native ones put back. scripts/build-host.mjs injects this file, so that `Response` in route files means
// this one (docs/decisions/0010-http-host.md).
import { getRequestListener } from '@hono/node-server';

function takeLightResponse(): typeof Response {
  const natives = (['Request', 'Response'] as const).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name) as PropertyDescriptor] as const,
  );
  getRequestListener(() => new globalThis.Response(null));
  const light = globalThis.Response;
  for (const [name, descriptor] of natives) Object.defineProperty(globalThis, name, descriptor);
  return light;
}

const LightResponse = takeLightResponse();
export { LightResponse as Response };
