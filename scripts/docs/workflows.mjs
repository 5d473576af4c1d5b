import { code, page, table } from './markdown.mjs';
import { loadPackage } from './packages.mjs';
import { schemaRows } from './schema-rows.mjs';

export async function describeWorkflows() {
  const { workflowActions, workflowTriggers } = await loadPackage('workflow');
  const { documentSchema } = await loadPackage('metadata');
  const { trigger } = documentSchema('workflow').properties;
  return {
    'workflows.md': page(
      'Workflow triggers and actions',
      'What stands in the `trigger` and the `steps` of a workflow document. How it all works together is told in [the guide](../guides/workflows.md).',
      '## Triggers',
      'A workflow has one.',
      ...Object.values(workflowTriggers).flatMap(({ name, title }) => [
        `### ${name}`,
        `${title}.`,
        table(['setting', 'takes', 'needed', ''], schemaRows(trigger.properties[name], trigger)) || 'It has no settings.',
      ]),
      '## Actions',
      'A step names its action in `action` and gives it an `input`.',
      ...Object.values(workflowActions).flatMap(({ name, title, description, inputSchema }) => [
        `### ${name}`,
        `${title}. ${description}`,
        table(['input', 'takes', 'needed', ''], schemaRows(inputSchema).map(([path, takes, needed, text]) => [path, takes.replace(`, format ${code('formula')}`, ' (a formula)'), needed, text])),
      ]),
    ),
  };
}
