import { describeCommandLine } from './command-line.mjs';
import { describeDocuments } from './documents.mjs';
import { describeErrors } from './errors.mjs';
import { describeFieldKinds } from './field-kinds.mjs';
import { describeFilterWords } from './filter-words.mjs';
import { describeFormulas } from './formulas.mjs';
import { describeSettings } from './settings.mjs';
import { describeWorkflows } from './workflows.mjs';

/** Every page of docs/reference: its path there, and its text. */
export async function describeProduct() {
  const pages = await Promise.all([
    describeFieldKinds(),
    describeFilterWords(),
    describeFormulas(),
    describeWorkflows(),
    describeDocuments(),
    describeCommandLine(),
    describeSettings(),
    describeErrors(),
  ]);
  return new Map(pages.flatMap((files) => Object.entries(files)));
}
