import { fromWhereTheyStand } from './places.mjs';

const takingFile = ['--ledger', '--screenshot'];

/** The person's arguments with their files made absolute, since the app runs in another folder. */
export function appArguments(typed) {
  const args = [];
  for (let i = 0; i < typed.length; i++) {
    const [name, value] = split(typed[i]);
    if (!takingFile.includes(name)) {
      args.push(typed[i]);
      continue;
    }
    const file = value ?? typed[++i];
    // Without its file it is passed on as typed: the app says what is missing.
    if (file === undefined || file === '') args.push(name);
    else args.push(name, fromWhereTheyStand(file));
  }
  return args;
}

/** Whether the app will quit by itself after a picture of its window. */
export const takesScreenshot = (args) => args.includes('--screenshot');

function split(arg) {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}
