/** One file of a project in Salesforce's source format: path below the project's folder, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
