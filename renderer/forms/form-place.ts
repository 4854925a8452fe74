import type { FormRequest } from './forms.tsx';

/** Forms that ids alone can ask for again. The others begin with rows or figures, and are opened from where they stand. */
const reopened = new Set<FormRequest['form']>([
  'client',
  'invoice',
  'payment',
  'complaint',
  'decision',
  'redeem',
  'flag',
  'lift',
  'welcome',
  'hours',
  'note',
  'look',
  'standing',
  'lesson',
]);

/** A form as it stands in a place, such as `complaint.clientId-12`; null: it can't be told by ids. */
export function formToPlace(request: FormRequest): string | null {
  if (!reopened.has(request.form)) return null;
  const parts = Object.entries(request).filter(([name, value]) => name !== 'form' && value !== undefined);
  if (parts.some(([, value]) => typeof value !== 'number')) return null;
  return [request.form, ...parts.map(([name, value]) => `${name}-${value}`)].join('.');
}

/** The form that `formToPlace` wrote down; null where it is none. */
export function formFromPlace(text: string): FormRequest | null {
  const [form = '', ...parts] = text.split('.');
  if (!reopened.has(form as FormRequest['form'])) return null;
  const ids = parts.map((part) => part.split('-')).map(([name = '', id]) => [name, Number(id)] as const);
  if (ids.some(([, id]) => !Number.isSafeInteger(id))) return null;
  // What the form is about was written down by this same program: it asks for no more than it was opened with.
  return { form, ...Object.fromEntries(ids) } as FormRequest;
}
