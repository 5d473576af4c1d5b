// The long suites begin before the short ones, so that no worker is alone with one of them in the end. Jest does so by itself
// only where it has measured them before, which a fresh machine has not.
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** The longest first; measured now and then, and nothing breaks when one is missing. */
const longest = [
  'apps/api/src/automation/rehearse/rehearsals.test.ts',
  'apps/api/src/automation/torture.test.ts',
  'apps/api/src/exchange/exports/large-list.test.ts',
  'apps/api/src/webhooks/killed-worker.test.ts',
  'apps/api/src/mail/killed-sender.test.ts',
  'apps/api/src/automation/killed-worker.test.ts',
  'apps/api/src/automation/calls/killed-caller.test.ts',
  'packages/embedded-postgres/src/start-embedded-postgres.test.ts',
  'apps/api/src/exchange/imports/killed-import.test.ts',
  'apps/api/src/automation/engine.test.ts',
  'apps/api/src/graphql/fuzz/fuzz.test.ts',
  'apps/api/src/identity/identity.test.ts',
  'apps/api/src/metadata/publish/killed-publishing.test.ts',
  'apps/api/src/exchange/imports/imports.test.ts',
  'apps/api/src/metadata/online/online-work.test.ts',
  'packages/metadata/src/plan/plan.property.test.ts',
  'apps/api/src/operations/killed-undo.test.ts',
  'apps/api/src/backup/backup.test.ts',
  'apps/api/src/records/maintain/roll-ups.test.ts',
];

export default class SlowestFirst extends TestSequencer {
  sort(tests) {
    const place = ({ path, context }) => {
      const index = longest.indexOf(relative(context.config.rootDir, path));
      return index < 0 ? longest.length : index;
    };
    return super.sort(tests).toSorted((one, other) => place(one) - place(other));
  }
}
