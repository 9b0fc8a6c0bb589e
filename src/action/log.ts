import * as core from '@actions/core';
import type { Log } from '../context.ts';
import type { Redact } from '../lib/secrets.ts';
import { logLine, plainLine } from '../lib/text.ts';

/** The log of a step. No text in it acts as a workflow command or shows a known secret. */
export function createLog(redact: Redact): Log {
  let hasGroup = false;
  const batch = batchWrites();
  const close = () => {
    if (hasGroup) core.endGroup();
    hasGroup = false;
  };
  return {
    close,
    group: (title) => {
      close();
      core.startGroup(plainLine(redact(title)));
      hasGroup = true;
    },
    line: (text) => {
      batch();
      core.info(logLine(redact(text)));
    },
    lines: (texts) => {
      if (texts.length > 0) core.info(texts.map((text) => logLine(redact(text))).join('\n'));
    },
    notice: (text) => core.notice(plainLine(redact(text))),
    warning: (text, location) => {
      const at = location && {
        file: location.file,
        startLine: location.line,
        startColumn: location.column,
      };
      core.warning(plainLine(redact(text)), at);
    },
  };
}

/** Writes all lines of a turn of the event loop at once, because each write is a system call. */
function batchWrites(): () => void {
  let isBatching = false;
  return () => {
    if (isBatching) return;
    isBatching = true;
    process.stdout.cork();
    setImmediate(() => {
      isBatching = false;
      process.stdout.uncork();
    });
  };
}
