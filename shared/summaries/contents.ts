/** The table of contents of several documents printed together; the pages are known when they are laid out. */
export interface Contents {
  readonly kind: 'contents';
  readonly title: string;
  /** In the order of the documents that follow. */
  readonly entries: readonly { readonly name: string; readonly detail: string | null }[];
}
