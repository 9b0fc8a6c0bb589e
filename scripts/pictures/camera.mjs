// Renders Markdown as GitHub does, in a browser (first argument), with the packages of a folder (second
// argument), and measures it. Reads the shots of measure.ts as JSON from stdin, takes a screenshot of those
// with a file name, and writes the measures as JSON to stdout. Plain JavaScript, because its packages are not
// dependencies of the project, and half of it runs in the browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const [executablePath, packages] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const { default: alerts } = require('markdown-it-github-alerts');
const markdownIt = require('markdown-it');
const { chromium } = require('playwright-core');
const sharp = require('sharp');

const margin = 28;
/** The maximum height of a picture. */
const longestPicture = 6000;
const backgrounds = { light: '#ffffff', dark: '#0d1117' };

const renderer = markdownIt({ html: true }).use(alerts);
const { fence } = renderer.renderer.rules;
renderer.renderer.rules.fence = (tokens, index, ...rest) => {
  const { info, content } = tokens[index];
  if (info !== 'mermaid') return fence(tokens, index, ...rest);
  return `<pre class="mermaid">${renderer.utils.escapeHtml(content)}</pre>`;
};

const styles = Object.entries(backgrounds).map(([theme, background]) => {
  const css = readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`));
  return `<style data-theme="${theme}">${css} body { background: ${background}; }</style>`;
});
const emptyPage = `<!doctype html><meta charset="utf-8">${styles.join('')}<style>
  body { margin: 0; }
  article { padding: ${margin}px; }
  .markdown-body pre.mermaid { background: none; padding: 0; text-align: center; }
</style><article class="markdown-body"></article>`;

/** In the browser: shows a page, with its diagrams drawn. */
async function show({ html, theme, width, fontSize }) {
  for (const style of document.querySelectorAll('style[data-theme]')) {
    style.disabled = style.dataset.theme !== theme;
  }
  const article = document.querySelector('article');
  article.style.width = `${width}px`;
  article.style.fontSize = `${fontSize}px`;
  article.innerHTML = html;
  const { mermaid } = globalThis;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: theme === 'dark' ? 'dark' : 'default',
  });
  await mermaid.run();
}

/** In the browser: measures the page, and opens its folds. */
function measure() {
  const article = document.querySelector('article');
  const { paddingLeft, width, height } = getComputedStyle(article);
  const box = article.getBoundingClientRect();
  const left = box.left + Number.parseFloat(paddingLeft);
  const right = left + Number.parseFloat(width);
  const isInSight = (cell) => {
    const { left: start, right: end } = cell.getBoundingClientRect();
    return start > left - 1 && end < right + 1;
  };
  const outOfSight = [...article.querySelectorAll('table')]
    .filter((table) => table.checkVisibility())
    .slice(0, 1)
    .flatMap(({ rows: [header, ...rows] }) => {
      const names = [...header.cells].map(({ textContent }) => textContent.trim());
      return ['CIDR', 'ASN'].filter((name) => {
        const column = names.indexOf(name);
        return column < 0 || ![header, ...rows].every(({ cells }) => isInSight(cells[column]));
      });
    });
  for (const fold of article.querySelectorAll('details')) fold.open = true;
  const beyond = [];
  // The parts of a diagram do not count, nor do elements inside one that is already counted.
  for (const element of article.querySelectorAll('*:not(svg *)')) {
    if (beyond.some(({ parent }) => parent.contains(element))) continue;
    const scrolls = getComputedStyle(element).overflowX !== 'visible';
    const cut = scrolls ? element.scrollWidth - element.clientWidth : 0;
    const pixels = Math.max(cut, Math.round(element.getBoundingClientRect().right - right));
    if (pixels > 0) beyond.push({ parent: element, pixels });
  }
  return {
    height: Math.ceil(Number.parseFloat(height)),
    beyond: beyond.map(({ parent, pixels }) => {
      const tag = parent.localName;
      const number = [...article.querySelectorAll(tag)].indexOf(parent) + 1;
      return { tag, number, pixels };
    }),
    outOfSight,
  };
}

async function takePicture(page, file) {
  const { width, height } = await page.locator('article').boundingBox();
  const clip = { x: 0, y: 0, width, height: Math.min(height, longestPicture) };
  const picture = await page.screenshot({ clip, fullPage: true });
  await sharp(picture).png({ palette: true, effort: 10 }).toFile(file);
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.setContent(emptyPage);
await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
const measures = [];
for (const { markdown, picture, openPicture, ...look } of JSON.parse(await text(process.stdin))) {
  await page.setViewportSize({ width: look.width + 2 * margin, height: 600 });
  await page.evaluate(show, { html: renderer.render(markdown), ...look });
  if (picture !== undefined) await takePicture(page, picture);
  measures.push(await page.evaluate(measure));
  if (openPicture !== undefined) await takePicture(page, openPicture);
}
await browser.close();
process.stdout.write(JSON.stringify(measures));
