import { Injectable } from '@nestjs/common';
import { parseDocuments, type Model } from '@guanxi/metadata';
import { LRUCache } from 'lru-cache';
import type { Org } from '../orgs/org.js';
import { PublishedRevisions } from './published-revisions.js';
import { RevisionStore } from './revision-store.js';

export interface PublishedModel {
  readonly revision: number;
  readonly model: Model;
}

export type PreparingListener = (orgId: string, revision: number, model: Model) => void;
export type PublishedListener = (orgId: string, revision: number) => void;

/** A field takes about a kilobyte. Objects that two revisions share are counted once. */
const MOST_FIELDS = 200_000;

interface Kept {
  readonly model: Model;
  readonly weight: number;
}

/** The models of the orgs, parsed once per revision and process; what a revision did not change is taken over from the one before. */
@Injectable()
export class Models {
  private readonly models = new LRUCache<string, Kept>({ maxSize: MOST_FIELDS, sizeCalculation: ({ weight }) => weight });
  private readonly preparing: PreparingListener[] = [];
  private readonly loading = new Map<string, Promise<Model>>();

  constructor(
    private readonly revisions: RevisionStore,
    private readonly published: PublishedRevisions,
  ) {
    // So that the first request after a publishing does not wait for the documents to be read.
    published.onPublished((orgId, revision) => void this.load(orgId, revision).then((model) => this.prepare(orgId, revision, model)).catch(() => undefined));
  }

  /** The published model as of now. */
  async current(org: Org): Promise<PublishedModel> {
    const revision = await this.published.current(org.id);
    return { revision, model: await this.at(org, revision) };
  }

  /** Any revision: runs keep to the one they started in. */
  async at(org: Org, revision: number): Promise<Model> {
    return this.models.get(keyOf(org.id, revision))?.model ?? this.load(org.id, revision);
  }

  /** Whoever published it has read it already. */
  keep(org: Org, revision: number, model: Model): void {
    this.put(org.id, revision, model);
    this.revisions.keep(org.id, revision, model.documents);
  }

  /** Asks the database again: for a request whose statement no longer fits the tables. */
  refresh(org: Org): Promise<PublishedModel> {
    this.published.forget(org.id);
    return this.current(org);
  }

  /** Lets others work out what the first request after a publishing will ask for, while the revision before is still in force. */
  prepare(orgId: string, revision: number, model: Model): void {
    for (const listener of this.preparing) listener(orgId, revision, model);
  }

  /** Called with each model before it is in force here, also with one whose publishing then fails. */
  onPreparing(listener: PreparingListener): void {
    this.preparing.push(listener);
  }

  /** Called on every process soon after each publishing, wherever it happened. Returns how to stop listening. */
  onPublished(listener: PublishedListener): () => void {
    return this.published.onPublished(listener);
  }

  private load(orgId: string, revision: number): Promise<Model> {
    const key = keyOf(orgId, revision);
    const known = this.models.get(key);
    if (known) return Promise.resolve(known.model);
    const loading = this.loading.get(key) ?? this.read(orgId, revision).finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  private async read(orgId: string, revision: number): Promise<Model> {
    const documents = await this.revisions.documents(orgId, revision);
    const earlier = this.before(orgId, revision);
    const parsed = parseDocuments(documents, earlier ? { earlier } : {});
    if (!parsed.ok) {
      const [problem] = parsed.problems;
      throw new Error(`Revision ${revision} of org ${orgId} cannot be read: ${problem?.path} ${problem?.message}`);
    }
    this.put(orgId, revision, parsed.value);
    this.revisions.keep(orgId, revision, parsed.value.documents);
    return parsed.value;
  }

  private put(orgId: string, revision: number, model: Model): void {
    const shared = new Set(this.before(orgId, revision)?.objects);
    const weight = model.objects.reduce((sum, object) => sum + (shared.has(object) ? 1 : object.fields.length), 1);
    this.models.set(keyOf(orgId, revision), { model, weight });
  }

  private before(orgId: string, revision: number): Model | undefined {
    return this.models.peek(keyOf(orgId, revision - 1))?.model;
  }
}

const keyOf = (orgId: string, revision: number): string => `${orgId}:${revision}`;
