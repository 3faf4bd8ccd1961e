import type { Assessment, OptionAppraisalRecord } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { fixtureAssessment } from '../../../charts/src/fixture.test-data.ts';
import { worthLines } from './worth-lines.ts';

const plain = fixtureAssessment();
const figure = (value: number, unit: string) => ({ value, unit, rests_on: 'lines' });
const appraised: Assessment = {
  ...plain,
  appraisal: {
    ...plain.appraisal,
    without: { ...plain.appraisal.without, economy: null },
    do_minimum: 'do-minimum',
    convention: 'World Bank',
    options: {
      'new-line': {
        capital: figure(7769, 'MUSD'),
        value: { ...figure(-5143, 'MUSD'), low: -5600, high: -4100 },
        worth: figure(0.02, '1'),
        internal_rate: '−1.0 %',
      } as OptionAppraisalRecord,
    },
  },
};

describe('what options come to', () => {
  it('is said beside each other, with range and chance', () => {
    const lines = worthLines(appraised);
    expect(lines.join('\n')).toContain('by the rules of World Bank');
    expect(lines.find((line) => line.startsWith('new-line'))).toMatch(
      /7769 MUSD +-5143 MUSD \(-5600 to -4100\) +2 % +−1\.0 %/,
    );
    expect(lines.find((line) => line.startsWith('do-minimum'))).toContain('compared with');
  });

  it('is why nothing was appraised, where nothing was', () => {
    expect(worthLines(plain)).toEqual(['', 'Not appraised: no prices.']);
  });
});
