import { AccessTokenRow } from './access-token-row.js';
import { ApiKeyRow } from './api-key-row.js';
import { AppReleaseRow } from './app-release-row.js';
import { ChallengeRow } from './challenge-row.js';
import { ClientAssertionRow } from './client-assertion-row.js';
import { DraftRow } from './draft-row.js';
import { IdentityLinkRow } from './identity-link-row.js';
import { IdentityProviderRow } from './identity-provider-row.js';
import { OauthClientRow } from './oauth-client-row.js';
import { OrgRow } from './org-row.js';
import { PasskeyRow } from './passkey-row.js';
import { RecoveryCodeRow } from './recovery-code-row.js';
import { RevisionRow } from './revision-row.js';
import { SandboxRow } from './sandbox-row.js';
import { ScimGroupRow, ScimMemberRow, ScimSettingRow, ScimTokenRow, ScimUserRow } from './scim-rows.js';
import { SessionRow } from './session-row.js';
import { SignInPolicyRow } from './sign-in-policy-row.js';
import { SignInRow } from './sign-in-row.js';
import { TotpRow } from './totp-row.js';
import { UploadRow } from './upload-row.js';
import { UserRow } from './user-row.js';

/** What the platform itself keeps; the records of orgs are no entities. */
export const entities = [AccessTokenRow, ApiKeyRow, AppReleaseRow, ChallengeRow, ClientAssertionRow, DraftRow, IdentityLinkRow, IdentityProviderRow, OauthClientRow, OrgRow, PasskeyRow, RecoveryCodeRow, RevisionRow, SandboxRow, ScimGroupRow, ScimMemberRow, ScimSettingRow, ScimTokenRow, ScimUserRow, SessionRow, SignInPolicyRow, SignInRow, TotpRow, UploadRow, UserRow];
