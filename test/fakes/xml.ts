type Content = string | undefined | Element | readonly Element[];

/** An element that is already rendered; a separate type, so that text is always escaped. */
export interface Element {
  readonly xml: string;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The text with every character escaped that XML gives a meaning to. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** The element `<name>content</name>`; text is escaped, undefined content gives no element. */
export function element(name: string, content: Content): Element {
  return content === undefined ? { xml: '' } : { xml: `<${name}>${render(content)}</${name}>` };
}

/** The document of a root element in a namespace, as in responses of the query protocols. */
export function document(root: string, namespace: string | undefined, content: Content): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${escapeXml(namespace)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${render(content)}</${root}>`;
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeXml(content);
  return 'xml' in content ? content.xml : content.map(({ xml }) => xml).join('');
}
