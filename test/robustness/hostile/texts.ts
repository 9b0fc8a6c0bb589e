/** Text that would affect the runner, a page or a parser without escaping. */
export const commands = [
  '::set-output name=state::associated',
  '\n::add-mask::64500',
  '\r\n::stop-commands::owned',
  '\r::error file=README.md,line=1::owned',
  '##[add-mask]64500',
  '%0A::error::owned%0D%0A',
  '\u2028::warning::owned\u2029::debug::owned\u0085::notice::owned',
  '\u001b[2K\u001b[1A\u001b[32mall is well\u001b[0m\u009b31m',
  '\nghadelimiter_x\nreason<<owned\nassociated\nowned',
  '\u202eevoba\u2066 \u200b\ufeff',
  '\0\b\x7f',
] as const;

/** Markup of GitHub's Markdown, HTML and Mermaid. */
export const markup = [
  '[here](https://evil.example) ![x](https://evil.example/x.png) https://evil.example www.evil.example',
  '<https://evil.example> mail@evil.example [^1] [x][y]\n\n[y]: https://evil.example',
  '@octo-org/admins @octocat #123 octo/repo#1 GH-12 :tada: 0123456789abcdef0123456789abcdef01234567',
  'a | b | c\n| --- | --- |\n| 1 | 2 |',
  '\n```\n# owned\n````\n~~~\n$$x$$ `$x$`',
  '--> <!-- {"name":"associate-ipam-byoasn","version":1} -->',
  '<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>',
  '</details></summary></sub></td></table><details open><h1>owned</h1>',
  '\n\n# owned\n\n- [ ] owned\n\n> [!NOTE]\n> owned\n\n---\n',
  '"]:::bad --> evil["owned"]\nclick a0 href "https://evil.example"\nend\n%%{init: {}}%%',
  '&lt;b&gt; &#64;octocat &commat;octocat &NewLine; \\<b\\> **b** __b__ ~~b~~',
] as const;

/** All of it in one. */
export const allHostileText = [...commands, ...markup].join(' ');
