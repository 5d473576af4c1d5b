import { nearMissHint, type Model, type ObjectModel, type Problem, type Result } from '@guanxi/metadata';

/** The object a step writes to. */
export function checkTarget(name: unknown, model: Model): Result<ObjectModel> {
  const path = '/object';
  if (typeof name !== 'string' || name === '') {
    return refuse({ path, code: 'object.missing', message: 'The step does not say of which object it creates a record.' });
  }
  const target = model.objectByName.get(name);
  if (!target) {
    const hint = nearMissHint(name, model.objects.filter((object) => !object.platform).map((object) => object.name));
    return refuse({ path, code: 'object.unknown', message: `There is no object "${name}".`, ...(hint && { hint }) });
  }
  if (target.platform) return refuse({ path, code: 'object.read-only', message: `${target.label} belongs to the platform and is not written by workflows.` });
  return { ok: true, value: target };
}

function refuse(problem: Problem): Result<never> {
  return { ok: false, problems: [problem] };
}
