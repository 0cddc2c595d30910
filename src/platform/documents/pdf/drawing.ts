/** What is drawn of a lifeline, in millimetres. */
interface Lines {
  width: number;
  height: number;
  axis: number;
  ticks: { x: number }[];
  marks: { x: number; y: number; kind: string }[];
}

const PINE = '#14513e';

/** The shapes of the marks in a box from -12 to 12, as the pages of Handslag have them. */
const SHAPES: Record<string, string> = {
  payment: '<circle r="11" class="o"/>',
  report: '<path d="M-7.5-10h10l5 5v15h-15z" class="o"/>',
  meeting: '<path d="M-2-9.5a9.5 9.5 0 0 0 0 19z" class="o"/><path d="M2-9.5a9.5 9.5 0 0 1 0 19z" class="o"/>',
  decision: '<path d="M0-10.5L10.5 0 0 10.5-10.5 0z" class="o"/>',
  extension: '<path d="M-10 9.5v-6h6.6v-6.5h6.6v-6.5h6.8v19z" class="o"/>',
  signature: `<path d="M-2.5-11h5v22h-5z" fill="${PINE}"/>`,
};
const OTHER = '<circle r="9" class="o"/>';
const SCALE = 0.18;

/** The axis, a stem for each mark, and the marks, without any words. */
export function drawing({ width, height, axis, ticks, marks }: Lines): string {
  const line = (x1: number, y1: number, x2: number, y2: number, look: string) => `<path d="M${x1} ${y1}L${x2} ${y2}" ${look}/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    ...ticks.map(({ x }) => line(x, axis, x, axis + 2, 'stroke="#57534a" stroke-width=".18"')),
    ...marks.map(({ x, y }) => line(x, y, x, axis, 'stroke="#b0aa9e" stroke-width=".18"')),
    line(0, axis, width, axis, `stroke="${PINE}" stroke-width=".56"`),
    ...marks.map(({ x, y, kind }) => `<g transform="translate(${x} ${y}) scale(${SCALE})">${(SHAPES[kind] ?? OTHER).replaceAll('class="o"', `fill="#fff" stroke="${PINE}" stroke-width="1.6"`)}</g>`),
    '</svg>',
  ].join('');
}
