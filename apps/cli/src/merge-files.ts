import { mergeDocuments, serializeDocument, type MergeConflict, type MetadataDocument } from '@guanxi/metadata';

export interface FileVersions {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface MergedFile {
  /** One document in the form of files; empty where both sides agree that it is gone. */
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Three versions of one document's file as one: what only one side changed is taken, also where lines stand side by side
 * or lists got longer at the same place. Where both say something else, mine stays and a conflict tells of it.
 */
export function mergeFiles({ base, mine, theirs }: FileVersions): MergedFile {
  const sides = { base: readDocument(base), mine: readDocument(mine), theirs: readDocument(theirs) };
  const [own] = sides.mine;
  const [other] = sides.theirs;
  // The same file made on both sides is one document, though each side gave it an id of its own.
  const adopted = own && other && own.guanxi.id !== other.guanxi.id && own.kind === other.kind ? [withId(other, own.guanxi.id)] : sides.theirs;
  const { documents, conflicts } = mergeDocuments({ ...sides, theirs: adopted });
  return { text: documents.map(serializeDocument).join(''), conflicts };
}

/** An empty text is the version of a file that is not there. */
function readDocument(text: string): readonly MetadataDocument[] {
  return text.trim() === '' ? [] : [JSON.parse(text) as MetadataDocument];
}

function withId(document: MetadataDocument, id: string): MetadataDocument {
  return { ...document, guanxi: { ...document.guanxi, id } } as MetadataDocument;
}
