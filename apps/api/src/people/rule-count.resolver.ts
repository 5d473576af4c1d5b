import { checkFormula } from '@guanxi/formula';
import { formulaScope, type Grantee, type Model, type SharedRecords } from '@guanxi/metadata';
import { bindStatement, compileSharedCount, resolveAccess } from '@guanxi/query';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure, validationFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Models } from '../metadata/models.js';
import { ruleFaults } from './people-wording.js';

/** What a sharing rule would open, before it is published. */
@Resolver()
export class RuleCountResolver {
  constructor(
    private readonly models: Models,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  @Query(() => Int, { description: 'How many records of a published object a sharing rule speaks of; `which` as its document says it.' })
  @SetupOnly('access')
  async sharedRecordCount(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('which', { type: () => JsonScalar }) given: unknown): Promise<number> {
    const { model } = await this.models.current(actor.org);
    const which = readWhich(given, object, model, actor.locale);
    const { org, timeZone, userId: me } = actor;
    const statement = compileSharedCount(object, which, { model, access: resolveAccess(model, [], { userId: me, admin: true }), schema: org.schema });
    const values = bindStatement(statement, { variables: {}, me, now: this.clock.now(org).toISOString(), timeZone, org });
    const [row] = await this.database.session(org).run<{ count: number }>({ text: statement.text, values });
    return row?.count ?? 0;
  }
}

function readWhich(given: unknown, objectName: string, model: Model, locale: string): SharedRecords {
  const object = model.objectByName.get(objectName);
  if (!object || object.platform) throw new ApiFailure('NOT_FOUND', { ...ruleFaults.noObject, words: { name: objectName } });
  const { ownedBy, when, territory } = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  if (typeof when === 'string') {
    const checked = checkFormula(when, formulaScope(model, objectName), 'boolean');
    if (!checked.ok) throw validationFailure(checked.problems.map((problem) => ({ path: '/which/when', code: 'formula', ...problem.tell(locale) })), locale);
    return { when };
  }
  if (typeof territory === 'string') return { territory };
  if (Array.isArray(ownedBy) && ownedBy.every(isGrantee)) return { ownedBy };
  throw new ApiFailure('BAD_REQUEST', ruleFaults.which);
}

function isGrantee(given: unknown): given is Grantee {
  if (typeof given !== 'object' || given === null) return false;
  const [entry, ...others] = Object.entries(given);
  return entry !== undefined && others.length === 0 && (['role', 'below', 'team', 'queue'].includes(entry[0]) ? typeof entry[1] === 'string' : entry[0] === 'everyone' && entry[1] === true);
}
