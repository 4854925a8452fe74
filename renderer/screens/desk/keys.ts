/** A key meant for the screen: nothing is typed, no dialog is open, no other key is held. */
export function free(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  const { target } = event;
  const typing =
    target instanceof Element &&
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, [role=menu]',
    ) !== null;
  return !typing && document.querySelector('dialog[open]') === null;
}
