import type { Command } from 'commander';
import { connect } from '../connection.js';
import { saveAnswer } from '../save-answer.js';

interface ExportOptions {
  readonly fields?: string;
  readonly where?: string;
  readonly orderBy?: string;
  readonly search?: string;
  readonly titles?: boolean;
  readonly plain?: boolean;
}

/** Writes the records of an object that the key may read into a file, as they come. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the records of an object into a file')
    .argument('<object>', 'name of the object')
    .argument('<file>', 'where to; its ending says how: .csv, .xlsx or .ndjson')
    .option('--fields <names>', 'with commas between; pieces and fields behind lookups too: name,home.city,customer.region.name')
    .option('--where <json>', 'conditions as the API takes them')
    .option('--order-by <json>', 'order as the API takes it: [{"name":"ASC"}]')
    .option('--search <text>', 'records that a search finds')
    .option('--titles', 'what people call the fields as headings, instead of the names that an import knows')
    .option('--plain', 'CSV without the mark by which spreadsheets know UTF-8')
    .action(async (object: string, file: string, options: ExportOptions, command: Command) => {
      const { url, key } = await connect(command);
      const format = /\.(csv|xlsx|ndjson)$/.exec(file)?.[1];
      if (!format) throw new Error(`${file} has to end in .csv, .xlsx or .ndjson.`);
      const address = new URL(`/export/${encodeURIComponent(object)}.${format}`, url);
      const asked = { fields: options.fields, where: options.where, orderBy: options.orderBy, search: options.search, headings: options.titles ? 'titles' : undefined, encoding: options.plain ? 'utf-8' : undefined };
      for (const [name, value] of Object.entries(asked)) if (value !== undefined) address.searchParams.set(name, value);
      const bytes = await saveAnswer(address, key, file);
      console.log(`✓ ${object} written to ${file} (${bytes.toLocaleString('en')} bytes).`);
    });
}
