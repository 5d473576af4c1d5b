import type { Org } from '../../orgs/org.js';

const SHARE_MILLISECONDS = 2_000;
/** Sandboxes stand behind what people live on. */
const SANDBOX_WEIGHT = 0.25;

/** Milliseconds that a worker stays with an org before it is the next one's turn. Weights are by org id; 1 where nothing is said. */
export function shareOf({ id, sandboxOf }: Pick<Org, 'id' | 'sandboxOf'>, weights: ReadonlyMap<string, number>): number {
  const weight = weights.get(id) ?? (sandboxOf === undefined ? 1 : SANDBOX_WEIGHT * (weights.get(sandboxOf) ?? 1));
  return Math.round(SHARE_MILLISECONDS * weight);
}
