// Every well-known path that no route has: the envelope, never a page.
import { unknownRoute } from '@/lib/api/partner-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = unknownRoute;
