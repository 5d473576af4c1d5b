import {
  checkBundle, mergeDocuments, mergeEdit, packApp,
  type AppBundle, type AppDocument, type MergeChange, type MergeConflict, type MergeSide, type MetadataDocument, type PackedApp, type Problem,
} from '@guanxi/metadata';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { AppReleaseRow } from '../database/entities/app-release-row.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { DraftEdit } from '../metadata/draft/lay-in.js';
import { DocumentPlans } from '../metadata/publish/document-plans.js';
import type { CountedPlan } from '../metadata/publish/draft-plans.js';
import { WholeEdits } from '../metadata/publish/whole-edits.js';
import { RevisionStore } from '../metadata/revision-store.js';
import type { PublishResultType } from '../metadata/types/plan.type.js';
import type { Org } from '../orgs/org.js';
import { appFaults } from './app-wording.js';
import { readSolutionBundle, solutionNames } from './read-solution.js';

export interface InstalledApp {
  readonly document: AppDocument;
  /** What the release in force brought along; absent for an app that was made here. */
  readonly release?: AppReleaseRow;
}

/** An app that comes with the product, and the version of it that the org has. */
export interface ShippedApp {
  readonly bundle: AppBundle;
  readonly present?: string;
}

/** What installing a bundle would do, with what stands in its way. */
export interface AppReview {
  readonly event: 'install' | 'upgrade' | 'reinstall';
  readonly bundle: AppBundle;
  readonly present?: string;
  readonly changes: readonly MergeChange[];
  readonly conflicts: readonly MergeConflict[];
  readonly plan: CountedPlan;
}

export type Choices = Readonly<Record<string, MergeSide>>;

/** The apps of an org: packed, installed, upgraded under the admin's own changes, removed. */
@Injectable()
export class Apps {
  constructor(
    @InjectRepository(AppReleaseRow) private readonly releases: Repository<AppReleaseRow>,
    private readonly revisions: RevisionStore,
    private readonly plans: DocumentPlans,
    private readonly edits: WholeEdits,
  ) {}

  async list(org: Org): Promise<readonly InstalledApp[]> {
    const [documents, releases] = await Promise.all([this.published(org), this.releases.findBy({ orgId: org.id })]);
    return documents.flatMap((document) => {
      if (document.kind !== 'app') return [];
      const release = releases.find(({ name, version }) => name === document.name && version === document.version);
      return [{ document, ...(release && { release }) }];
    });
  }

  async shipped(org: Org): Promise<readonly ShippedApp[]> {
    const [installed, bundles] = await Promise.all([this.list(org), solutionNames().then((names) => Promise.all(names.map(readSolutionBundle)))]);
    return bundles.map((bundle) => {
      const present = installed.find(({ document }) => document.name === bundle.app.name)?.document.version;
      return { bundle, ...(present !== undefined && { present }) };
    });
  }

  async review({ org, locale }: Actor, input: unknown, choices: Choices): Promise<AppReview | { readonly problems: readonly Problem[] }> {
    const installed = await this.list(org);
    const checked = checkBundle(input, new Map(installed.map(({ document }) => [document.name, document.version])));
    if (!checked.ok) return { problems: checked.problems };
    const bundle = checked.value;
    const present = installed.find(({ document }) => document.name === bundle.app.name);
    const mine = await this.published(org);
    const merged = mergeDocuments({ base: documentsOf(present?.release?.bundle), mine, theirs: documentsOf(bundle) }, { ...choices, ...versionOf(bundle) });
    const conflicts = merged.conflicts.filter(({ path }) => !(path in versionOf(bundle)));
    return {
      event: !present ? 'install' : present.document.version === bundle.app.version ? 'reinstall' : 'upgrade',
      bundle,
      ...(present && { present: present.document.version }),
      changes: merged.changes,
      conflicts,
      plan: await this.plans.make(org, merged.documents, locale),
    };
  }

