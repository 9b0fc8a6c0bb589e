import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openScratch } from './release/scratch.ts';

const slowMs = 180_000;
const two = `import { expect, test } from 'vitest';
test('is right (1 of 2)', () => expect(1).toBe(1));
test('is wrong', () => expect(1).toBe(2));
`;

describe.skipIf(process.platform === 'win32')('npm test', () => {
  test(
    'accepts a file and a name, and builds dist/ if src/ has changed',
    async () => {
      using scratch = openScratch();
      writeFileSync(join(scratch.root, 'test', 'two.test.ts'), two);
      const one = "npm test -- test/two.test.ts -t 'is right \\(1'";
      const { exitCode, text } = await scratch.run(one);
      expect(stripVTControlCharacters(text)).toMatch(/Tests +1 passed/);
      expect(exitCode).toBe(0);
      expect(scratch.git('status', '--porcelain')).toBe('?? test/two.test.ts');
      // Older than dist/, as a file is that came back from another branch.
      scratch.edit('src/reasons.ts', /$/, '\nconsole.log("another");\n');
      scratch.git('checkout', '--quiet', 'dist');
      expect((await scratch.run(one)).exitCode).toBe(0);
      expect(scratch.read('dist/index.js').includes('console.log("another")')).toBe(true);
    },
    slowMs,
  );
});
