import { styleText } from 'node:util';
import { collectSecrets, type Redact, type Secrets } from '../lib/secrets.ts';

/** The style of a text in a terminal with colours. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** How a stream shows text. */
export interface Format {
  /** Width of a line in characters; Infinity outside of a terminal. */
  readonly width: number;
  /** Styles a text; without colours it returns the text unchanged. */
  style(style: Style, text: string): string;
}

/** A stream to print to. */
export interface Output extends Format {
  print(lines: readonly string[]): void;
}

/** The streams of this process, with known secrets removed from everything printed. */
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

/**
 * Wraps a text at spaces into lines of at most `width` characters; a longer word is not broken, so that
 * it can be copied. `first` and `rest` are the indents of the first line and of the others.
 */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const [start = '', ...words] = text.split(' ');
  const lines: string[] = [];
  let line = first + start;
  for (const word of words) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest + word;
    } else {
      line = `${line} ${word}`;
    }
  }
  return [...lines, line];
}
