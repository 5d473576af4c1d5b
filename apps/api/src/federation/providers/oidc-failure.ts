/** Why a sign-in by a provider came to nothing; the page has a sentence for each. */
export const oidcFailures = ['cancelled', 'expired', 'refused', 'unreachable', 'email', 'unknown', 'group', 'groupsUnread', 'inactive', 'network', 'tooMany'] as const;

export type OidcFailureCode = (typeof oidcFailures)[number];

export class OidcFailure extends Error {
  /** `detail` is for the trail, not for whoever signs in. */
  constructor(readonly code: OidcFailureCode, readonly detail?: string) {
    super(detail ?? code);
  }
}
