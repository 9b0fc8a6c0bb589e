import { styleText } from 'node:util';

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

/** A terminal, or what its streams are led to. */
export interface Screen {
  /** Takes what was asked for. */
  readonly out: Surface;
  /** Takes all else: progress, warnings, failures. */
  readonly err: Surface;
  /** Hides a secret in all that is printed from now on. */
  mask(secret: string): void;
}

/**
 * The streams of this process. Colours are for terminals alone, unless NO_COLOR or FORCE_COLOR say
 * otherwise (node:util, styleText).
 */
export function openScreen(): Screen {
  const secrets = new Set<string>();
  const hide = (text: string) =>
    [...secrets].reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);
  return {
    out: openSurface(process.stdout, hide),
    err: openSurface(process.stderr, hide),
    mask: (secret) => {
      if (secret !== '') secrets.add(secret);
    },
  };
}

function openSurface(stream: NodeJS.WriteStream, hide: (text: string) => string): Surface {
  return {
    width: (stream.isTTY && stream.columns) || Number.POSITIVE_INFINITY,
    paint: (look, text) => styleText(look, text, { stream }),
    print: (lines) => {
      if (lines.length > 0) stream.write(`${hide(lines.join('\n'))}\n`);
    },
  };
}
