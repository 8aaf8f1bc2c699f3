/** Letters as SVG takes them: nothing that somebody wrote is ever read as markup. Pure. */

/** Control letters, halves of pairs and what XML 1.0 has no name for would make the file unreadable. */
const UNNAMEABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNNAMEABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

type Value = string | number | undefined;

/** One element; a value that is undefined leaves its attribute out. `inner` is markup already. */
export function element(name: string, attributes: Record<string, Value>, inner = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value ?? '')}"`,
    )
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** Two decimals are finer than any screen or printer shows. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
