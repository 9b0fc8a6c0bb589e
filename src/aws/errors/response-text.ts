import { plainLine, truncate } from '../../lib/text.ts';

/** An answer with its text, and the host that was asked. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly host: string;
}

/** Whether a value is one; the SDK hands answers on as `any`. */
export function isHttpAnswer(value: unknown): value is HttpAnswer {
  return typeof value === 'object' && value !== null && 'text' in value && 'host' in value;
}

const prolog = String.raw`^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*`;
const htmlStart = new RegExp(`${prolog}<(!doctype\\s+html|html)\\b`, 'is');
const awsStart = new RegExp(`${prolog}<\\w*Response\\b`, 's');

/** Whether a text is an HTML page, which none of the services answers with. */
export function isPage(text: string): boolean {
  // Compiling the long pattern takes a quarter of a millisecond.
  return /html/i.test(text) && htmlStart.test(text);
}

/** Whether a text begins as EC2's and STS's answers do (their query protocols). */
export function isDocumentOfAws(text: string): boolean {
  return awsStart.test(text);
}

const longestSaid = 200;

/** What an answer says for people: its title or first line, and who sent it. */
export function saidIn({ text, headers }: HttpAnswer): string {
  const title = /<title[^>]*>(.*?)<\/title/is.exec(text)?.[1] ?? '';
  const line = [title, ...text.split('\n')].map(withoutTags).find((words) => words !== '');
  const { location = '', server = '', via = '' } = headers;
  const facts = Object.entries({ location: withoutQuery(location), server, via })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${harmless(value)}`);
  const said = line === undefined ? 'nothing' : JSON.stringify(harmless(line));
  return facts.length === 0 ? said : `${said} (${facts.join(', ')})`;
}

function withoutTags(html: string): string {
  return html
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A redirection's query may hold what identifies the user. */
function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/s, '');
}

function harmless(text: string): string {
  return plainLine(truncate(text, longestSaid));
}
