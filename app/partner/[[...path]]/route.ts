// What only looks like the ring, such as /partner/v2 or /partner/v1x: a program asked, so it gets the envelope.
import { unknownRoute } from '@/lib/api/partner-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = unknownRoute;
