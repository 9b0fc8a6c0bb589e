import { Composer, type CST, type Document, Lexer, LineCounter, Parser, Scalar, visit } from 'yaml';
import { explainLookAlike } from '../domain/look-alikes.ts';
import type { Problem, SourceLocation } from '../lib/source-location.ts';
import { type Entry, pathText } from './entry.ts';
import { type Report, readTree } from './tree.ts';

/** The content of a text; without a root, the problems prevent further checks. */
interface YamlFile {
  readonly root: Entry | undefined;
  readonly problems: readonly Problem[];
}

type Locate = (offset: number) => SourceLocation;

const maxDepth = 100;
const wideColon = '\uff1a';
const tagCodes: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE']);
const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
} as const;

/**
 * Reads one document of YAML 1.2, core schema, and so JSON too. Tags, several documents, keys that are
 * duplicate or not text, nesting deeper than 100 and aliases that repeat more than 10,000 entries are
 * problems, and so is every warning of the parser. `textKeys` are keys whose numbers are read as text.
 */
export function readYaml(text: string, file: string, textKeys: ReadonlySet<unknown>): YamlFile {
  const source = text.replace(/^\uFEFF/, '');
  const locate = makeLocate(source, file);
  const problems: Problem[] = [];
  const report: Report = (offset, text, keys = []) =>
    void problems.push({ location: locate(offset), path: pathText(keys), text });
  const tokens = readTokens(source, report);
  const [document, second] = new Composer(options).compose(tokens, true, source.length);
  if (problems.length > 0 || !document) return { root: undefined, problems };

  const { contents, errors, warnings, directives } = document;
  // Every tag is reported at its entry.
  const issues = [...errors, ...warnings.filter(({ code }) => !tagCodes.has(code))];
  for (const { pos, message } of issues) report(pos[0], `is not valid YAML: ${message}`);
  if (issues.length > 0) reportLookAlikes(document, source, locate, report);
  if (second) report(second.range[0], 'starts a second document; only one is allowed');
  if (directives.yaml.version === '1.1') report(0, 'is declared as YAML 1.1; use YAML 1.2');
  if (problems.length > 0) return { root: undefined, problems };
  return { root: readTree(contents, { locate, textKeys, report }), problems };
}

/** Locations by offset, lines ended by LF or CRLF, columns in UTF-16 units. */
function makeLocate(source: string, file: string): Locate {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of source.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lines.linePos(Math.min(offset, source.length));
    return { file, line, column: col };
  };
}

/** Ends where collections are nested too deeply, because composing is recursive. */
function* readTokens(source: string, report: Report): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme);
    if (isTooDeep(parser)) {
      return report(parser.offset, `is nested more than ${maxDepth} levels deep`);
    }
  }
  yield* parser.end();
}

function isTooDeep({ stack }: Parser): boolean {
  return stack.length > maxDepth && stack.filter((token) => 'items' in token).length > maxDepth;
}

/** The text before a blank or colon of YAML in its line: indentation and dashes, or a key. */
const beforeBlank = /^[\s-]*$|(?:^|[\s{,])[\w$]+:$/;
const beforeColon = /^[\s-]*[\w$]+$/;

/** Reports characters that only look like the spaces and colons that YAML needs, one per line. */
function reportLookAlikes(
  document: Document.Parsed,
  source: string,
  locate: Locate,
  report: Report,
): void {
  const lines = new Set<number>();
  const examine = (character: string, offset: number) => {
    const { line, column } = locate(offset);
    const text = source.slice(offset + 1 - column, offset);
    const [before, needed] =
      character === wideColon ? [beforeColon, 'a plain colon'] : [beforeBlank, 'a plain space'];
    if (lines.has(line) || !before.test(text)) return;
    lines.add(line);
    report(offset, `${explainLookAlike(text + character)}; YAML needs ${needed} there`);
  };
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type !== Scalar.PLAIN || !range) return;
      const [start, end] = range;
      const blankOrColon = /[[\p{Zs}\p{Cf}\uff1a]--\u0020]/gv;
      for (const { 0: character, index } of source.slice(start, end).matchAll(blankOrColon)) {
        examine(character, start + index);
      }
    },
  });
}
