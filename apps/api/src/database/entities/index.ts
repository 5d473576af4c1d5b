import { ApiKeyRow } from './api-key-row.js';
import { AppReleaseRow } from './app-release-row.js';
import { DraftRow } from './draft-row.js';
import { OrgRow } from './org-row.js';
import { RevisionRow } from './revision-row.js';
import { SandboxRow } from './sandbox-row.js';
import { SessionRow } from './session-row.js';
import { UploadRow } from './upload-row.js';
import { UserRow } from './user-row.js';

/** What the platform itself keeps; the records of orgs are no entities. */
export const entities = [ApiKeyRow, AppReleaseRow, DraftRow, OrgRow, RevisionRow, SandboxRow, SessionRow, UploadRow, UserRow];
