/** One line for the person at the keyboard. */
export const say = (line) => console.log(`evenhand: ${line}`);

/** Something the person can put right: shown as its message alone, without a stack. */
export class Trouble extends Error {}

/** Runs a command's main function; its number is the exit code, any trouble is 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Trouble ? `evenhand: ${error.message}` : error);
    process.exitCode = 1;
  }
}
