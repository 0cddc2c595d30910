/** Swedish and plain numbers: "275 000", "1 250,50", "2644000". Empty is unknown; anything else is undefined. */
export function numberTyped(typed: string): number | null | undefined {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/kr$/, '').replace(',', '.');
  if (bare === '') return null;
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}
