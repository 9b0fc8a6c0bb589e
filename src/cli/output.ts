import { styleText } from 'node:util';
import { collectSecrets, type Redact, type Secrets } from '../lib/secrets.ts';

/** The style of a text where colours are shown. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** What a text is formatted for. */
export interface Format {
  /** Width of a line in characters; Infinity when it is no terminal. */
  readonly width: number;
  /** Styles a text, or returns it as it is where there are no colours. */
  style(style: Style, text: string): string;
}

/** A stream to print to. */
export interface Output extends Format {
  print(lines: readonly string[]): void;
}

/** This process's streams; known secrets are removed from all that is printed. */
export interface Terminal extends Secrets {
  /** For results. */
  readonly out: Output;
  /** For everything else: progress, warnings, failures. */
  readonly err: Output;
}

/**
 * Opens the streams of this process. Colours are only for terminals, unless NO_COLOR or FORCE_COLOR is
 * set (node:util, styleText).
 */
export function openTerminal(): Terminal {
  const secrets = collectSecrets();
  return {
    ...secrets,
    out: openOutput(process.stdout, secrets.redact),
    err: openOutput(process.stderr, secrets.redact),
  };
}

function openOutput(stream: NodeJS.WriteStream, redact: Redact): Output {
  return {
    width: (stream.isTTY && stream.columns) || Number.POSITIVE_INFINITY,
    style: (style, text) => styleText(style, text, { stream }),
    print: (lines) => {
      if (lines.length > 0) stream.write(`${redact(lines.join('\n'))}\n`);
    },
  };
}
