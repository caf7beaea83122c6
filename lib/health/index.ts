// Whether this process can work, and how it is doing.
export { collectClusterMetrics } from './cluster-metrics';
export { beginDraining } from './draining';
export { readiness, type ReadinessReport } from './readiness';
export { publicStatus, type PublicStatus } from './public-status';
export { metricsText, startMetrics } from './metrics';
