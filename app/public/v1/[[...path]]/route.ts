// Every path of the ring that no route has: the envelope, never a page.
import { unknownPublicRoute } from '@/lib/api/public-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = unknownPublicRoute;
