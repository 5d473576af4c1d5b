import type { Model, ObjectModel, Problem, Result } from '@guanxi/metadata';
import { nearestName } from '../definition/nearest-name.js';

/** The object a step writes to. */
export function checkTarget(name: unknown, model: Model): Result<ObjectModel> {
  const path = '/object';
  if (typeof name !== 'string' || name === '') {
    return refuse({ path, code: 'missing', message: 'The step does not say of which object it creates a record.' });
  }
  const target = model.objectByName.get(name);
  if (!target) {
    const near = nearestName(name, model.objects.map((object) => object.name));
    return refuse({ path, code: 'unknown-object', message: `There is no object ${name}.`, ...(near && { hint: `Did you mean ${near}?` }) });
  }
  if (target.platform) return refuse({ path, code: 'read-only', message: `${target.label} belongs to the platform and is not written by workflows.` });
  return { ok: true, value: target };
}

function refuse(problem: Problem): Result<never> {
  return { ok: false, problems: [problem] };
}
