import { fingerprint } from '../tracing/fingerprint.js';
import { tracing } from '../tracing/tracing.js';

/** A statement by its fingerprint alone, where a trace is under way. */
export function tracedStatement<T>(text: string, run: () => T): T {
  const { on } = tracing;
  if (!on) return run();
  return on.part('SQL', { 'db.system.name': 'postgresql', 'db.query.fingerprint': fingerprint(text) }, run, { kind: 'client' });
}
