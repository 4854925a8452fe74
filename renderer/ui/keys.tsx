/** A key to press, drawn for the eye; a screen reader is told by `aria-keyshortcuts`. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{keys}</kbd>
    </span>
  );
}
