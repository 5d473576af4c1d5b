import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { TrailRetention } from './trail-retention.js';
import { TrailVerifier } from './trail-verifier.js';

const DAY = 86_400_000;

/** Once a day: entries that are older than is kept go. */
@Injectable()
export class TrailUpkeep implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly settings: Settings,
    private readonly retention: TrailRetention,
    private readonly verifier: TrailVerifier,
  ) {}

  onModuleInit(): void {
    this.handlers.register('trail', () => this.cut(new Date()));
  }

  async cut(now: Date): Promise<void> {
    const { trailDays } = this.settings;
    if (trailDays === 0) return;
    for (const chain of await this.verifier.chains()) await this.retention.cut(chain, new Date(now.getTime() - trailDays * DAY));
  }
}
