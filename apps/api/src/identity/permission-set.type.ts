import { Field, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../metadata-api/scalars.js';

@ObjectType('PermissionSet')
export class PermissionSetType {
  @Field()
  name!: string;

  @Field()
  title!: string;

  /** Absent for the built-in one. */
  @Field(() => JsonScalar, { nullable: true })
  document?: unknown;
}
