import { endingOf, mayBeDrawn, readContentType, startsWith } from './content-type.js';

/** Names that a computer starts when they are opened. */
export const PROGRAM_ENDINGS: readonly string[] = ['exe', 'com', 'scr', 'pif', 'bat', 'cmd', 'msi', 'msp', 'lnk', 'hta', 'cpl', 'dll', 'reg', 'vbs', 'vbe', 'jse', 'wsf', 'wsh', 'ps1'];

type Fault = 'program' | 'pretends';
type Test = (beginning: Buffer) => boolean;

const isPicture: Test = (beginning) => mayBeDrawn(readContentType(beginning, ''));
const isPdf: Test = (beginning) => readContentType(beginning, '') === 'application/pdf';
const isZip: Test = startsWith(0x50, 0x4b);
/** With a password, the documents of office programs are in the older format's envelope. */
const isEnvelope: Test = startsWith(0xd0, 0xcf, 0x11, 0xe0);
const isOffice: Test = (beginning) => isZip(beginning) || isEnvelope(beginning);
/** Text has no NUL, but for the one of UTF-16, which says so in its first bytes. */
const isText: Test = (beginning) => startsWith(0xff, 0xfe)(beginning) || startsWith(0xfe, 0xff)(beginning) || !beginning.includes(0);

/** What a file has to be to bear its ending. Others promise nothing, and are only ever downloaded. */
const PROMISES: Readonly<Record<string, Test>> = {
  png: isPicture, jpg: isPicture, jpeg: isPicture, gif: isPicture, webp: isPicture, avif: isPicture,
  pdf: isPdf,
  zip: isZip, docx: isOffice, xlsx: isOffice, pptx: isOffice,
  txt: isText, csv: isText, tsv: isText, md: isText, log: isText, json: isText,
};

const programs: readonly Test[] = [
  (beginning) => startsWith(0x4d, 0x5a)(beginning) && beginning.includes(0),
  startsWith(0x7f, 0x45, 0x4c, 0x46),
  startsWith(0xcf, 0xfa, 0xed, 0xfe),
  startsWith(0xca, 0xfe, 0xba, 0xbe),
];

/** Why a file that begins like this may not bear this name, if it may not. */
export function checkContent(beginning: Buffer, name: string): Fault | undefined {
  const ending = endingOf(name);
  if (PROGRAM_ENDINGS.includes(ending) || programs.some((isProgram) => isProgram(beginning))) return 'program';
  return PROMISES[ending]?.(beginning) === false ? 'pretends' : undefined;
}
