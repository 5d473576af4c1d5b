import 'reflect-metadata';
import { commands, isCommandName } from './startup/commands.js';
import { readSettings } from './config/settings.js';

const [, , name = ''] = process.argv;

if (!isCommandName(name)) fail([`Say what to do: ${Object.keys(commands).join(', ')}.`]);
const settings = readSettings(process.env);
if (!settings.ok) fail(settings.problems.map(({ message }) => message));
try {
  await commands[name](settings.value);
} catch (error) {
  fail([error instanceof Error ? (settings.value.logLevel === 'debug' ? (error.stack ?? error.message) : error.message) : String(error)]);
}

function fail(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}
