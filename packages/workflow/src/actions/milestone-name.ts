import type { JsonSchema } from '@guanxi/field-types';
import { nearMissHint, stepsOf, type Problem } from '@guanxi/metadata';
import type { MilestonePorts } from '../milestones/milestone-ports.js';
import type { StepNote } from '../ports.js';
import type { Action, ActionContext } from './action.js';

export const milestoneNameSchema: JsonSchema = { type: 'string', title: 'Milestone', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 64 };

interface ClockAction {
  readonly name: 'stopMilestone' | 'pauseMilestone' | 'resumeMilestone';
  readonly title: string;
  readonly description: string;
  readonly does: 'stop' | 'pause' | 'resume';
}

/** An action that does something to a clock which another step has started. */
export function clockAction({ name, title, description, does }: ClockAction): Action {
  return {
    name,
    title,
    description,
    inputSchema: { type: 'object', properties: { name: { ...milestoneNameSchema, description: 'The name under which a step has started it.' } }, required: ['name'], additionalProperties: false },
    check: (input, context) => checkName(input['name'], context),

    async run({ input, object, runs }, ports) {
      const milestone = String(input['name']);
      const port: MilestonePorts[typeof does] = (...given) => ports.milestones[does](...given);
      const states = await port(milestone, object.name, runs);
      const notes = runs.map(({ runId }): StepNote => {
        const now = states.get(runId);
        return { runId, input: { name: milestone }, output: now ? { milestone, state: now.state, due: now.dueAt } : { skipped: `There was nothing to ${does}: the milestone was not in that state.` } };
      });
      return { ok: true, notes };
    },
  };
}

function checkName(name: unknown, { model, object }: ActionContext): Problem[] {
  const path = '/name';
  if (typeof name !== 'string' || name === '') return [{ path, code: 'milestone.name', message: 'The step does not say which milestone it means.' }];
  const known = new Set(model.workflows.flatMap((workflow) => stepsOf(workflow, model).flatMap(({ step, object: at }) => (step.action === 'startMilestone' && at?.name === object.name ? String(step.input['name']) : []))));
  if (known.has(name)) return [];
  const hint = nearMissHint(name, known);
  return [{ path, code: 'milestone.unknown', message: `No workflow starts a milestone “${name}” on records of ${object.label}.`, ...(hint && { hint }) }];
}
