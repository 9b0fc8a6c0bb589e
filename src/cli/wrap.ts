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
