import { Injectable } from '@nestjs/common';
import type { Model, Problem } from '@guanxi/metadata';
import type { OrgTransaction } from '../../database/sql-session.js';

export interface PublishedNow {
  readonly revision: number;
  readonly model: Model;
  readonly locale: string;
}

/** Answers what keeps a revision from being published. Whatever it writes it has to take back. */
export type PublishCheck = (tx: OrgTransaction, published: PublishedNow) => Promise<readonly Problem[]>;

/** What is asked when the tables are as a revision wants them, before it is committed. */
@Injectable()
export class PublishChecks {
  private readonly checks: PublishCheck[] = [];

  register(check: PublishCheck): void {
    this.checks.push(check);
  }

  async find(tx: OrgTransaction, published: PublishedNow): Promise<readonly Problem[]> {
    const found: Problem[] = [];
    for (const check of this.checks) found.push(...(await check(tx, published)));
    return found;
  }
}
