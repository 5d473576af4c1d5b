import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ProblemType } from '../metadata-api/problem.type.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { MergeChangeType, MergeConflictType } from '../metadata/types/merge.type.js';
import { PlanType } from '../metadata/types/plan.type.js';
import type { AppReview, InstalledApp } from './apps.js';

@ObjectType('InstalledApp')
export class InstalledAppType {
  @Field()
  name!: string;

  @Field()
  title!: string;

  @Field()
  version!: string;

  @Field(() => String, { nullable: true })
  publisher?: string;

  @Field(() => String, { nullable: true })
  description?: string;

  @Field(() => Date, { nullable: true, description: 'Null for an app that was made here.' })
  installedAt?: Date;

  @Field(() => JsonScalar, { description: 'The app’s document.' })
  document!: unknown;

  @Field(() => Int, { description: 'Documents that it brought along.' })
  documents!: number;
}

@ObjectType('ShippedApp', { description: 'An app that comes with the product.' })
export class ShippedAppType {
  @Field(() => JsonScalar, { description: 'The app’s document.' })
  document!: unknown;

  @Field(() => Int, { description: 'Documents that it brings along.' })
  documents!: number;

  @Field(() => String, { nullable: true, description: 'The version that is installed.' })
  present?: string;
}

@ObjectType('AppReview', { description: 'What installing a bundle would do.' })
export class AppReviewType {
  @Field(() => String, { nullable: true, description: '`install`, `upgrade` or `reinstall`.' })
  event?: string;

  @Field(() => String, { nullable: true })
  title?: string;

  @Field(() => String, { nullable: true })
  version?: string;

  @Field(() => String, { nullable: true, description: 'The version that is installed.' })
  present?: string;

  @Field(() => [MergeChangeType])
  changes!: readonly MergeChangeType[];

  @Field(() => [MergeConflictType])
  conflicts!: readonly MergeConflictType[];

  @Field(() => PlanType, { nullable: true })
  plan?: PlanType;

  @Field(() => [ProblemType])
  problems!: readonly ProblemType[];
}

@ObjectType('PackedApp')
export class PackedAppType {
  @Field(() => JsonScalar, { description: 'The app as one file: what `installApp` takes.' })
  bundle!: unknown;

  @Field(() => JsonScalar, { description: 'What was not chosen and had to come along: kind and name of each.' })
  added!: unknown;

  @Field(() => [ProblemType])
  problems!: readonly ProblemType[];
}

export function presentApp({ document, release }: InstalledApp): InstalledAppType {
  const { name, title, version, publisher, description } = document;
  return {
    name, title, version, document,
    ...(publisher !== undefined && { publisher }),
    ...(description !== undefined && { description }),
    ...(release && { installedAt: release.installedAt }),
    documents: release?.bundle.documents.length ?? 0,
  };
}

export function presentReview(review: AppReview | { readonly problems: readonly ProblemType[] }): AppReviewType {
  if ('problems' in review) return { changes: [], conflicts: [], problems: review.problems };
  const { event, bundle, present, changes, conflicts, plan } = review;
  return { event, title: bundle.app.title, version: bundle.app.version, ...(present !== undefined && { present }), changes, conflicts, plan: plan as PlanType, problems: plan.problems };
}
