/** Why a file can't be taken in; completes “NAME can’t be taken in: …”. */
export class JsonFault extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'JsonFault';
  }
}
