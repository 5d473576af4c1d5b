import { Injectable } from '@nestjs/common';
import type { Model } from '@guanxi/metadata';
import { LRUCache } from 'lru-cache';
import type { Org } from '../orgs/org.js';
import { PublishedRevisions } from './published-revisions.js';
import { RevisionStore } from './revision-store.js';

export interface PublishedModel {
  readonly revision: number;
  readonly model: Model;
}

export type PublishedListener = (orgId: string, revision: number) => void;

const MODELS_IN_MEMORY = 60;

/** The models of the orgs, parsed once per revision and process. */
@Injectable()
export class Models {
  private readonly models = new LRUCache<string, Promise<Model>>({ max: MODELS_IN_MEMORY });

  constructor(
    private readonly revisions: RevisionStore,
    private readonly published: PublishedRevisions,
  ) {
    // So that the first request after a publishing does not wait for the documents to be read.
    published.onPublished((orgId, revision) => void this.load(orgId, revision).catch(() => undefined));
  }

  /** The published model as of now. */
  async current(org: Org): Promise<PublishedModel> {
    const revision = await this.published.current(org.id);
    return { revision, model: await this.at(org, revision) };
  }

  /** Any revision: runs keep to the one they started in. */
  at(org: Org, revision: number): Promise<Model> {
    return this.load(org.id, revision);
  }

  /** Whoever published it has read it already. */
  keep(org: Org, revision: number, model: Model): void {
    this.models.set(`${org.id}:${revision}`, Promise.resolve(model));
  }

  /** Asks the database again: for a request whose statement no longer fits the tables. */
  refresh(org: Org): Promise<PublishedModel> {
    this.published.forget(org.id);
    return this.current(org);
  }

  /** Called on every process soon after each publishing, wherever it happened. Returns how to stop listening. */
  onPublished(listener: PublishedListener): () => void {
    return this.published.onPublished(listener);
  }

  private load(orgId: string, revision: number): Promise<Model> {
    const key = `${orgId}:${revision}`;
    const known = this.models.get(key);
    if (known) return known;
    const loading = this.revisions.loadModel(orgId, revision);
    this.models.set(key, loading);
    loading.catch(() => this.models.delete(key));
    return loading;
  }
}
