import { createHash } from 'node:crypto';

const script = `
const byId = (id) => document.getElementById(id);
const post = async () => {
  let variables = {};
  try { variables = JSON.parse(byId('variables').value || '{}'); }
  catch (error) { byId('answer').textContent = 'Variables: ' + error.message; return; }
  byId('answer').textContent = '…';
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-guanxi-request': '1' },
    body: JSON.stringify({ query: byId('query').value, variables }),
  });
  const text = await response.text();
  try { byId('answer').textContent = JSON.stringify(JSON.parse(text), null, 2); }
  catch { byId('answer').textContent = text; }
};
byId('run').addEventListener('click', post);
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') post();
});
fetch(location.pathname + '/schema').then(async (response) => {
  byId('schema').textContent = response.ok ? await response.text() : 'Sign in to see the schema.';
});
`;

const style = `
body { margin: 0; padding: 16px; font: 14px/1.5 system-ui, sans-serif; color: #1b1f24; background: #f6f7f9; }
h1 { font-size: 18px; margin: 0 0 12px; }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
label { display: block; font-weight: 600; margin: 8px 0 4px; }
textarea, pre { box-sizing: border-box; width: 100%; margin: 0; padding: 12px; border: 1px solid #d5d9df; border-radius: 8px; background: #fff; font: 13px/1.5 ui-monospace, monospace; overflow: auto; }
textarea { resize: vertical; }
pre { max-height: 420px; white-space: pre-wrap; overflow-wrap: anywhere; }
button { margin-top: 12px; padding: 8px 20px; border: 0; border-radius: 8px; color: #fff; background: #2f5bd8; font: inherit; cursor: pointer; }
@media (max-width: 800px) { main { grid-template-columns: 1fr; } }
`;

const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>GraphQL · Guanxi</title><style>${style}</style></head>
<body>
<h1>GraphQL</h1>
<main>
<section>
<label for="query">Query</label>
<textarea id="query" rows="18" spellcheck="false">{ __schema { queryType { fields { name } } } }</textarea>
<label for="variables">Variables (JSON)</label>
<textarea id="variables" rows="5" spellcheck="false">{}</textarea>
<button id="run" type="button">Run (Ctrl+Enter)</button>
</section>
<section>
<label for="answer">Answer</label>
<pre id="answer" tabindex="0"></pre>
<label for="schema">Schema</label>
<pre id="schema" tabindex="0"></pre>
</section>
</main>
<script>${script}</script>
</body>
</html>
`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page without anything from elsewhere, and the policy that allows exactly what stands in it. */
export const explorerPage = {
  html,
  policy: `default-src 'none'; connect-src 'self'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};