  /** Published as one revision, or not at all. Conflicts that nobody decided keep what the org has. */
  async install(actor: Actor, input: unknown, choices: Choices, consents: readonly string[]): Promise<PublishResultType> {
    const { org, userId } = actor;
    const installed = await this.list(org);
    const checked = checkBundle(input, new Map(installed.map(({ document }) => [document.name, document.version])));
    if (!checked.ok) return { problems: checked.problems };
    const bundle = checked.value;
    const base = documentsOf(installed.find(({ document }) => document.name === bundle.app.name)?.release?.bundle);
    const mine = await this.published(org);
    const { documents } = mergeDocuments({ base, mine, theirs: documentsOf(bundle) }, { ...choices, ...versionOf(bundle) });
    // Noted first: a release that never came into force is told from one that did by the app's published document.
    await this.note(org, bundle, userId);
    return this.edits.publish(actor, mergeEdit(mine, documents), consents);
  }

  /** With `keepRecords` the objects stay, and with them what people have entered. */
  async remove(actor: Actor, name: string, keepRecords: boolean, consents: readonly string[]): Promise<PublishResultType> {
    return this.edits.publish(actor, await this.removal(actor.org, name, keepRecords), consents);
  }

  async reviewRemoval({ org, locale }: Actor, name: string, keepRecords: boolean): Promise<CountedPlan> {
    const { remove } = await this.removal(org, name, keepRecords);
    const gone = new Set(remove.map((key) => `${key.kind} ${key.name}`));
    const stays = (await this.published(org)).filter((document) => !gone.has(`${document.kind} ${document.name}`));
    return this.plans.make(org, stays, locale);
  }

  async pack(org: Org, name: string): Promise<PackedApp> {
    const installed = await this.list(org);
    const app = findApp(installed, name).document;
    const owners = new Map(
      installed.flatMap(({ document, release }) =>
        (release?.bundle.documents ?? []).map((carried) => [`${carried.kind} ${carried.name}`, { app: document.name, version: document.version }] as const),
      ),
    );
    return packApp(app, await this.published(org), owners);
  }

  async note(org: Org, bundle: AppBundle, userId?: string): Promise<void> {
    const { name, version } = bundle.app;
    await this.releases.save({ orgId: org.id, name, version, bundle, installedBy: userId ?? null, installedAt: new Date() });
  }

  private async removal(org: Org, name: string, keepRecords: boolean): Promise<DraftEdit> {
    const installed = await this.list(org);
    const app = findApp(installed, name);
    const others = new Set(installed.filter((other) => other !== app).flatMap(({ release }) => documentsOf(release?.bundle).map(({ guanxi }) => guanxi.id)));
    const carried = app.release ? documentsOf(app.release.bundle) : (await this.pack(org, name)).bundle.documents;
    const ids = new Set([...carried.map(({ guanxi }) => guanxi.id), app.document.guanxi.id]);
    const going = (await this.published(org)).filter(({ guanxi, kind }) => ids.has(guanxi.id) && !others.has(guanxi.id) && !(keepRecords && STAYS_WITH_RECORDS.has(kind)));
    return { documents: [], remove: going.map((document) => ({ kind: document.kind, name: document.name })) };
  }

  private async published(org: Org): Promise<readonly MetadataDocument[]> {
    return this.revisions.documents(org.id, await this.revisions.publishedNumber(org.id));
  }
}

/** What records could not be without. */
const STAYS_WITH_RECORDS: ReadonlySet<string> = new Set(['object', 'picklist']);

function findApp(installed: readonly InstalledApp[], name: string): InstalledApp {
  const found = installed.find(({ document }) => document.name === name);
  if (!found) throw new ApiFailure('NOT_FOUND', { ...appFaults.unknown, words: { name } });
  return found;
}

function documentsOf(bundle: AppBundle | undefined): readonly MetadataDocument[] {
  return bundle ? [bundle.app, ...bundle.documents] : [];
}

/** The version is never the admin's to keep: it says which release is in force. */
function versionOf({ app }: AppBundle): Choices {
  return { [`/app:${app.name}/version`]: 'theirs' };
}
