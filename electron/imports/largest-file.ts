/** Bytes. A larger file is refused before it is read: an export of a million invoices is a quarter of this. */
export const LARGEST_FILE = 200 * 1024 * 1024;
