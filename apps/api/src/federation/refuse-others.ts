import type { Actor } from '../access/actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { federationFaults } from './federation-wording.js';

/** Whoever decides who says who somebody is can become anybody: that is for admins, in the org itself. */
export function refuseOthers({ org, access }: Actor): void {
  if (!access.admin || access.limited) throw new ApiFailure('FORBIDDEN', federationFaults.adminsOnly);
  if (org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', federationFaults.inSandbox);
}
