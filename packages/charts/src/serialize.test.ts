import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { fixtureAssessment } from './fixture.test-data.ts';
import { journeyBars } from './journey-bars.ts';
import { standaloneSvg } from './standalone.ts';

const hostile = `"><script>alert('x')</script>&amp;`;

it('writes names of options so that none becomes markup', () => {
  const { document } = parseHTML('<html></html>');
  const assessment = fixtureAssessment();
  const [id = '', option] = Object.entries(assessment.options)[0] ?? [];
  const titled = { ...assessment, options: { [id]: { ...option!, title: hostile } } };
  const text = standaloneSvg(journeyBars(titled, 'container'), document, { width: 1200 });
  expect(text).not.toContain('<script');
  expect(text).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;');
});
