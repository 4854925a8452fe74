import { getPackages, hasProgram, isRoot } from './debian.mjs';
import { say, Trouble } from './say.mjs';

/**
 * Gets what the end-to-end tests read printed pages with, where that takes no asking. Nothing of the app needs it:
 * elsewhere, and where it can't be had, those tests are skipped, each by its name.
 */
export async function getPdfTools() {
  if (hasProgram('pdftotext') || !isRoot || !hasProgram('apt-get')) return;
  try {
    await getPackages(['poppler-utils'], 'reading PDFs in tests');
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say('going on without pdftotext (poppler-utils): tests that read PDFs are skipped');
  }
}
