import type { Access } from '@guanxi/query';
import type { Org } from '../orgs/org.js';

/** Who does something, and with which rights: resolved once per request. */
export interface Actor {
  readonly org: Org;
  readonly userId: string;
  readonly access: Access;
  readonly locale: string;
  readonly timeZone: string;
  readonly source: 'page' | 'api' | 'import' | 'workflow';
  /** The same person with the rights they have by now, for work that goes on for long; undefined when they may not come in any more. */
  readonly renew?: () => Promise<Actor | undefined>;
}
