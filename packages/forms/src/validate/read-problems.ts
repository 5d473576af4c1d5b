import type { ObjectDescription, Problem } from '@guanxi/metadata';
import { fieldOfInput } from '../record-conversion.js';
import type { FieldProblem, FieldProblems } from '../resolve/form-tree.js';

/** Sorts the server's problems by field; what belongs to no field of the form is said above it. */
export function readProblems(object: ObjectDescription, problems: readonly Problem[]): { readonly fields: FieldProblems; readonly form: readonly string[] } {
  const fields: Record<string, FieldProblem[]> = {};
  const form: string[] = [];
  for (const { path, code, message } of problems) {
    const keys = path.split('/').filter((key) => key !== '');
    const field = keys.map((key) => fieldOfInput(object, key)).find((found) => found !== undefined);
    if (field) (fields[field.name] ??= []).push({ code, message });
    else form.push(message);
  }
  return { fields, form };
}
