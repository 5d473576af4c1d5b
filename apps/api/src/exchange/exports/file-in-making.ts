/** A file that comes into being as it is read. Whoever asked for it closes it, however it ends. */
export interface FileInMaking {
  /** Undefined where nobody has counted. */
  readonly rowsTotal?: number;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** So far. */
  rowsWritten(): number;
  /** May be called again. */
  close(): Promise<void>;
}
