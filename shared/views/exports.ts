export interface ExportDone {
  /** The file's or folder's name. */
  readonly name: string;
  readonly files: number;
  readonly rows: number;
}
