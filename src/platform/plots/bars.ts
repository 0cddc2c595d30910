import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** An element of a drawing as data: what writes it into a page makes text of every word. */
export interface DrawnElement {
  name: string;
  attributes: Record<string, string>;
  inside: (DrawnElement | string)[];
}

/** A bar with its words: how long it is, and what stands at its end. One without length says so in words alone. */
interface Bar {
  label: string;
  length: number;
  words: string;
}

/** What a drawing shows: its name and a sentence that says the same for those who do not see it. */
interface Drawing {
  id: string;
  title: string;
  description: string;
  bars: Bar[];
}

const WIDTH = 360;
const ROW = 34;

/**
 * Bars lying down, as SVG with no style of its own, so that a page that allows none can hold it: colours and type come from
 * the style sheet by its classes. Equal input gives an equal drawing.
 */
export function barsDrawn({ id, title, description, bars }: Drawing): DrawnElement {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const drawn = Plot.plot({
    document,
    width: WIDTH,
    height: bars.length * ROW + 8,
    margin: 4,
    marginLeft: 12 + 9 * Math.max(...bars.map(({ label }) => Math.min(label.length, 16))),
    marginRight: 96,
    x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ length }) => length))] },
    y: { type: 'band', label: null, tickSize: 0, domain: bars.map(({ label }) => label), padding: 0.3 },
    marks: [
      Plot.barX(bars, { x: 'length', y: 'label', className: 'plot-bar', fill: 'currentColor' }),
      Plot.text(bars, { x: 'length', y: 'label', text: 'words', textAnchor: 'start', dx: 6, className: 'plot-words' }),
    ],
  });
  return named(drawn, { id, title, description });
}

/** What the style sheet says, so that the drawing does not. */
const OURS = new Set(['style', 'font-family', 'font-size']);

/** The drawing as one picture with a name: what Plot says of its parts is for nobody, and its styles are not allowed. */
function named(drawn: Element, { id, title, description }: Omit<Drawing, 'bars'>): DrawnElement {
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const part of [drawn, ...drawn.querySelectorAll('*')]) {
    for (const name of Array.from(part.attributes, (attribute) => attribute.name)) if (name.startsWith('aria-') || OURS.has(name)) part.removeAttribute(name);
  }
  for (const name of ['width', 'height']) drawn.removeAttribute(name);
  drawn.setAttribute('class', 'plot');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  drawn.prepend(wordsIn(drawn, 'title', { id: `${id}-title`, text: title }), wordsIn(drawn, 'desc', { id: `${id}-desc`, text: description }));
  return asData(drawn);
}

const asData = (element: Element): DrawnElement => ({
  name: element.localName,
  attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
  inside: Array.from(element.childNodes, (child) => (child.nodeType === child.ELEMENT_NODE ? asData(child as Element) : (child.textContent ?? ''))),
});

function wordsIn({ ownerDocument }: Element, name: string, { id, text }: { id: string; text: string }): Element {
  const element = ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute('id', id);
  element.textContent = text;
  return element;
}
