import { translate, type DuplicateRuleModel, type ObjectModel } from '@guanxi/metadata';
import { compileFindDuplicates, isRecordId, type FoundDuplicates } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { bound, keepStatement } from '../records/bound-statement.js';
import { raiseThreshold } from '../records/find-duplicates.js';
import { prepareRows } from '../records/prepare-rows.js';
import { columnsOf } from '../records/run-write.js';
import { groundOf, type PreparedRow, type WritePlace } from '../records/write-place.js';
import { preparation } from '../records/write-records.js';
import type { NamedRecord } from './duplicate-groups.js';
import { duplicateRefusals } from './duplicate-wording.js';

export interface SimilarRecords {
  readonly rule: string;
  readonly label: string;
  /** The rule warns on save, and people may go on. */
  readonly canAllow: boolean;
  readonly records: readonly NamedRecord[];
  /** So many more that are not named. */
  readonly others: number;
}

export interface SimilarQuestion {
  readonly object: string;
  /** As a mutation takes them. */
  readonly values: unknown;
  /** Of the record that the values are for; none while it is new. */
  readonly id?: string;
}

/** What duplicate rules would say of a record that somebody is still typing. Values that are not whole yet are passed over. */
@Injectable()
export class SimilarFinder {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, { object: name, values, id }: SimilarQuestion): Promise<readonly SimilarRecords[]> {
    const { model } = await this.models.current(actor.org);
    const object = actor.access.objects.has(name) ? model.objectByName.get(name) : undefined;
    if (!object) throw new ApiFailure('NOT_FOUND', { ...duplicateRefusals.noObject, words: { object: name } });
    const given = typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Readonly<Record<string, unknown>>) : {};
    return this.database.transaction(actor.org, async (session) => {
      const place: WritePlace = { session, actor, model, at: this.clock.now(actor.org).toISOString(), operationId: '' };
      const [row = {}] = prepareRows([given], preparation(place, object, 'update')).rows;
      const rules = rulesOver(object, row, actor);
      return rules.length === 0 ? [] : ask(place, object, rules, row, id);
    });
  }
}

/** Rules that have a say on save and can be told from these values; none that compares what this person may not read. */
function rulesOver({ name, duplicateRules }: ObjectModel, row: PreparedRow, { access }: Actor): readonly DuplicateRuleModel[] {
  const readable = access.objects.get(name)?.readableFields;
  return duplicateRules.filter(({ active, onSave, match }) => active && onSave !== 'allow' && match.every(({ field }) => readable?.has(field) === true && (row[field] ?? null) !== null));
}

async function ask(place: WritePlace, object: ObjectModel, rules: readonly DuplicateRuleModel[], row: PreparedRow, id: string | undefined): Promise<readonly SimilarRecords[]> {
  const compared = new Set(rules.flatMap(({ match }) => match.map(({ field }) => field)));
  const fields = [...compared].sort();
  const request = { object: object.name, rules: rules.map(({ name }) => name), fields, uneven: false, isNew: true };
  const key = `similar ${place.actor.org.schema} ${place.actor.access.key} ${JSON.stringify(request)}`;
  const statement = keepStatement(place.model, key, () => compileFindDuplicates(request, groundOf(place)));
  const values = Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
  const self = id !== undefined && isRecordId(id) ? id : makeId();
  await raiseThreshold(place, object, request.rules);
  const found = await place.session.run<FoundDuplicates>(bound(statement, place, { rows: JSON.stringify([{ _row: 0, _id: self, ...columnsOf(values, object) }]), at: place.at, actor: place.actor.userId }));
  return found.map(({ rule: name, shown, total }) => {
    const rule = rules.find((one) => one.name === name);
    const records = shown ?? [];
    return { rule: name, label: translate(rule?.label ?? name, rule?.titles, place.actor.locale), canAllow: rule?.onSave === 'warn', records, others: total - records.length };
  });
}
