import { Platform1764000000001 } from './0001-platform.js';
import { AppsAndSandboxes1764000000002 } from './0002-apps-and-sandboxes.js';
import { RevisionDifferences1764000000003 } from './0003-revision-differences.js';
import { Search1764000000004 } from './0004-search.js';
import { LimitedKeys1764000000005 } from './0005-limited-keys.js';
import { KeyRotation1764000000006 } from './0006-key-rotation.js';
import { People1764000000007 } from './0007-people.js';

/** Migrations of the platform's own schema, oldest first. */
export const platformMigrations = [
  Platform1764000000001,
  AppsAndSandboxes1764000000002,
  RevisionDifferences1764000000003,
  Search1764000000004,
  LimitedKeys1764000000005,
  KeyRotation1764000000006,
  People1764000000007,
];
