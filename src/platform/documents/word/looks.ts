import { convertMillimetersToTwip } from 'docx';

/** Colours as Word writes them. */
export const INK = '1C1B17';
export const PINE = '14513E';
export const SOFT = '57534A';
export const RULE = 'DCD5C6';

/** Measures in millimetres, as Word counts them. */
export const millimetres = <Sides extends Record<string, number>>(sides: Sides): Sides =>
  Object.fromEntries(Object.entries(sides).map(([side, length]) => [side, convertMillimetersToTwip(length)])) as Sides;

const heading = (size: number, before: number) => ({ run: { size, bold: true, color: INK }, paragraph: { spacing: { before, after: 120 }, keepNext: true } });

/** The title and headings, small steps apart. */
export const headingStyles = {
  title: { run: { size: 44, bold: true, color: PINE }, paragraph: { spacing: { before: 120, after: 160 } } },
  heading1: heading(28, 480),
  heading2: heading(24, 360),
  heading3: heading(22, 280),
  heading4: heading(22, 240),
  heading5: heading(22, 240),
  heading6: heading(22, 240),
};
