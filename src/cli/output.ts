import { styleText } from 'node:util';
import { collectSecrets, type Redact, type Secrets } from '../lib/secrets.ts';

/** How a text looks where colours are shown. */
export type Look = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** What is printed on. */
export interface Paper {
  /** Characters of a line; endless where nobody looks at it as it comes. */
  readonly width: number;
  /** Colours a text, or leaves it as it is where there are no colours. */
  paint(look: Look, text: string): string;
}

/** Paper to print on. */
export interface Surface extends Paper {
  print(lines: readonly string[]): void;
}

/** A terminal, or what its streams are led to; nothing that is printed shows a known secret. */
export interface Screen extends Secrets {
  /** Takes what was asked for. */
  readonly out: Surface;
  /** Takes all else: progress, warnings, failures. */
  readonly err: Surface;
}

/**
 * The streams of this process. Colours are for terminals alone, unless NO_COLOR or FORCE_COLOR say
 * otherwise (node:util, styleText).
 */
export function openScreen(): Screen {
  const secrets = collectSecrets();
  return {
    ...secrets,
    out: openSurface(process.stdout, secrets.redact),
    err: openSurface(process.stderr, secrets.redact),
  };
}

function openSurface(stream: NodeJS.WriteStream, redact: Redact): Surface {
  return {
    width: (stream.isTTY && stream.columns) || Number.POSITIVE_INFINITY,
    paint: (look, text) => styleText(look, text, { stream }),
    print: (lines) => {
      if (lines.length > 0) stream.write(`${redact(lines.join('\n'))}\n`);
    },
  };
}
