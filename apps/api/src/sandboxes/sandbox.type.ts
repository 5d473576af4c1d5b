import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Sandbox } from './sandboxes.js';

export enum SandboxCopies { NONE = 'NONE', SAMPLE = 'SAMPLE', ALL = 'ALL' }
export enum SandboxState { WAITING = 'WAITING', COPYING = 'COPYING', READY = 'READY', FAILED = 'FAILED', CANCELLED = 'CANCELLED' }

registerEnumType(SandboxCopies, { name: 'SandboxCopies' });
registerEnumType(SandboxState, { name: 'SandboxState' });

@ObjectType('Sandbox', { description: 'A copy of the org to try things in.' })
export class SandboxType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => SandboxState)
  state!: SandboxState;

  @Field(() => SandboxCopies)
  copies!: SandboxCopies;

  @Field({ description: 'Values of fields that say something of a person are masked.' })
  masked!: boolean;

  @Field(() => Int, { description: 'The revision that was copied.' })
  baseRevision!: number;

  @Field(() => Int)
  rowsCopied!: number;

  @Field(() => Int, { nullable: true, description: 'Where all records are copied: how many there are.' })
  rowsTotal!: number | null;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field({ description: 'The session that asks works in it.' })
  current!: boolean;
}

@InputType('SandboxInput')
export class SandboxInput {
  @Field()
  name!: string;

  @Field(() => SandboxCopies)
  copies!: SandboxCopies;

  @Field({ defaultValue: true })
  masked!: boolean;
}

export function presentSandbox(sandbox: Sandbox, currentOrg: string): SandboxType {
  const { org, state, copies, masked, baseRevision, rowsCopied, rowsTotal, error, createdAt } = sandbox;
  return {
    id: org.id,
    name: org.name,
    state: SandboxState[state.toUpperCase() as keyof typeof SandboxState],
    copies: SandboxCopies[copies.toUpperCase() as keyof typeof SandboxCopies],
    masked,
    baseRevision,
    rowsCopied: Number(rowsCopied),
    rowsTotal: rowsTotal === null ? null : Number(rowsTotal),
    error,
    createdAt,
    current: org.id === currentOrg,
  };
}
