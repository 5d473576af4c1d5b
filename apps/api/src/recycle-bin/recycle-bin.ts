import { Injectable } from '@nestjs/common';
import { bindStatement, compileBin, type BinRow } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { readPeople, type Person } from '../activity/read-people.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';

/** A record that was deleted and can be brought back. */
export interface DeletedRecord {
  readonly object: string;
  readonly id: string;
  /** Null where the name is blank or may not be read. */
  readonly name: string | null;
  readonly deletedAt: Date;
  readonly deletedBy: Person | null;
  readonly operationId: string | null;
}

export interface BinPage {
  readonly records: readonly DeletedRecord[];
  /** Where the list goes on, null at its end. */
  readonly next: string | null;
}

const MOST = 200;

@Injectable()
export class RecycleBin {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Latest first: what this person may bring back. */
  async read(actor: Actor, { object, mine, first, after }: { readonly object?: string; readonly mine: boolean; readonly first: number; readonly after?: string }): Promise<BinPage> {
    const { model } = await this.models.current(actor.org);
    const { schema } = actor.org;
    const limit = Math.min(Math.max(first, 1), MOST);
    const statement = compileBin({ ...(object !== undefined && { object }), mine, limit: limit + 1 }, { model, access: actor.access, schema });
    if (!statement) return { records: [], next: null };
    const variables = { after: after !== undefined && /^\d{1,18}$/.test(after) ? after : null };
    const input = { variables, me: actor.userId, now: this.clock.now(actor.org).toISOString(), timeZone: actor.timeZone, org: actor.org };
    const rows = await this.database.session(actor.org).run<BinRow>({ text: statement.text, values: bindStatement(statement, input) });
    const shown = rows.slice(0, limit);
    const people = await readPeople(this.database, actor.org, shown.map(({ actor_id }) => actor_id));
    return { records: shown.map((row) => present(row, people)), next: rows.length > limit ? String(shown.at(-1)?.place) : null };
  }
}

function present({ object, id, name, at, actor_id, operation_id }: BinRow, people: ReadonlyMap<string, Person>): DeletedRecord {
  return { object, id, name, deletedAt: at, deletedBy: (actor_id !== null && people.get(actor_id)) || null, operationId: operation_id };
}
