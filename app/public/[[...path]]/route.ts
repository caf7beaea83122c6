// What only looks like the ring, such as /public/v2 or /public/v1x: a program asked, so it gets the envelope.
import { unknownPublicRoute } from '@/lib/api/public-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = unknownPublicRoute;
