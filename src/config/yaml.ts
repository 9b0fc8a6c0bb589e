import { Composer, type CST, type Document, Lexer, LineCounter, Parser, Scalar, visit } from 'yaml';
import { explainLookAlike } from '../domain/look-alikes.ts';
import type { Problem, SourceLocation } from '../lib/source-location.ts';
import { type Entry, type Keys, pathText } from './entry.ts';
import { readTree } from './tree.ts';

/** What a text holds; without a root, the problems make it useless to read on. */
interface YamlFile {
  readonly root: Entry | undefined;
  readonly problems: readonly Problem[];
}

type Locate = (offset: number) => SourceLocation;
type Refuse = (offset: number, text: string) => void;

const deepest = 100;
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
 * duplicate or not text, nesting deeper than 100 and aliases that bring more than 10,000 entries are
 * problems, and so is every warning of the parser. `textKeys` are keys whose numbers are read as text.
 */
export function readYaml(text: string, file: string, textKeys: ReadonlySet<unknown>): YamlFile {
  const source = text.replace(/^\uFEFF/, '');
  const locate = makeLocate(source, file);
  const problems: Problem[] = [];
  const report = (offset: number, keys: Keys, text: string) =>
    void problems.push({ location: locate(offset), path: pathText(keys), text });
  const refuse = (offset: number, text: string) => report(offset, [], text);
  const tokens = readTokens(source, refuse);
  const [document, second] = new Composer(options).compose(tokens, true, source.length);
  if (problems.length > 0 || !document) return { root: undefined, problems };

  const { contents, errors, warnings, directives } = document;
  // Every tag is reported at its entry.
  const issues = [...errors, ...warnings.filter(({ code }) => !tagCodes.has(code))];
  for (const { pos, message } of issues) refuse(pos[0], `is not valid YAML: ${message}`);
  if (issues.length > 0) problems.push(...findLookAlikes(document, source, locate));
  if (second) refuse(second.range[0], 'starts a second document; only one is allowed');
  if (directives.yaml.version === '1.1') refuse(0, 'is declared as YAML 1.1; use YAML 1.2');
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

/** Ends where collections are nested too deeply: composing recurses into them. */
function* readTokens(source: string, refuse: Refuse): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme);
    if (isTooDeep(parser)) {
      return refuse(parser.offset, `is nested more than ${deepest} levels deep`);
    }
  }
  yield* parser.end();
}

function isTooDeep({ stack }: Parser): boolean {
  return stack.length > deepest && stack.filter((token) => 'items' in token).length > deepest;
}

/** What comes before YAML's own characters in a line: indentation and dashes, or a key (and its colon). */
const beforeBlank = /^[\s-]*$|(?:^|[\s{,])[\w$]+:$/;
const beforeColon = /^[\s-]*[\w$]+$/;

/** Characters that only look like the blanks and colons that YAML needs: the first of each line. */
function findLookAlikes(document: Document.Parsed, source: string, locate: Locate): Problem[] {
  const found = new Map<number, Problem>();
  const examine = (character: string, offset: number) => {
    const location = locate(offset);
    const line = source.slice(offset + 1 - location.column, offset);
    const [before, needed] =
      character === wideColon ? [beforeColon, 'a plain colon'] : [beforeBlank, 'a plain space'];
    if (found.has(location.line) || !before.test(line)) return;
    const text = `${explainLookAlike(line + character)}; YAML needs ${needed} there`;
    found.set(location.line, { location, path: '', text });
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
  return [...found.values()];
}
