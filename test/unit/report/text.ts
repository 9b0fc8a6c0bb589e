import fc from 'fast-check';

const nasty = [
  ...['::error::', '::add-mask::', '##[error]', '##[', '[', '#', ':', '::', '%0A', '\n', '\r'],
  ...['\r\n', '\t', ' ', '\u00a0', '\u2003', '\u3000', '\u0085', '\v', '\f', '\u2028', '\u2029'],
  ...['\u001b[31m', '\u009b', '\0', '\u200e', '\u202e', '\u2066', '\ufeff', '\ud800', '💥'],
  ...['`', '```', '~~~', '|', '\\', '<b>', '</details>', '<!--', '-->', '&lt;', '&#58;', '&'],
  ...['@octocat', '#1', 'https://a.example', 'www.a.example', '[a](b)', '![a](b)', '**', '__', '$'],
  ...['- ', '1. ', '> ', '---', '===', '    '],
];

/** Hostile text: any characters, with commands and markup between them. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
