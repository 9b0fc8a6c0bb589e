/**
 * A text in lines of at most so many characters, broken at spaces; a word that is longer than a line
 * stays whole, so that it can be copied. `first` and `rest` stand before the first line and the others.
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
