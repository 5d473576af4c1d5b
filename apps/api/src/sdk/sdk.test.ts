import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseDocuments, type Model } from '@guanxi/metadata';
import ts from 'typescript';
import { everyDocument } from '../testing/every-document.js';
import { makeSdkFiles } from './sdk-files.js';
import { writeTar, type TarFile } from './write-tar.js';

const run = promisify(execFile);
const OPTIONS: ts.CompilerOptions = { strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], types: [] };

describe('the package that integrators download', () => {
  let folder: string;
  let server: Server;
  let asked: readonly { readonly query: string; readonly key: string | undefined }[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guanxi-sdk-'));
    asked = [];
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      request.on('end', () => {
        asked = [...asked, { query: (JSON.parse(body) as { query: string }).query, key: request.headers.authorization }];
        const [, name = ''] = /nodes \{ id (\w+)/.exec(asked.at(-1)?.query ?? '') ?? [];
        response.end(JSON.stringify(request.headers.authorization === 'Bearer good' ? { data: { page: { nodes: [{ id: '1', [name]: '王小明' }], pageInfo: { endCursor: null, hasNextPage: false } } } } : { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const parsed = parseDocuments(everyDocument());
    if (!parsed.ok) throw new Error(parsed.problems[0]?.code);
    await unpack(parsed.value);
  }, 120_000);
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  async function unpack(model: Model): Promise<void> {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const files = await makeSdkFiles({ model, revision: 7, origin, client: await compileClient() });
    await writeFile(join(folder, 'sdk.tar'), writeTar(files));
    await mkdir(join(folder, 'node_modules/guanxi-sdk'), { recursive: true });
    await run('tar', ['-xf', 'sdk.tar', '-C', 'node_modules/guanxi-sdk', '--strip-components=1'], { cwd: folder });
  }

  it('runs its example as it is, against where it was fetched from', async () => {
    const { stdout } = await run(process.execPath, ['node_modules/guanxi-sdk/example.mjs'], { cwd: folder, env: { ...process.env, GUANXI_KEY: 'good' } });
    expect(stdout.trim()).toBe('1 王小明');
    expect(asked.at(-1)?.query).toMatch(/page: \w+\(first: \$v0\)/);
    expect(JSON.parse(await readFile(join(folder, 'node_modules/guanxi-sdk/package.json'), 'utf8'))).toMatchObject({ name: 'guanxi-sdk', version: '1.0.7' });
  });

  it('says what the server refused', async () => {
    await expect(run(process.execPath, ['node_modules/guanxi-sdk/example.mjs'], { cwd: folder, env: { ...process.env, GUANXI_KEY: 'wrong' } })).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('UNAUTHENTICATED') as unknown });
  });

  it('knows the names of the org when a program is compiled', async () => {
    const program = `import { connect } from 'guanxi-sdk';
      import type { Customer } from 'guanxi-sdk/objects';
      const guanxi = connect({ key: 'x' });
      const page = await guanxi.list('Customer', ['id', 'name'], { where: { name: { contains: 'x' } } });
      export const name: string | null | undefined = page.records[0]?.name ?? ({} as Customer).name;
      // @ts-expect-error: no such field
      await guanxi.list('Customer', ['nmae']);`;
    await writeFile(join(folder, 'program.mts'), program);
    const built = ts.createProgram([join(folder, 'program.mts')], { ...OPTIONS, noEmit: true });
    expect(built.getSemanticDiagnostics(built.getSourceFile(join(folder, 'program.mts'))).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  }, 120_000);
});

/** Its code, and its sources in the place of declarations: no build has to run before the test. */
async function compileClient(): Promise<readonly TarFile[]> {
  const source = join(import.meta.dirname, '../../../../packages/client/src');
  const names = (await readdir(source)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const files = await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(source, name), 'utf8') })));
  return files.flatMap(({ name, text }) => [{ name, text }, { name: name.replace(/ts$/, 'js'), text: ts.transpileModule(text, { compilerOptions: { ...OPTIONS, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler } }).outputText }]);
}
