/** Replaces every known secret in a text. */
export type Redact = (text: string) => string;

/** The secrets of this process, for the log and everything that is published. */
export interface Secrets {
  /** Adds a secret to redact from now on. */
  readonly mask: (secret: string) => void;
  readonly redact: Redact;
}

/** Shorter values look like ordinary text; only the runner masks them. */
const shortestSecret = 8;

/** What was cut before it came here may end in the middle of a secret. */
const shortestBeginning = 24;

/**
 * Collects secrets and announces each one once. `redact` puts `***` in place of a secret as it is, and
 * as JSON and URLs write it, and in place of a long beginning of one.
 */
export function collectSecrets(announce: (secret: string) => void = () => {}): Secrets {
  const known = new Set<string>();
  let forms: readonly Form[] = [];
  return {
    mask: (text) => {
      // A file with a token may end its line.
      const secret = text.trim();
      if (secret === '' || known.has(secret)) return;
      known.add(secret);
      forms = formsOf(known);
      announce(secret);
    },
    redact: (text) => {
      // Few texts hold one, and a run of many pairs prints and copies thousands of texts.
      const found = forms.filter(({ start }) => text.includes(start)).map(({ form }) => form);
      if (found.length === 0) return text;
      const redacted = found.reduce((rest, form) => rest.replaceAll(form, '***'), text);
      return found.reduce(redactBeginning, redacted);
    },
  };
}

/** A text to replace, and the start that every occurrence has. */
interface Form {
  readonly form: string;
  readonly start: string;
}

/** The texts to replace, longest first, because one secret may contain another. */
function formsOf(secrets: ReadonlySet<string>): readonly Form[] {
  const forms = [...secrets]
    .filter(({ length }) => length >= shortestSecret)
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret.toWellFormed()),
    ]);
  return [...new Set(forms)]
    .toSorted((a, b) => b.length - a.length)
    .map((form) => ({ form, start: form.slice(0, shortestSecret) }));
}

/** Replaces a secret of which the text has only the beginning. */
function redactBeginning(text: string, form: string): string {
  if (form.length <= shortestBeginning) return text;
  const [first = '', ...others] = text.split(form.slice(0, shortestBeginning));
  const rest = form.slice(shortestBeginning);
  return [first, ...others.map((part) => part.slice(commonLength(part, rest)))].join('***');
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
