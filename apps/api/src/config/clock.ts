import { Injectable } from '@nestjs/common';
import type { Org } from '../orgs/org.js';

/** Tells the time of an org; also the injection token. */
export abstract class Clock {
  abstract now(org: Org): Date;
}

/** The machine's time, except in a rehearsal org, whose clock stands where it was set. */
@Injectable()
export class OrgClock extends Clock {
  override now(org: Org): Date {
    return org.clock ? new Date(org.clock) : new Date();
  }
}
