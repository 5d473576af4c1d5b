import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';

/** What links to the page begin with. */
@Injectable()
export class PageAddress {
  constructor(private readonly settings: Settings) {}

  /** For somebody who is signed in: without a setting, where they have the page open. */
  forSignedIn({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
    return this.settings.pageUrl ?? `${protocol}://${host}`;
  }

  /** For who is not: a request that anybody may send must not decide where a mail of ours leads. */
  forStrangers(): string {
    return this.settings.pageUrl ?? `http://localhost:${this.settings.port}`;
  }
}
