import { Platform1764000000001 } from './0001-platform.js';
import { AppsAndSandboxes1764000000002 } from './0002-apps-and-sandboxes.js';
import { RevisionDifferences1764000000003 } from './0003-revision-differences.js';
import { Search1764000000004 } from './0004-search.js';
import { LimitedKeys1764000000005 } from './0005-limited-keys.js';
import { KeyRotation1764000000006 } from './0006-key-rotation.js';
import { People1764000000007 } from './0007-people.js';
import { Credentials1764000000008 } from './0008-credentials.js';
import { Factors1764000000009 } from './0009-factors.js';
import { Federation1764000000010 } from './0010-federation.js';
import { Trail1764000000011 } from './0011-trail.js';
import { RevisionNotes1764000000013 } from './0013-revision-notes.js';
import { ClientPlaces1764000000014 } from './0014-client-places.js';
import { StoppedSandboxes1764000000048 } from './0048-stopped-sandboxes.js';
import { FactorsOfOrgsMadeBefore1764000000049 } from './0049-factors-of-orgs-made-before.js';
import { WhenFactorsBegin1764000000054 } from './0054-when-factors-begin.js';

/** Migrations of the platform's own schema, oldest first. */
export const platformMigrations = [
  Platform1764000000001,
  AppsAndSandboxes1764000000002,
  RevisionDifferences1764000000003,
  Search1764000000004,
  LimitedKeys1764000000005,
  KeyRotation1764000000006,
  People1764000000007,
  Credentials1764000000008,
  Factors1764000000009,
  Federation1764000000010,
  Trail1764000000011,
  RevisionNotes1764000000013,
  ClientPlaces1764000000014,
  StoppedSandboxes1764000000048,
  FactorsOfOrgsMadeBefore1764000000049,
  WhenFactorsBegin1764000000054,
];
