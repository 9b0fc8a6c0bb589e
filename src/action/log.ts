import * as core from '@actions/core';
import type { Log } from '../context.ts';
import type { Redact } from '../lib/secrets.ts';
import { logLine, plainLine } from '../lib/text.ts';

/** The log of a step. No text in it acts as a workflow command or shows a known secret. */
export function createLog(redact: Redact): Log {
  let grouped = false;
  const close = () => {
    if (grouped) core.endGroup();
    grouped = false;
  };
  return {
    close,
    group: (title) => {
      close();
      core.startGroup(plainLine(redact(title)));
      grouped = true;
    },
    line: (text) => core.info(logLine(redact(text))),
    lines: (texts) => {
      if (texts.length > 0) core.info(texts.map((text) => logLine(redact(text))).join('\n'));
    },
    notice: (text) => core.notice(plainLine(redact(text))),
    warning: (text) => core.warning(plainLine(redact(text))),
  };
}
