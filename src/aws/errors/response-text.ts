import { plainLine, truncate } from '../../lib/text.ts';

/** A response with its text, and the host of the request. */
export interface TextResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly host: string;
}

/** Whether a value is one; the SDK passes responses on as `any`. */
export function isTextResponse(value: unknown): value is TextResponse {
  return typeof value === 'object' && value !== null && 'text' in value && 'host' in value;
}

const prolog = String.raw`^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*`;
const htmlStart = new RegExp(`${prolog}<(!doctype\\s+html|html)\\b`, 'is');
const awsStart = new RegExp(`${prolog}<\\w*Response\\b`, 's');

/** Whether a text is an HTML page, which no service sends. */
export function isPage(text: string): boolean {
  // Compiling the long pattern takes a quarter of a millisecond.
  return /html/i.test(text) && htmlStart.test(text);
}

/** Whether a text starts like a response of EC2 or STS (their query protocols). */
export function isAwsDocument(text: string): boolean {
  return awsStart.test(text);
}

const longestQuote = 200;

/** A quote of a response for people: its title or first line, and who sent it. */
export function quoteResponse({ text, headers }: TextResponse): string {
  const title = /<title[^>]*>(.*?)<\/title/is.exec(text)?.[1] ?? '';
  const line = [title, ...text.split('\n')].map(withoutTags).find((words) => words !== '');
  const { location = '', server = '', via = '' } = headers;
  const facts = Object.entries({ location: withoutQuery(location), server, via })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${toPlain(value)}`);
  const quote = line === undefined ? 'nothing' : JSON.stringify(toPlain(line));
  return facts.length === 0 ? quote : `${quote} (${facts.join(', ')})`;
}

function withoutTags(html: string): string {
  return html
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The query of a redirect may identify the user. */
function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/s, '');
}

function toPlain(text: string): string {
  return plainLine(truncate(text, longestQuote));
}
