// What the webhook guide shows. samples.test.ts runs the two verifications against real signatures.

export function registerSample(origin: string): string {
  return `curl ${origin}/partner/v1/webhook_endpoints \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Idempotency-Key: receiver-1" \\
  --json '{
    "url": "https://partner.example/webhooks",
    "enabled_events": ["application.*", "decision.completed"]
  }'`;
}

export const deliverySample = `POST /webhooks HTTP/1.1
Content-Type: application/json
Credicorp-Signature: t=1795370400,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd
Credicorp-Delivery: whd_01kc2m3n4p5q6r7s8t9v0w1x2y
webhook-id: evt_01kc2m3n4p5q6r7s8t9v0w1x2y
webhook-timestamp: 1795370400
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{
  "id": "evt_01kc2m3n4p5q6r7s8t9v0w1x2y",
  "object": "event",
  "type": "application.submitted",
  "livemode": false,
  "data": { "object": { "id": "app_…", "status": "submitted", … }, "previous": { "status": "created" } },
  …
}`;

export const verifyTypeScript = `import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(header: string, rawBody: Buffer, secret: string): boolean {
  const parts = header.split(',').map((part) => part.split('='));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!(Math.abs(Date.now() / 1000 - Number(time)) <= 300)) return false;
  const wanted = createHmac('sha256', secret).update(time + '.').update(rawBody).digest();
  return parts.some(([name, value]) => {
    const given = Buffer.from(value ?? '', 'hex');
    return name === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}`;

export const verifyPython = `import hashlib, hmac, time

def is_genuine(header: str, raw_body: bytes, secret: str) -> bool:
    parts = [part.split("=", 1) for part in header.split(",")]
    signed_at = next((value for name, value in parts if name == "t"), "0")
    if abs(time.time() - int(signed_at)) > 300:
        return False
    wanted = hmac.new(secret.encode(), signed_at.encode() + b"." + raw_body, hashlib.sha256).hexdigest()
    return any(name == "v1" and hmac.compare_digest(value, wanted) for name, value in parts)`;
