import { type Failure, OwnerError } from '../shared/result.ts';

/** An error as the window may see it: an owner's in its own words, a bug without its insides. */
export function failure(error: unknown): Failure {
  if (error instanceof OwnerError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.field === undefined ? {} : { field: error.field }),
    };
  }
  return {
    code: 'bug',
    message:
      'Something went wrong in Evenhand itself. Nothing of this was saved; what was confirmed before is safe.',
  };
}
