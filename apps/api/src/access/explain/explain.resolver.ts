import { say, type Wording } from '@guanxi/field-types';
import { translate, type Model } from '@guanxi/metadata';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { presentUser } from '../../identity/present-user.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { Models } from '../../metadata/models.js';
import type { Actor } from '../actor.js';
import { tellAreas } from '../setup-rights.js';
import { AccessChanges } from './access-changes.js';
import type { RightWord } from './compare-rights.js';
import { cursorOf, AccessExplanations } from './explanations.js';
import { AccessAssignmentInput, accessDeeds, AccessChangeType, AccessExplanationType, AccessSeersType } from './explain.types.js';
import { deedWords, levelWords } from './step-wording.js';

const MOST_PEOPLE = 200;

/** Why somebody may or may not, who sees a record, and what a change would give to whom. */
@Resolver()
export class ExplainResolver {
  constructor(
    private readonly explanations: AccessExplanations,
    private readonly changes: AccessChanges,
    private readonly models: Models,
  ) {}

  @Query(() => AccessExplanationType, { description: 'Why somebody may or may not do something. About others it is for those with the area `access`; about oneself, for everybody.' })
  async explainAccess(
    @CurrentActor() actor: Actor,
    @Args('userId', { type: () => ID }) userId: string,
    @Args('object') object: string,
    @Args('deed', { type: () => accessDeeds }) deed: (typeof accessDeeds)[keyof typeof accessDeeds],
    @Args('recordId', { type: () => ID, nullable: true }) recordId?: string | null,
    @Args('field', { type: () => String, nullable: true }) field?: string | null,
    @Args('recordType', { type: () => String, nullable: true }) recordType?: string | null,
  ): Promise<AccessExplanationType> {
    const asked = { userId, object, deed, ...(recordId != null && { recordId }), ...(field != null && { field }), ...(recordType != null && { recordType }) };
    const { allowed, sentence, steps, missing, ask } = await this.explanations.explain(actor, asked);
    const told = steps.map(({ kind, outcome, decides, deed: done, depth, sentence: says, change, link }) => ({ kind, outcome, decides, deed: done, depth, sentence: says, ...(change !== undefined && { change }), ...(link && { link }) }));
    return { allowed, sentence, steps: told, missing, ask: ask.map((user) => presentUser(user, actor.org, actor.access)) };
  }

  @Query(() => AccessSeersType, { description: 'Everybody who may read a record, by name, with the first reason that opens it to them. For those who may read it themselves.' })
  async whoCanSee(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('recordId', { type: () => ID }) recordId: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<AccessSeersType> {
    const limit = Math.min(Math.max(first, 1), MOST_PEOPLE);
    const { seers, total } = await this.explanations.whoSees(actor, object, recordId, { first: limit, after: readAfter(after) });
    const last = seers.at(-1);
    const people = seers.map(({ user, ...seer }) => ({ ...seer, user: presentUser(user, actor.org, actor.access) }));
    return { totalCount: total, people, after: last && seers.length === limit ? cursorOf(last) : null };
  }

  @Query(() => AccessChangeType, { description: 'What a change would give to or take from whom, tried and taken back: the draft, documents laid over it or over what is published, and what people would be given.' })
  @SetupOnly('access', 'people')
  async accessChange(
    @CurrentActor() actor: Actor,
    @Args('draft', { type: () => Boolean, defaultValue: false }) draft: boolean,
    @Args('documents', { type: () => [JsonScalar], nullable: true }) documents?: unknown[] | null,
    @Args('people', { type: () => [AccessAssignmentInput], nullable: true }) people?: AccessAssignmentInput[] | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first?: number,
  ): Promise<AccessChangeType> {
    const assignments = (people ?? []).map(({ userId, permissionSets, role, teams }) => ({ userId, ...(permissionSets && { permissionSets }), ...(role !== undefined && { role }), ...(teams && { teams }) }));
    const change = await this.changes.compare(actor, { draft, assignments, ...(documents && { documents }) });
    const { model } = await this.models.current(actor.org);
    const tell = (words: readonly RightWord[], object: string) => words.map((word) => tellRight(word, object, model, actor.locale));
    return {
      totalCount: change.people.length,
      counted: change.counted,
      problems: change.problems.map(({ path, code, message, hint }) => ({ path, code, message, ...(hint !== undefined && { hint }) })),
      people: change.people.slice(0, Math.min(Math.max(first ?? 50, 1), MOST_PEOPLE)).map(({ user, setupGained, setupLost, objects }) => ({
        user: presentUser(user, actor.org, actor.access),
        setupGained: setupGained.map((area) => tellAreas([area], actor.locale)),
        setupLost: setupLost.map((area) => tellAreas([area], actor.locale)),
        objects: objects.map(({ object, gains, losses, before, after }) => ({ object, gains: tell(gains, object), losses: tell(losses, object), ...(before && { before }), ...(after && { after }) })),
      })),
    };
  }
}

function readAfter(after: string | null | undefined): readonly [string, string] | null {
  if (after == null) return null;
  try {
    const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    if (typeof name === 'string' && typeof id === 'string') return [name, id];
  } catch {
    // Told below, as any other text that is no cursor.
  }
  throw new ApiFailure('BAD_REQUEST', noCursor);
}

function tellRight(word: RightWord, object: string, model: Model, locale: string): string {
  if (word.kind === 'deed') return say({ ...(word.level === 'yes' ? words.deed : words.deedOf), words: { deed: say(deedWords[word.deed], locale), level: say(levelWords[word.level], locale) } }, locale);
  const field = model.objectByName.get(object)?.fieldByName.get(word.field);
  const title = field ? translate(field.label, field.property.guanxi['titles'] as never, locale) : word.field;
  return say({ ...words.field, words: { deed: say(deedWords[word.deed], locale), field: title } }, locale);
}

const words = {
  deed: { en: '{deed}', 'zh-TW': '{deed}', 'zh-CN': '{deed}' },
  deedOf: { en: '{deed} {level}', 'zh-TW': '{deed}{level}', 'zh-CN': '{deed}{level}' },
  field: { en: '{deed} “{field}”', 'zh-TW': '{deed}「{field}」', 'zh-CN': '{deed}“{field}”' },
} satisfies Readonly<Record<string, Wording>>;

const noCursor: Wording = { en: 'The cursor “after” does not come from an answer of this query.', 'zh-TW': '游標「after」並非來自此查詢的回應。', 'zh-CN': '游标“after”并非来自此查询的回应。' };
