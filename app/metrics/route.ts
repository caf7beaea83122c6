import { probeRoute } from '@/lib/api/probe-route';
import { requireMetricsReader } from '@/lib/api/metrics-reader';
import { metricsText } from '@/lib/health';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = probeRoute(async (request) => {
  requireMetricsReader(request);
  const { contentType, text } = await metricsText();
  return { status: 200, body: text, headers: { 'content-type': contentType } };
});
