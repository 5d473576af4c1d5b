import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tableLayouts } from './look.js';
import type { TCreatedPdf, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js';

/** The writer of PDF and its fonts are many megabytes: they are loaded with the first document, and never where none is made. */
let loaded: Promise<Printer> | undefined;

type Printer = (definition: TDocumentDefinitions) => TCreatedPdf;

/** Fonts have all letters of Chinese; of each document only those it uses go into its file. */
const families: Readonly<Record<string, { readonly folder: string; readonly family: string }>> = {
  TC: { folder: '@embedpdf/fonts-tc', family: 'NotoSansHant' },
  SC: { folder: '@embedpdf/fonts-sc', family: 'NotoSansHans' },
};

/** One at a time: laying out takes memory for the fonts, and the time of everybody else on this process. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A document as bytes: the same definition makes the same bytes. `language` is BCP 47 and says which shapes letters have.
 * Throws a `RangeError` for what cannot be laid out, as a picture that is none.
 */
export function printPdf(definition: TDocumentDefinitions, { language, at }: { readonly language: string; readonly at: Date }): Promise<Buffer> {
  const dated: TDocumentDefinitions = { ...definition, info: { ...definition.info, creationDate: at, modDate: at }, defaultStyle: { ...definition.defaultStyle, font: familyOf(language) } };
  const printed = last.then(async () => {
    loaded ??= load();
    const print = await loaded;
    try {
      return await print(dated).getBuffer();
    } catch (error) {
      throw new RangeError(`The document cannot be laid out: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  last = printed.catch(() => undefined);
  return printed;
}

export function familyOf(language: string): string {
  return /^zh-(CN|SG|Hans)/i.test(language) ? 'SC' : 'TC';
}

async function load(): Promise<Printer> {
  const { default: pdfmake } = await import('pdfmake');
  const find = createRequire(import.meta.url);
  const folders = Object.entries(families).map(([name, { folder, family }]) => ({ name, family, path: join(dirname(dirname(find.resolve(folder))), 'fonts') }));
  const fonts: TFontDictionary = Object.fromEntries(folders.map(({ name, family, path }) => {
    const [normal, bold] = [join(path, `${family}-Regular.otf`), join(path, `${family}-Bold.otf`)];
    return [name, { normal, bold, italics: normal, bolditalics: bold }];
  }));
  pdfmake.setFonts(fonts);
  pdfmake.setTableLayouts(tableLayouts);
  // A document reaches nothing outside of itself: no address, and no file but the fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => folders.some((folder) => path.startsWith(folder.path)));
  return (definition) => pdfmake.createPdf(definition);
}
