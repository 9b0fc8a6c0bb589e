// Shows Markdown pages (JSON on stdin: name, markdown, themes) as GitHub does, in its light or its dark
// theme, and writes a picture of each into the folder of the first argument. Plain JavaScript, because
// its packages are none of the project's.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import markdownIt from 'markdown-it';
import alerts from 'markdown-it-github-alerts';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const [images = '.'] = process.argv.slice(2);
const resolve = createRequire(import.meta.url).resolve;
const looks = {
  light: { style: 'github-markdown-light.css', page: '#ffffff', mermaid: 'default' },
  dark: { style: 'github-markdown-dark.css', page: '#0d1117', mermaid: 'dark' },
};

const renderer = markdownIt({ html: true }).use(alerts);
const { fence } = renderer.renderer.rules;
renderer.renderer.rules.fence = (tokens, index, ...rest) => {
  const { info, content } = tokens[index];
  if (info !== 'mermaid') return fence(tokens, index, ...rest);
  return `<pre class="mermaid">${renderer.utils.escapeHtml(content)}</pre>`;
};

function htmlOf(markdown, { style, page }) {
  const css = readFileSync(resolve(`github-markdown-css/${style}`), 'utf8');
  return `<!doctype html><meta charset="utf-8"><style>${css}
    body { margin: 0; background: ${page}; }
    article { box-sizing: border-box; width: 1000px; padding: 20px 28px; }
    .markdown-body pre.mermaid { background: none; padding: 0; text-align: center; }
  </style><article class="markdown-body">${renderer.render(markdown)}</article>`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const { name, markdown, themes } of JSON.parse(await text(process.stdin))) {
  for (const theme of themes) {
    const look = looks[theme];
    const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    await page.setContent(htmlOf(markdown, look));
    await page.addScriptTag({ path: resolve('mermaid/dist/mermaid.min.js') });
    await page.evaluate(async (mermaidTheme) => {
      const { mermaid } = globalThis;
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: mermaidTheme });
      await mermaid.run();
    }, look.mermaid);
    const picture = await page.locator('article').screenshot();
    await sharp(picture)
      .png({ palette: true, effort: 10 })
      .toFile(join(images, `${name}-${theme}.png`));
    await page.close();
  }
}
await browser.close();
