import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, randomFor } from '../../shared/sample/random.ts';
import { type Instant, runChild, type Told } from './doomed.ts';
import type { Kind, Marks } from './kind.ts';
import type { Outcome } from './outcome.ts';
import { readMarks } from './say.ts';

/** So many of ten kills are aimed at the inside of a work; the others fall anywhere. */
const AIMED = 0.85;

/** Kills `rounds` children at random instants of their work and looks at what each left. */
export async function killTest(kind: Kind, rounds: number, seed: number, place: string): Promise<Outcome> {
  const random = randomFor(seed, kind.name);
  const template = join(place, `${kind.name} template`);
  mkdirSync(template, { recursive: true });
  await kind.prepare(template);
  // Unkilled once, to know how long each work takes here and now.
  const timetable = (await round(kind, template, join(place, `${kind.name} whole`), null)).told;
  const failures: string[] = [];
  let [whole, inside] = [0, 0];
  for (let n = 1; n <= rounds; n++) {
    const folder = join(place, `${kind.name} ${n}`);
    const instant = chooseInstant(timetable, random);
    const { marks } = await round(kind, template, folder, instant);
    const wrong = await checked(kind, folder, marks);
    if (kind.isInside(marks)) inside++;
    if (wrong.length > 0) {
      const where = `${instant.after.toFixed(1)} ms after “${instant.mark}” (${JSON.stringify(marks)})`;
      failures.push(...wrong.map((what) => `${kind.name}, round ${n}, killed ${where}: ${what}`));
      continue;
    }
    whole++;
    rmSync(folder, { recursive: true, force: true });
  }
  if (rounds >= 10 && inside * 3 < rounds)
    failures.push(`${kind.name}: only ${inside} of ${rounds} kills fell inside ${kind.inside}`);
  return {
    kind: kind.name,
    line: `${rounds} killed, ${whole} whole, ${inside} inside ${kind.inside}`,
    failures,
  };
}

/** Runs a child in a copy of the template. */
async function round(
  kind: Kind,
  template: string,
  folder: string,
  instant: Instant | null,
): Promise<{ marks: Marks; told: readonly Told[] }> {
  cpSync(template, folder, { recursive: true });
  const told = await runChild(kind.name, folder, instant);
  if (instant === null) rmSync(folder, { recursive: true, force: true });
  return { marks: readMarks(told.map(({ mark }) => mark)), told };
}

/** Counted from a mark rather than from the start: on a busy machine the same work takes longer than it did. */
function chooseInstant(timetable: readonly Told[], random: Random): Instant {
  const [begins, ends] = timetable.some(({ mark }) => mark === 't') ? ['t', 'c'] : ['b', 'd'];
  const spans = timetable.flatMap(({ mark, at }, from) => {
    if (!mark.startsWith(begins)) return [];
    const end = timetable.slice(from).find((later) => later.mark.startsWith(ends));
    return end === undefined ? [] : [{ from, ms: end.at - at }];
  });
  const all = spans.reduce((sum, { ms }) => sum + ms, 0);
  if (spans.length === 0 || !random.chance(AIMED)) {
    const from = random.between(0, timetable.length - 2);
    const [here, next] = [timetable[from], timetable[from + 1]];
    return {
      from,
      mark: here?.mark ?? '',
      after: random.next() * ((next?.at ?? 0) - (here?.at ?? 0)),
    };
  }
  // Any millisecond inside is as likely as any other.
  let at = random.next() * all;
  for (const { from, ms } of spans) {
    if (at < ms) return { from, mark: timetable[from]?.mark ?? '', after: at };
    at -= ms;
  }
  return { from: 0, mark: 'ready', after: 0 };
}

async function checked(kind: Kind, folder: string, marks: Marks): Promise<readonly string[]> {
  try {
    return await kind.check(folder, marks);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
