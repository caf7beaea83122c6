// What anyone may know of how the platform is doing (contract §11): words, no internals.
import { readiness } from './readiness';

type State = 'operational' | 'degraded_performance' | 'unavailable';

export interface PublicStatus {
  readonly status: State;
  readonly components: readonly { readonly name: string; readonly status: State }[];
}

/** The state of each part a partner depends on; the whole is as good as its worst part. */
export async function publicStatus(): Promise<PublicStatus> {
  const { checks } = await readiness();
  const database: State =
    checks.database === 'ok' && checks.migrations === 'ok' ? 'operational' : 'unavailable';
  const decisions: State =
    database !== 'operational' || checks.queue === 'ok' ? database : 'degraded_performance';
  const limits: State = checks.limiter === 'fallback' ? 'degraded_performance' : 'operational';
  const components = [
    { name: 'Applications', status: database },
    { name: 'Decisioning', status: decisions },
    { name: 'OAuth', status: database },
    { name: 'Rate limits', status: limits },
  ];
  const order: readonly State[] = ['unavailable', 'degraded_performance', 'operational'];
  const status =
    order.find((state) => components.some((component) => component.status === state)) ?? 'operational';
  return { status, components };
}
