import { Field, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../metadata-api/scalars.js';

@ObjectType('FormulaProblem', { description: 'What is wrong with a formula. start and end are UTF-16 offsets into it.' })
export class FormulaProblemType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true })
  hint!: string | null;

  @Field(() => Int)
  start!: number;

  @Field(() => Int)
  end!: number;
}

@ObjectType('FormulaRead')
export class FormulaReadType {
  @Field(() => String, { description: 'As the formula names it: customer.city.' })
  path!: string;

  @Field(() => JsonScalar, { nullable: true })
  value!: unknown;
}

@ObjectType('FormulaResult', { description: 'What a formula answers for one record.' })
export class FormulaResultType {
  @Field(() => String, { nullable: true, description: 'text, number, boolean, date, time, datetime, picklist, multipicklist, reference or location; absent where the formula is wrong.' })
  type!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Numbers as decimal strings; null where it is blank.' })
  value!: unknown;

  @Field(() => [FormulaReadType], { description: 'What it read.' })
  reads!: readonly FormulaReadType[];

  @Field(() => [FormulaProblemType])
  problems!: readonly FormulaProblemType[];
}
