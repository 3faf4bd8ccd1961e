import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { percentageBrake, stoppableSpeed } from './brake-percentage.ts';
import { curveResistance } from './curve-resistance.ts';
import { InvalidRunError } from './invalid-input.ts';
import { minimumRunningTimes } from './minimum-running-times.ts';
import { positionAtTime, speedAtPosition, timeAtPosition } from './profile-lookup.ts';
import { runTrain } from './train-run.ts';

const scope = {
  percentageBrake,
  stoppableSpeed,
  curveResistance,
  InvalidRunError,
  minimumRunningTimes,
  positionAtTime,
  speedAtPosition,
  timeAtPosition,
  runTrain,
};
const files = [
  'brake-percentage',
  'curve-resistance',
  'invalid-input',
  'minimum-running-times',
  'profile-lookup',
  'train-run',
];

/** Every example of a file. */
function examples(file: string): string[] {
  const text = readFileSync(new URL(`./${file}.ts`, import.meta.url), 'utf8');
  return [...text.matchAll(/@example\n \* ```ts\n([\s\S]*?)```/g)].map((match) => match[1]!.replace(/^ \* ?/gm, ''));
}

/** The train and path of the example of `runTrain`, which the others refer to. */
const setting = examples('train-run')[0]!.replace(/^runTrain.*$/m, '');

/** Runs an example; every line that ends in `; // value` must have that value. */
function checksOf(example: string): number {
  let checks = 0;
  const body = example.replace(/^(?!const )(.*); \/\/ (.+)$/gm, (_, expression: string, value: string) => {
    checks++;
    return `check((${expression}), (${value}));`;
  });
  const first = example.includes('const train') ? '' : `${setting}\nconst run = runTrain(train, path);\n`;
  new Function(...Object.keys(scope), 'check', `${first}${body}`)(
    ...Object.values(scope),
    (actual: unknown, expected: unknown) => expect(actual).toEqual(expected),
  );
  return checks;
}

describe('the examples of the documentation', () => {
  it.each(files)('of %s hold', (file) => {
    const found = examples(file);
    expect(found.length).toBeGreaterThan(0);
    for (const example of found) expect(checksOf(example)).toBe(1);
  });

  it('would be caught if they were wrong', () => {
    expect(() => checksOf('speedAtPosition(run.profile, 8500); // 17')).toThrow();
  });
});
