/** Every currency the platform knows, the guessed one first, then by name in the owner's language. */
export function currencyChoices(
  locale: string,
  guessed: string,
): readonly { readonly code: string; readonly label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  const choices = Intl.supportedValuesOf('currency').map((code) => ({
    code,
    label: `${names.of(code) ?? code} (${code})`,
  }));
  const rank = (code: string) => (code === guessed ? 0 : 1);
  return choices.sort((a, b) => rank(a.code) - rank(b.code) || a.label.localeCompare(b.label, locale));
}
