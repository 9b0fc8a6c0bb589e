/** Takes every known secret out of a text. */
export type Redact = (text: string) => string;

/** The secrets that this process holds, for the log and for all that is published. */
export interface Secrets {
  /** Adds a secret: from now on it is in nothing that is redacted. */
  readonly mask: (secret: string) => void;
  readonly redact: Redact;
}

/** A shorter value cannot be told apart from ordinary text; it is left to the runner's mask. */
const shortestSecret = 8;

/**
 * Collects secrets and announces each one once. `redact` puts `***` in place of a secret as it is, and
 * as JSON and URLs write it.
 */
export function collectSecrets(announce: (secret: string) => void = () => {}): Secrets {
  const known = new Set<string>();
  let forms: readonly string[] = [];
  return {
    mask: (text) => {
      // A file with a token may end its line.
      const secret = text.trim();
      if (secret === '' || known.has(secret)) return;
      known.add(secret);
      forms = formsOf(known);
      announce(secret);
    },
    redact: (text) => forms.reduce((rest, form) => rest.replaceAll(form, '***'), text),
  };
}

/** What to look for, the longest first, because one secret may contain another. */
function formsOf(secrets: ReadonlySet<string>): readonly string[] {
  const forms = [...secrets]
    .filter(({ length }) => length >= shortestSecret)
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret.toWellFormed()),
    ]);
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}
