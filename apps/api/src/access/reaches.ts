import { Injectable } from '@nestjs/common';
import { bindStatement, compileReachWidth, reachOf, type Access, type Reach, type ReachWidth } from '@guanxi/query';
import { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';

/** How wide people's reach is: looked up when their rights are put together, which is again whenever anything about them may have changed. */
@Injectable()
export class Reaches {
  constructor(private readonly database: OrgDatabase) {}

  /** Undefined where nothing hangs on it. Statements find the same either way: somebody whose reach has just grown waits longer, and for moments only. */
  async of(org: Org, userId: string, access: Access): Promise<Reach | undefined> {
    if (![...access.objects.values()].some(({ read, edit }) => read === 'shared' || edit === 'shared')) return undefined;
    const statement = compileReachWidth(org.schema);
    const values = bindStatement(statement, { variables: {}, me: userId, now: '', timeZone: '' });
    const [found] = await this.database.session(org).run<ReachWidth>({ text: statement.text, values });
    return found && reachOf(found);
  }
}
