import { Field, Int, ObjectType } from '@nestjs/graphql';
import { inTheirLanguage } from '../trace/place-of-step.js';
import { JsonScalar } from '../../metadata-api/scalars.js';

/** Which step of a workflow something is told of. */
@ObjectType({ isAbstract: true })
export abstract class StepPlaceType {
  @Field()
  id!: string;

  @Field()
  action!: string;

  @Field(() => String, { nullable: true, middleware: [inTheirLanguage] })
  title!: string | null;

  @Field(() => Int, { description: 'Ways of other steps that it stands within.' })
  level!: number;
}

/** What one step was given, and what came of it. */
@ObjectType({ isAbstract: true })
export abstract class StepOutcomeType extends StepPlaceType {
  @Field(() => JsonScalar, { nullable: true })
  input!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  output!: unknown;

  @Field(() => String, { nullable: true })
  error!: string | null;
}

/** The same of a step that is thought through, not performed. */
@ObjectType({ isAbstract: true })
export abstract class StepForeseenType extends StepOutcomeType {
  @Field(() => String, { nullable: true, description: 'The way that is taken.' })
  way!: string | null;

  @Field(() => Date, { nullable: true, description: 'Until when it would wait.' })
  until!: string | null;
}
