import * as core from '@actions/core';
import { logLine, plainLine } from './report/plain.ts';
import type { Log } from './world.ts';

/** The step's log through the toolkit: no text in it can act as a workflow command. */
export function openLog(): Log {
  let grouped = false;
  const close = () => {
    if (grouped) core.endGroup();
    grouped = false;
  };
  return {
    close,
    group: (title) => {
      close();
      core.startGroup(plainLine(title));
      grouped = true;
    },
    line: (text) => core.info(logLine(text)),
    lines: (texts) => {
      if (texts.length > 0) core.info(texts.map(logLine).join('\n'));
    },
    notice: (text) => core.notice(plainLine(text)),
    warning: (text) => core.warning(plainLine(text)),
  };
}
