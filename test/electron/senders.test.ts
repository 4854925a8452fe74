import { describe, expect, it } from 'vitest';
import { mayAsk } from '../../electron/senders.ts';
import { contract } from '../../shared/contract.ts';

const commands = Object.keys(contract);
const forPress = commands.filter((command) => command.startsWith('press.'));

describe('who may ask for what', () => {
  it('there are commands of both', () => {
    expect(forPress).toEqual(['press.job', 'press.progress', 'press.ready', 'press.failed']);
    expect(commands.length).toBeGreaterThan(80);
  });

  it('the hidden window asks for its own job and nothing else of the contract', () => {
    expect(commands.filter((command) => mayAsk('press', command))).toEqual(forPress);
  });

  it('the window asks for everything but that', () => {
    expect(commands.filter((command) => !mayAsk('window', command))).toEqual(forPress);
  });

  it('anyone else asks for nothing', () => {
    expect(commands.filter((command) => mayAsk(null, command))).toEqual([]);
  });
});
