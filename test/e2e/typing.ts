import type { Locator, Page } from 'playwright-core';
import { hasFocus } from './going.ts';

/** Presses keys one after the other, as an owner does who never touches the mouse. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The form that is open, by its title. */
export const form = (page: Page, title: string | RegExp) => page.getByRole('dialog', { name: title });

/** Tabs on until this element has the focus; fails where Tab does not lead there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Tabs to the field of this label and types over what stands in it. */
export async function typeInto(
  page: Page,
  dialog: Locator,
  label: string | RegExp,
  text: string,
): Promise<void> {
  await tabTo(
    page,
    dialog.getByLabel(label, { exact: false }).and(dialog.locator('input, textarea')).first(),
  );
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Tabs to the platform's date field and types a day as its digits, `17112026`. */
export async function typeDay(page: Page, field: Locator, digits: string): Promise<void> {
  await tabTo(page, field);
  // A field that had the focus already may stand in its month or year.
  await press(page, 'ArrowLeft', 'ArrowLeft');
  await page.keyboard.type(digits);
}

/** Tabs to a row of pills and chooses one by the arrow keys. */
export async function choosePill(
  page: Page,
  dialog: Locator,
  group: string,
  pill: string | RegExp,
): Promise<void> {
  const pills = dialog.getByRole('radiogroup', { name: group });
  const wanted = pills.getByRole('radio', { name: pill });
  for (let step = 0; step < 60; step++) {
    if ((await pills.locator(':focus').count()) > 0) break;
    await page.keyboard.press('Tab');
  }
  if ((await pills.locator(':checked').count()) === 0) await page.keyboard.press('Space');
  for (let step = 0; step < 12 && !(await wanted.isChecked()); step++)
    await page.keyboard.press('ArrowRight');
  if (!(await wanted.isChecked())) throw new Error(`${pill} can’t be chosen with the arrow keys`);
}

/** Sends the open form by its key and waits until it has closed. */
export async function send(page: Page): Promise<void> {
  // A form opens once its draft and its client's rows are there; a key pressed before would be nobody's.
  await page.waitForFunction(() => Boolean(document.activeElement?.closest('dialog[open]')));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The message at the foot of the window. */
export const toast = (page: Page, text: string | RegExp) =>
  page.locator('output').getByText(text, { exact: true });
