import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Announcements } from '../database/announcements.js';
import { OrgRow } from '../database/entities/org-row.js';
import { KeptFresh } from '../database/kept-fresh.js';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from './org.js';

const TOPIC = 'org';
/** Change of an org's name or zone may take this long to arrive when announcements do not come in. */
const BELIEVED_MILLISECONDS = 2_000;

/** The orgs of this installation. */
@Injectable()
export class Orgs {
  private readonly known = new KeptFresh<Org>(20_000, BELIEVED_MILLISECONDS);

  constructor(
    @InjectRepository(OrgRow) private readonly rows: Repository<OrgRow>,
    private readonly announcements: Announcements,
  ) {
    announcements.on(TOPIC, ({ org }) => this.known.forget(String(org)));
    announcements.onGap(() => this.known.forget());
  }

  async byId(id: string): Promise<Org> {
    return this.known.find(id, async () => readOrg(await this.rows.findOneByOrFail({ id })));
  }

  /** In the order they were made. */
  async all(): Promise<readonly Org[]> {
    return (await this.rows.find({ order: { createdAt: 'asc', id: 'asc' } })).map(readOrg);
  }

  /** Sets the simulated clock of a rehearsal org; `null` gives it the machine's time again. */
  async setClock(id: string, clock: string | null, session: SqlSession): Promise<void> {
    await this.rows.update({ id }, { clock: clock === null ? null : new Date(clock) });
    this.known.forget(id);
    await this.announcements.announce(session, TOPIC, { org: id });
  }
}

export function readOrg(row: OrgRow): Org {
  return Object.freeze({
    id: row.id,
    name: row.name,
    schema: row.schema,
    timeZone: row.timeZone,
    currency: row.currency,
    locale: row.locale,
    ...(row.country && { country: row.country }),
    ...(row.sandboxOf && { sandboxOf: row.sandboxOf }),
    ...(row.clock && { clock: row.clock.toISOString() }),
  });
}
