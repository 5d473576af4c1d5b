import type { DocumentKind } from './documents.js';

/** The parts of Setup that a permission set can open, each to be had without the others. */
export const setupAreas = ['objects', 'automation', 'people', 'access', 'data', 'connections', 'security', 'audit', 'privacy', 'organisation'] as const;

export type SetupArea = (typeof setupAreas)[number];

/** Which part of Setup documents of a kind belong to. */
export const areaOfKind: Readonly<Record<DocumentKind, SetupArea>> = {
  object: 'objects',
  picklist: 'objects',
  layout: 'objects',
  view: 'objects',
  action: 'objects',
  app: 'objects',
  workflow: 'automation',
  queue: 'automation',
  'message-template': 'automation',
  'document-template': 'automation',
  'business-calendar': 'automation',
  permissions: 'access',
  'permission-group': 'access',
  role: 'access',
  team: 'access',
  'sharing-rule': 'access',
  'retention-rule': 'privacy',
};
