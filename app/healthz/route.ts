import { probeRoute } from '@/lib/api/probe-route';

// Says that the process answers; whether it can work is /readyz.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = probeRoute(() => ({
  status: 200,
  body: '{"status":"ok"}',
}));
