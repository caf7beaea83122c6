import { probeRoute } from '@/lib/api/probe-route';
import { readiness } from '@/lib/health';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = probeRoute(async () => {
  const report = await readiness();
  return { status: report.status === 'ready' ? 200 : 503, body: JSON.stringify(report) };
});
