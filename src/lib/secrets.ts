/** Replaces every known secret in a text. */
export type Redact = (text: string) => string;

/** The secrets of this process. */
export interface Secrets {
  /** Redacts a secret from now on. */
  readonly mask: (secret: string) => void;
  readonly redact: Redact;
}

/** Shorter secrets look like ordinary text; only the runner masks them. */
const shortestSecret = 8;

/** A truncated text may end in the middle of a secret. */
const shortestBeginning = 24;

/**
 * Collects secrets and reports each once. `redact` replaces with `***` a secret as it is, as JSON and
 * URLs write it, and a long beginning of one.
 */
export function collectSecrets(onSecret: (secret: string) => void = () => {}): Secrets {
  const known = new Set<string>();
  let forms: readonly Form[] = [];
  return {
    mask: (text) => {
      // A token from a file may have a line end.
      const secret = text.trim();
      if (secret === '' || known.has(secret)) return;
      known.add(secret);
      forms = formsOf(known);
      onSecret(secret);
    },
    redact: (text) => {
      // Few of the thousands of texts of a large run contain a secret.
      const found = forms.filter(({ start }) => text.includes(start)).map(({ form }) => form);
      if (found.length === 0) return text;
      const redacted = found.reduce((rest, form) => rest.replaceAll(form, '***'), text);
      return found.reduce(redactBeginning, redacted);
    },
  };
}

/** A text to replace, and its start, which is faster to find. */
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

/** Replaces the beginning of a secret whose rest is missing. */
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
