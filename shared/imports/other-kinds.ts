/**
 * Texts that are no table of cells, by how they begin. The name is put into “This file is …”. Null where nothing
 * speaks against a table.
 */
export function otherKindOfText(text: string): string | null {
  const head = text.slice(0, 2000).trimStart();
  const lower = head.toLowerCase();
  if (lower.startsWith('<!doctype html') || lower.startsWith('<html') || lower.startsWith('<table'))
    return 'a web page (some programs call it .xls): open it in a spreadsheet and save it as CSV';
  if (lower.startsWith('<?xml') || /^<[a-z][\w:.-]*[\s>]/i.test(head))
    return 'XML, not a table: choose CSV when exporting';
  if (/^[[{]\s*["{[\]}]/.test(head)) return 'JSON, not a table: choose CSV when exporting';
  if (head.startsWith('{\\rtf')) return 'a formatted text document: choose CSV when exporting';
  if (head.startsWith('!Type:') || head.startsWith('!Account') || head.startsWith('!TRNS'))
    return 'a bookkeeping exchange file (QIF or IIF): choose CSV when exporting';
  if (head.startsWith('OFXHEADER')) return 'a bank statement (OFX): choose CSV when exporting';
  if (head.startsWith('%PDF')) return 'a PDF: choose CSV when exporting';
  return null;
}
