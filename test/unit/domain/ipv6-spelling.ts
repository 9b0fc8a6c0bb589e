import fc from 'fast-check';

/** The text forms of RFC 4291 section 2.2 for one address of eight groups. */
export interface Ipv6Spelling {
  readonly groups: readonly number[];
  readonly text: string;
}

const group = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 0xffff }));

/** Eight groups, with enough zeros among them for `::` to replace. */
export const ipv6Groups = fc.array(group, { minLength: 8, maxLength: 8 });

/** Upper case, leading zeros, `::` at any legal position and an embedded dotted quad, of given groups. */
export function spellingsOf(
  arbitrary: fc.Arbitrary<readonly number[]>,
): fc.Arbitrary<Ipv6Spelling> {
  return arbitrary.chain((groups) =>
    fc
      .record({
        upper: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        width: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
        dotted: fc.boolean(),
        gap: fc.constantFrom(undefined, ...zeroRuns(groups)),
      })
      .map(({ upper, width, dotted, gap }) => {
        const written = groups.map((value, index) => {
          const digits = value.toString(16).padStart(width[index] ?? 1, '0');
          return upper[index] ? digits.toUpperCase() : digits;
        });
        const quad = dotted && (gap === undefined || gap.end <= 6);
        return { groups, text: join(written, gap, quad ? quadOf(groups) : undefined) };
      }),
  );
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Every run of groups that `::` may stand for: one group of zeros or more. */
function zeroRuns(groups: readonly number[]): Gap[] {
  return groups.flatMap((_, start) =>
    groups.flatMap((_, last) =>
      last >= start && groups.slice(start, last + 1).every((value) => value === 0)
        ? [{ start, end: last + 1 }]
        : [],
    ),
  );
}

function quadOf(groups: readonly number[]): string {
  return groups
    .slice(6)
    .flatMap((value) => [value >> 8, value & 0xff])
    .join('.');
}

function join(written: readonly string[], gap: Gap | undefined, quad: string | undefined): string {
  const end = quad === undefined ? 8 : 6;
  const tail = quad === undefined ? [] : [quad];
  if (!gap) return [...written.slice(0, end), ...tail].join(':');
  const before = written.slice(0, gap.start).join(':');
  const after = [...written.slice(gap.end, end), ...tail].join(':');
  return `${before}::${after}`;
}
