import {
  Composer,
  type Document,
  Lexer,
  LineCounter,
  Parser,
  Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { explainLookAlike } from '../domain/look-alikes.ts';
import type { Problem, SourceLocation } from '../domain/source-location.ts';
import { type EntryTree, readTree } from './tree.ts';

interface Composed {
  readonly documents: readonly Document.Parsed[];
  /** Offset of the entry that is nested too deeply; nothing is composed then. */
  readonly tooDeepAt: number | undefined;
}

const deepest = 100;
const wideColon = '\uff1a';
const tagCodes: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE']);

/**
 * Reads one document of YAML 1.2, core schema, and so JSON too. Tags, several documents, keys that are
 * not text or said twice, nesting deeper than 100 and aliases that bring more than 10,000 entries are
 * problems, and so is every warning of the parser.
 */
export function readYaml(text: string, file: string): EntryTree {
  const source = text.replace(/^\uFEFF/, '');
  const placeAt = makePlaces(source, file);
  const { documents, tooDeepAt } = compose(source);
  if (tooDeepAt !== undefined) {
    return refusal(placeAt(tooDeepAt), `is nested more than ${deepest} levels deep`);
  }
  const problems = documents.flatMap(parserErrors).map((error) => ({
    location: placeAt(error.pos[0]),
    path: '',
    text: `is not right as YAML: ${error.message}`,
  }));
  if (problems.length > 0) problems.push(...findLookAlikes(documents, source, placeAt));
  const [document, second] = documents;
  if (second) {
    const place = placeAt(second.range[0]);
    problems.push({
      location: place,
      path: '',
      text: 'starts a second document; a file holds one',
    });
  }
  if (problems.length > 0) return { root: undefined, problems };
  if (!document) return refusal(placeAt(0), 'is empty');
  if (document.directives.yaml.version === '1.1') {
    return refusal(placeAt(0), 'is declared as YAML 1.1; YAML 1.2 is read');
  }
  return readTree(document, placeAt);
}

/** Places by offset, lines ended by LF or CRLF, columns in UTF-16 units. */
function makePlaces(source: string, file: string): (offset: number) => SourceLocation {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of source.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lines.linePos(Math.min(offset, source.length));
    return { file, line, column: col };
  };
}

/** What comes before YAML's own characters in a line: indentation and dashes; a key and its colon; a key. */
const beforeBlank = /^[\s-]*$|(?:^|[\s{,])[\w$]+:$/;
const beforeColon = /^[\s-]*[\w$]+$/;

/**
 * Characters that look like YAML's own in the places of those, where the parser stumbles and the eye
 * sees nothing wrong. The first of each line.
 */
function findLookAlikes(
  documents: readonly Document.Parsed[],
  source: string,
  placeAt: (offset: number) => SourceLocation,
): readonly Problem[] {
  const found = new Map<number, Problem>();
  const blankOrColon = /[[\p{Zs}\p{Cf}\uff1a]--\u0020]/gv;
  const look = (_key: unknown, { type, range }: Scalar) => {
    if (type !== Scalar.PLAIN || !range) return;
    const [start, end] = range;
    for (const { 0: character, index } of source.slice(start, end).matchAll(blankOrColon)) {
      const place = placeAt(start + index);
      const line = source.slice(start + index + 1 - place.column, start + index);
      const [before, needs] =
        character === wideColon ? [beforeColon, 'a plain colon'] : [beforeBlank, 'a plain space'];
      if (found.has(place.line) || !before.test(line)) continue;
      const text = `${explainLookAlike(line + character)}; YAML needs ${needs} there`;
      found.set(place.line, { location: place, path: '', text });
    }
  };
  for (const document of documents) visit(document, { Scalar: look });
  return [...found.values()];
}

/** Counts the open collections while they are read, because composing recurses into them. */
function compose(source: string): Composed {
  const parser = new Parser();
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
  });
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (documents.length > 1) return { documents, tooDeepAt: undefined };
    if (isTooDeep(parser)) return { documents: [], tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, source.length));
  return { documents, tooDeepAt: undefined };
}

function isTooDeep({ stack }: Parser): boolean {
  if (stack.length <= deepest) return false;
  const collections = stack.filter(({ type }) => /^(block-map|block-seq|flow-coll)/.test(type));
  return collections.length > deepest;
}

/** Unresolved tags are left out: every tag is a problem of its entry. */
function parserErrors({ errors, warnings }: Document.Parsed): YAMLError[] {
  return [...errors, ...warnings.filter(({ code }) => !tagCodes.has(code))];
}

function refusal(place: SourceLocation, text: string): EntryTree {
  return { root: undefined, problems: [{ location: place, path: '', text }] };
}
