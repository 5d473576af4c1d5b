import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const milestoneStates = { RUNNING: 'running', WARNING: 'warning', VIOLATED: 'violated', PAUSED: 'paused', MET: 'met', LATE: 'late' } as const;
export type MilestoneStateName = (typeof milestoneStates)[keyof typeof milestoneStates];
registerEnumType(milestoneStates, {
  name: 'MilestoneState',
  valuesMap: { WARNING: { description: 'It runs, and the part of the target at which it warns is over.' }, VIOLATED: { description: 'The target is over and it is not ended.' }, LATE: { description: 'It was ended after its target.' } },
});

@ObjectType('Milestone')
export class MilestoneType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => milestoneStates)
  state!: MilestoneStateName;

  @Field({ description: 'An ISO 8601 duration.' })
  target!: string;

  @Field(() => String, { nullable: true, description: 'Name of the business calendar whose hours alone count.' })
  calendar!: string | null;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  warnsAt!: Date | null;

  @Field(() => Date)
  dueAt!: Date;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Of the clock’s own time, down to the whole minute; negative once it is violated, null once it is ended.' })
  minutesLeft!: number | null;

  @Field(() => ID, { description: 'The run that started it.' })
  runId!: string;
}
