import type { Log } from '../context.ts';
import { plainLine } from '../lib/text.ts';
import type { Surface } from './output.ts';

/** How much a log says: `brief` leaves out the inputs and the plan, which is printed in its own form. */
export type Talk = 'brief' | 'whole';

/** The log of a run in a terminal, in which no text can do more than be read. */
export function openTerminalLog(surface: Surface, talk: Talk): Log {
  const tell = (texts: readonly string[]) =>
    surface.print(texts.map((text) => surface.paint('dim', plainLine(text))));
  return {
    group: (title) => {
      if (talk === 'whole') surface.print([surface.paint('bold', plainLine(title))]);
    },
    close: () => {},
    line: (text) => tell([text]),
    lines: (texts) => {
      if (talk === 'whole') tell(texts);
    },
    notice: (text) => surface.print([plainLine(text)]),
    warning: (text) => surface.print([surface.paint('yellow', `Warning: ${plainLine(text)}`)]),
  };
}
