import type { Log } from '../context.ts';
import { locationText } from '../lib/source-location.ts';
import { plainLine } from '../lib/text.ts';
import type { Output } from './output.ts';

/** `brief` leaves out the inputs and the plan, which is printed separately. */
export type Verbosity = 'brief' | 'full';

/** The log of a run in a terminal; all texts are escaped. */
export function createLog(output: Output, verbosity: Verbosity): Log {
  const printDim = (texts: readonly string[]) =>
    output.print(texts.map((text) => output.style('dim', plainLine(text))));
  return {
    group: (title) => {
      if (verbosity === 'full') output.print([output.style('bold', plainLine(title))]);
    },
    close: () => {},
    line: (text) => printDim([text]),
    lines: (texts) => {
      if (verbosity === 'full') printDim(texts);
    },
    notice: (text) => output.print([plainLine(text)]),
    warning: (text, location) => {
      const at = location ? `${locationText(location)} ` : '';
      output.print([output.style('yellow', plainLine(`Warning: ${at}${text}`))]);
    },
  };
}
